#include "kist-config.h"

#include "kist-leaving-dialog.h"

#include "image/kist-image-reference.h"
#include "kist-privacy-view.h"
#include "ui/journal/pictures/kist-picture-wording.h"
#include "ui/journal/writing/kist-page-dialog.h"

struct _KistLeavingDialog
{
  AdwDialog parent_instance;

  KistPrivacyWatch *watch; /* (owned) */

  GtkStack        *stack;
  KistPrivacyView *view;
  GtkLabel        *pictures;
  GtkButton       *go_on;
};

G_DEFINE_FINAL_TYPE (KistLeavingDialog, kist_leaving_dialog, ADW_TYPE_DIALOG)

enum
{
  LEAVE,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* Nobody goes on before the text as it is now was checked. */
static void
checked_cb (KistLeavingDialog *self)
{
  gboolean is_settled = kist_privacy_watch_is_settled (self->watch);

  gtk_stack_set_visible_child_name (self->stack, is_settled ? "checked" : "checking");
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_on), is_settled);
  if (is_settled)
    kist_privacy_view_show (self->view, kist_privacy_watch_get_concerns (self->watch));
}

static void
chosen_cb (KistLeavingDialog *self, const char *key)
{
  g_autofree char *kept = g_strdup (key);
  g_autoptr (KistPrivacyWatch) watch = g_object_ref (self->watch);

  adw_dialog_close (ADW_DIALOG (self));
  kist_privacy_watch_show (watch, kept);
}

static void
meant_cb (KistLeavingDialog *self, const char *key, gboolean is_meant)
{
  kist_privacy_watch_set_meant (self->watch, key, is_meant);
}

static void
go_on_clicked_cb (KistLeavingDialog *self)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[LEAVE], 0);
  g_object_unref (self);
}

static void
kist_leaving_dialog_dispose (GObject *object)
{
  KistLeavingDialog *self = KIST_LEAVING_DIALOG (object);

  g_clear_object (&self->watch);
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_LEAVING_DIALOG);
  G_OBJECT_CLASS (kist_leaving_dialog_parent_class)->dispose (object);
}

static void
kist_leaving_dialog_class_init (KistLeavingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_leaving_dialog_dispose;

  /**
   * KistLeavingDialog::leave:
   * @self: the dialog, closed
   *
   * The writer has seen what was found and goes on.
   */
  signals[LEAVE] =
      g_signal_new ("leave", KIST_TYPE_LEAVING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KIST_TYPE_PRIVACY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/privacy/kist-leaving-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistLeavingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingDialog, view);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingDialog, pictures);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingDialog, go_on);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, meant_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
}

static void
kist_leaving_dialog_init (KistLeavingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kist_privacy_view_ask_oneself (self->view);
}

static void
seen_cb (KistPrivacyWatch *watch)
{
  kist_privacy_watch_set_seen (watch);
}

static void
show_pictures (KistLeavingDialog *self)
{
  g_autofree char *text = kist_writing_view_dup_text (kist_privacy_watch_get_view (self->watch));
  g_autoptr (GPtrArray) ids = kist_image_reference_find (text);
  g_autofree char *said = kist_picture_wording_dup_leaving (ids->len);

  gtk_label_set_text (self->pictures, said ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pictures), said != NULL);
}

/**
 * kist_leaving_dialog_ask:
 * @parent: where the way out was opened
 * @watch: what checks the entry
 * @way: what the button says: "_Copy"
 * @leave: (scope notified): void leave (GObject *object): called when the writer goes on
 * @object: (type GObject): for @leave, and not kept alive for it
 *
 * Shows what was found, unless the writer has seen it of the same text before: then @leave is called at once.
 */
void
kist_leaving_dialog_ask (GtkWidget *parent, KistPrivacyWatch *watch, const char *way, GCallback leave, gpointer object)
{
  KistLeavingDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && KIST_IS_PRIVACY_WATCH (watch) && G_IS_OBJECT (object));

  if (kist_privacy_watch_was_seen (watch))
    {
      ((void (*) (gpointer))leave) (object);
      return;
    }
  self = g_object_new (KIST_TYPE_LEAVING_DIALOG, NULL);
  self->watch = g_object_ref (watch);
  gtk_button_set_label (self->go_on, way);
  show_pictures (self);
  g_signal_connect_object (watch, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "leave", G_CALLBACK (seen_cb), watch, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "leave", leave, object, G_CONNECT_SWAPPED);
  checked_cb (self);
  kist_page_dialog_present (ADW_DIALOG (self), parent);
}
