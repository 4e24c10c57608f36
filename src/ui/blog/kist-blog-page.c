#include "kist-config.h"

#include "kist-blog-page.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "kist-blog-reading.h"
#include "kist-blog-wording.h"
#include "kist-blog-writing.h"
#include "kist-left-out-dialog.h"
#include "kist-post-row.h"
#include "ui/author/kist-author-rows.h"

struct _KistBlogPage
{
  AdwNavigationPage parent_instance;

  KistServices     *services; /* (owned) */
  char             *path;     /* (owned) */
  KistIncomingBlog *blog;     /* (owned) (nullable) until it is read */
  GCancellable     *reading;  /* (owned) cancelled with the page */
  GCancellable     *writing;  /* (owned) (nullable) while posts are written */
  gboolean          is_quiet; /* while the page itself sets what the person else would */

  AdwWindowTitle     *heading;
  GtkStack           *stack;
  AdwStatusPage      *working;
  GtkProgressBar     *bar;
  AdwStatusPage      *problem;
  AdwStatusPage      *no_posts;
  AdwBanner          *left_out;
  AdwToggleGroup     *filter;
  AdwToggle          *doubtful;
  AdwToggle          *everything;
  GtkCheckButton     *all;
  GtkFilterListModel *shown;
  GtkFilter          *needs_look;
  GtkButton          *bring_in;
};

G_DEFINE_FINAL_TYPE (KistBlogPage, kist_blog_page, ADW_TYPE_NAVIGATION_PAGE)

static void
announce (KistBlogPage *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether all of those that are shown come, none, or some. */
static void
show_all_state (KistBlogPage *self)
{
  GListModel *posts = G_LIST_MODEL (self->shown);
  unsigned    n = g_list_model_get_n_items (posts), n_included = 0;

  for (unsigned i = 0; i < n; i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (posts, i);

      n_included += kist_incoming_post_is_included (post);
    }
  self->is_quiet = TRUE;
  gtk_check_button_set_inconsistent (self->all, n_included > 0 && n_included < n);
  gtk_check_button_set_active (self->all, n > 0 && n_included == n);
  self->is_quiet = FALSE;
}

static void
show_left_out (KistBlogPage *self)
{
  g_autofree char *left_out = kist_blog_wording_dup_left_out (self->blog);
  g_autofree char *escaped = g_markup_escape_text (left_out, -1);

  adw_banner_set_title (self->left_out, escaped);
  adw_banner_set_revealed (self->left_out, *left_out != '\0');
  adw_status_page_set_description (self->no_posts, escaped);
  gtk_widget_set_visible (adw_status_page_get_child (self->no_posts), *left_out != '\0');
}

static void
show_choice (KistBlogPage *self)
{
  unsigned         n = kist_incoming_blog_count_included (self->blog);
  g_autofree char *label = g_strdup_printf (ngettext ("_Bring In %'u Post", "_Bring In %'u Posts", n), n);

  gtk_button_set_label (self->bring_in, label);
  gtk_button_set_use_underline (self->bring_in, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "blog.bring-in", n > 0);
  show_left_out (self);
  show_all_state (self);
}

static void
filter_changed_cb (KistBlogPage *self)
{
  gboolean is_doubtful = g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "doubtful") == 0;

  if (!self->blog)
    return;
  gtk_filter_list_model_set_filter (self->shown, is_doubtful ? self->needs_look : NULL);
  show_all_state (self);
}

static void
all_toggled_cb (KistBlogPage *self)
{
  if (!self->is_quiet)
    kist_incoming_blog_include_all (self->blog, G_LIST_MODEL (self->shown), gtk_check_button_get_active (self->all));
}

static void
setup_cb (KistBlogPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, kist_post_row_new (self->services));
}

static void
bind_cb (KistBlogPage *self, GtkListItem *item)
{
  KistIncomingPost *post = gtk_list_item_get_item (item);
  g_autofree char  *name = kist_post_row_dup_name (self->services, post);

  kist_post_row_show (KIST_POST_ROW (gtk_list_item_get_child (item)), post);
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (KistBlogPage *self, GtkListItem *item)
{
  kist_post_row_show (KIST_POST_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
post_activated_cb (KistBlogPage *self, unsigned position)
{
  g_autoptr (KistIncomingPost) post = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  kist_incoming_post_set_included (post, !kist_incoming_post_is_included (post));
}

static void
show_filter (KistBlogPage *self)
{
  unsigned         n = kist_blog_get_n_posts (kist_incoming_blog_get_blog (self->blog));
  unsigned         n_doubtful = kist_incoming_blog_count_doubtful (self->blog);
  g_autofree char *doubtful = g_strdup_printf (_ ("Needs a Look (%'u)"), n_doubtful);
  g_autofree char *all = g_strdup_printf (_ ("All (%'u)"), n);

  adw_toggle_set_label (self->doubtful, doubtful);
  adw_toggle_set_label (self->everything, all);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), n_doubtful > 0);
  adw_toggle_group_set_active_name (self->filter, n_doubtful > 0 ? "doubtful" : "all");
}

static void
show_posts (KistBlogPage *self)
{
  KistBlog        *blog = kist_incoming_blog_get_blog (self->blog);
  unsigned         n = kist_blog_get_n_posts (blog);
  g_autofree char *posts = g_strdup_printf (ngettext ("%'u post", "%'u posts", n), n);
  g_autofree char *said = NULL;

  adw_window_title_set_subtitle (self->heading, kist_blog_get_format (blog));
  gtk_filter_list_model_set_model (self->shown, kist_incoming_blog_get_posts (self->blog));
  show_filter (self);
  filter_changed_cb (self);
  show_choice (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "posts" : "none");
  said = g_strdup_printf ("%s. %s", n > 0 ? posts : adw_status_page_get_title (self->no_posts),
                          adw_banner_get_title (self->left_out));
  announce (self, said);
}

static void
show_working (KistBlogPage *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->working, title);
  adw_status_page_set_description (self->working, description);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "working");
  announce (self, title);
}

