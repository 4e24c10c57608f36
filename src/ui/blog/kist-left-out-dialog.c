#include "kist-config.h"

#include "kist-left-out-dialog.h"

#include <glib/gi18n.h>

#include "kist-blog-wording.h"
#include "journal/kist-tag.h"
#include "ui/author/kist-author-rows.h"

/* More rows at once help nobody. */
#define MAX_FINDINGS 100
#define MAX_LOSSES 30
#define MAX_POSTS 20

struct _KistLeftOutDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *kinds;
  AdwPreferencesGroup *losses;
};

G_DEFINE_FINAL_TYPE (KistLeftOutDialog, kist_left_out_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (GType type, const char *title)
{
  GtkWidget       *row = g_object_new (type, NULL);
  g_autofree char *shown = kist_author_rows_dup_breakable (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  return row;
}

static void
add_below (GtkWidget *row, const char *title, const char *subtitle)
{
  GtkWidget       *below = create_row (ADW_TYPE_ACTION_ROW, title);
  g_autofree char *shown = kist_author_rows_dup_breakable (subtitle);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (below), shown);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), below);
}

static void
add_more (GtkWidget *row, unsigned n)
{
  g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_row (ADW_TYPE_ACTION_ROW, more));
}

/* Where each stands, and why. */
static void
add_findings (GtkWidget *row, KistReport *report)
{
  unsigned n = kist_report_get_n_findings (report);

  for (unsigned i = 0; i < MIN (n, MAX_FINDINGS); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);
      g_autofree char   *place = NULL;

      if (finding->line > 0)
        /* Translators: %s is a file's name */
        place = g_strdup_printf (_ ("%s, line %u"), finding->file, finding->line);
      add_below (row, finding->message, place ? place : finding->file);
    }
  if (n > MAX_FINDINGS)
    add_more (row, n - MAX_FINDINGS);
}

static void
add_kinds (KistLeftOutDialog *self, KistBlog *blog)
{
  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    {
      unsigned         n = kist_blog_count_left_out (blog, kind);
      g_autofree char *title = kist_blog_wording_dup_count (kind, n);
      gboolean         is_unreadable = kind == KIST_LEFT_OUT_UNREADABLE;
      GtkWidget       *row;

      if (n == 0)
        continue;
      row = create_row (is_unreadable ? ADW_TYPE_EXPANDER_ROW : ADW_TYPE_ACTION_ROW, title);
      g_object_set (row, "subtitle", kist_blog_wording_explain (kind), NULL);
      if (is_unreadable)
        add_findings (row, kist_blog_get_report (blog));
      adw_preferences_group_add (self->kinds, row);
    }
}

/* What is lost is said by the reader, a sentence each; the posts that lose it stand below. */
static void
add_losses (KistLeftOutDialog *self, KistBlog *blog)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal); /* of sentences; each has its row */
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       change, row;

  for (unsigned i = 0; i < kist_blog_get_n_posts (blog); i++)
    {
      const KistPost *post = kist_blog_get_post (blog, i);

      for (char **said = post->changes; *said; said++)
        {
          unsigned n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *said));

          row = g_hash_table_lookup (rows, *said);
          if (!row && g_hash_table_size (rows) < MAX_LOSSES)
            {
              row = create_row (ADW_TYPE_EXPANDER_ROW, *said);
              g_hash_table_insert (rows, *said, row);
              adw_preferences_group_add (self->losses, row);
            }
          if (row && n < MAX_POSTS)
            add_below (row, *post->title ? post->title : _ ("Untitled"), post->file);
          g_hash_table_insert (counts, *said, GUINT_TO_POINTER (n + 1));
        }
    }
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &change, &row))
    {
      unsigned         n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, change));
      g_autofree char *posts = g_strdup_printf (ngettext ("%'u post", "%'u posts", n), n);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), posts);
      if (n > MAX_POSTS)
        add_more (row, n - MAX_POSTS);
    }
}

static void
add_labels (KistLeftOutDialog *self, KistIncomingBlog *blog)
{
  unsigned         n = kist_incoming_blog_count_losing_labels (blog);
  g_autofree char *posts = g_strdup_printf (ngettext ("%'u post", "%'u posts", n), n);
  g_autofree char *said =
      g_strdup_printf (_ ("Some labels are left out: a tag has up to %d characters, and an entry up to %d tags."),
                       KIST_TAG_MAX_CHARACTERS, KIST_TAG_MAX);
  GtkWidget *row;

  if (n == 0)
    return;
  row = create_row (ADW_TYPE_ACTION_ROW, said);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), posts);
  adw_preferences_group_add (self->losses, row);
}

static void
kist_left_out_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_LEFT_OUT_DIALOG);
  G_OBJECT_CLASS (kist_left_out_dialog_parent_class)->dispose (object);
}

static void
kist_left_out_dialog_class_init (KistLeftOutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_left_out_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/blog/kist-left-out-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistLeftOutDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, KistLeftOutDialog, losses);
}

static void
kist_left_out_dialog_init (KistLeftOutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_left_out_dialog_new:
 * @blog: a blog on its way in
 *
 * Returns: (transfer floating): the account of what does not come in
 */
AdwDialog *
kist_left_out_dialog_new (KistIncomingBlog *blog)
{
  KistLeftOutDialog *self;
  KistBlog          *read;

  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (blog), NULL);

  self = g_object_new (KIST_TYPE_LEFT_OUT_DIALOG, NULL);
  read = kist_incoming_blog_get_blog (blog);
  add_kinds (self, read);
  add_labels (self, blog);
  add_losses (self, read);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), kist_blog_wording_count_left_out (read) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), kist_incoming_blog_count_losing (blog) > 0);
  return ADW_DIALOG (self);
}