/* ---- reading ---- */

static void
reading_cb (double fraction, unsigned n_posts, gpointer data)
{
  KistBlogPage    *self = data;
  g_autofree char *found = g_strdup_printf (ngettext ("%'u post so far", "%'u posts so far", n_posts), n_posts);

  gtk_progress_bar_set_fraction (self->bar, fraction);
  adw_status_page_set_description (self->working, found);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistBlogPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistIncomingBlog) blog = kist_blog_reading_finish (result, &error);
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page is gone, or about to go */
    return;
  if (!blog)
    {
      reason = kist_blog_wording_dup_problem (self->path, error);
      g_message ("%s was not read: %s", self->path, error->message);
      kist_author_rows_show_problem (self->stack, self->problem, reason);
      return;
    }
  self->blog = g_steal_pointer (&blog);
  g_signal_connect_object (self->blog, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  show_posts (self);
}

/* ---- writing ---- */

static void
writing_cb (unsigned done, unsigned total, gpointer data)
{
  g_autoptr (KistBlogPage) self = kist_weak_box_look (data);

  if (self)
    gtk_progress_bar_set_fraction (self->bar, (double)done / MAX (total, 1));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistBlogPage) self = kist_weak_box_open (data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = kist_blog_writing_finish (result, &error);

  if (error)
    g_message ("The posts were not brought in: %s", error->message);
  if (!self || !self->services)
    return;
  g_clear_object (&self->writing);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  if (ids)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-brought-in", "^as", ids);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "posts");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("No post was brought in"));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.complain", "(ss)", _ ("The Posts Were Not Brought In"),
                              error->message);
}

static void
bring_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistBlogPage *self = KIST_BLOG_PAGE (widget);

  if (!self->blog || self->writing)
    return;
  self->writing = g_cancellable_new ();
  /* Whether the posts came in is to be heard; "Cancel" stops it. */
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  show_working (self, _ ("Bringing the Posts In"), _ ("Until all are in, the journal stays as it is."));
  kist_blog_writing_async (self->services, self->blog, self->writing, writing_cb, written_cb, kist_weak_box_new (self));
}

/* ---- the page ---- */

/* What is read is of no use any more; what is written goes back to where it was, and then the posts come up again. */
static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistBlogPage *self = KIST_BLOG_PAGE (widget);

  if (self->writing)
    {
      g_cancellable_cancel (self->writing);
      return;
    }
  g_cancellable_cancel (self->reading);
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
show_left_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistBlogPage *self = KIST_BLOG_PAGE (widget);

  if (self->blog)
    adw_dialog_present (kist_left_out_dialog_new (self->blog), widget);
}

static void
kist_blog_page_dispose (GObject *object)
{
  KistBlogPage *self = KIST_BLOG_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->writing);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BLOG_PAGE);
  g_clear_object (&self->writing);
  g_clear_object (&self->blog);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (kist_blog_page_parent_class)->dispose (object);
}

static void
kist_blog_page_finalize (GObject *object)
{
  KistBlogPage *self = KIST_BLOG_PAGE (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (kist_blog_page_parent_class)->finalize (object);
}

static void
kist_blog_page_class_init (KistBlogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_blog_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kist_blog_page_finalize;

  g_type_ensure (KIST_TYPE_INCOMING_POST);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/blog/kist-blog-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, working);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, no_posts);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, filter);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, doubtful);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, everything);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, all);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, shown);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, needs_look);
  gtk_widget_class_bind_template_child (widget_class, KistBlogPage, bring_in);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, post_activated_cb);
  gtk_widget_class_install_action (widget_class, "blog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "blog.bring-in", NULL, bring_in_action);
  gtk_widget_class_install_action (widget_class, "blog.show-left-out", NULL, show_left_out_action);
}

static void
kist_blog_page_init (KistBlogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
}

/**
 * kist_blog_page_new:
 * @services: the services
 * @path: a file of a blog, or a folder of Markdown
 *
 * Returns: (transfer floating): the page, which begins to read
 */
AdwNavigationPage *
kist_blog_page_new (KistServices *services, const char *path)
{
  KistBlogPage    *self = g_object_new (KIST_TYPE_BLOG_PAGE, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = kist_author_rows_dup_breakable (name);
  /* Translators: %s is a file's name */
  g_autofree char *title = g_strdup_printf (_ ("Reading “%s”"), shown);

  self->services = g_object_ref (services);
  self->path = g_strdup (path);
  adw_window_title_set_title (self->heading, name);
  show_working (self, title, NULL);
  kist_blog_reading_async (services, path, self->reading, reading_cb, read_cb, self);
  return ADW_NAVIGATION_PAGE (self);
}
