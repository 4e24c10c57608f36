#include "kist-config.h"

#include "kist-picture-dialog.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "image/kist-image-reference.h"
#include "journal/privacy/kist-privacy.h"
#include "kist-picture-intake.h"
#include "kist-picture-wording.h"
#include "ui/widgets/kist-plain-status.h"

struct _KistPictureDialog
{
  AdwDialog parent_instance;

  KistServices      *services;    /* (owned) */
  char              *entry;       /* (owned) its id */
  char              *name;        /* (owned) (nullable) the file's */
  GCancellable      *cancellable; /* (owned) of the reading */
  KistPictureIntake *intake;      /* (owned) (nullable) until it is read */

  GtkWidget           *insert;
  AdwBanner           *problem;
  GtkStack            *stack;
  AdwStatusPage       *refused;
  GtkPicture          *picture;
  GtkEditable         *alt;
  GtkLabel            *alt_problem;
  AdwPreferencesGroup *left_out;
};

enum
{
  TAKEN,
  N_SIGNALS,
};

static unsigned signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KistPictureDialog, kist_picture_dialog, ADW_TYPE_DIALOG)

static void
announce (KistPictureDialog *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* What one waited for may come when the dialog is closed. */
static KistPictureDialog *
take_dialog (KistWeakBox *box)
{
  g_autoptr (KistPictureDialog) self = kist_weak_box_open (box);

  return self && self->services ? g_steal_pointer (&self) : NULL;
}

static void
add_row (KistPictureDialog *self, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (self->left_out, row);
}

static void
add_name_row (KistPictureDialog *self)
{
  KistPrivacyBook *book = kist_services_get_privacy_book (self->services);
  g_auto (GStrv) listed = kist_privacy_book_dup_names (book);
  g_autoptr (GArray) found = kist_privacy_check_file_name (self->name, (const char *const *)listed);

  add_row (self, found->len > 0 ? _ ("Its name, which may tell who or when it is") : _ ("Its name"), self->name);
}

static void
show_picture (KistPictureDialog *self)
{
  const KistImageFacts *facts = self->intake->facts;
  unsigned              n_rows = self->name ? 1 : 0;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (self->intake->texture));
  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    if (facts->texts[i])
      {
        add_row (self, kist_picture_wording_fact (i), facts->texts[i]);
        n_rows++;
      }
  if (self->name)
    add_name_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n_rows > 0);
  gtk_stack_set_visible_child_name (self->stack, "read");
  gtk_widget_set_sensitive (self->insert, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->alt));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistPictureDialog) self = take_dialog (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistPictureIntake) intake = kist_picture_intake_read_finish (result, &error);

  if (!self)
    return;
  if (intake)
    {
      self->intake = g_steal_pointer (&intake);
      show_picture (self);
      return;
    }
  g_message ("A picture was not taken: %s", error->message);
  kist_plain_status_describe (self->refused, error->message);
  gtk_stack_set_visible_child_name (self->stack, "refused");
  announce (self, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistPictureDialog) self = take_dialog (data);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = kist_store_save_finish (KIST_STORE (source), result, &error);

  if (!self)
    return; /* nothing names it: a later start removes it */
  if (is_saved)
    {
      g_autofree char *alt = g_strstrip (g_strdup (gtk_editable_get_text (self->alt)));
      g_autofree char *markdown = kist_image_reference_to_markdown (self->intake->image->id, alt);

      g_signal_emit (self, signals[TAKEN], 0, markdown);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  g_message ("A picture was not kept: %s", error->message);
  gtk_widget_set_sensitive (self->insert, TRUE);
  adw_banner_set_use_markup (self->problem, FALSE);
  adw_banner_set_title (self->problem, error->message);
  adw_banner_set_revealed (self->problem, TRUE);
  announce (self, error->message);
}

static void
complain_about_alt (KistPictureDialog *self, const char *complaint)
{
  gtk_label_set_text (self->alt_problem, complaint);
  gtk_widget_set_visible (GTK_WIDGET (self->alt_problem), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->alt), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->alt));
  announce (self, complaint);
}

static void
insert_clicked_cb (KistPictureDialog *self)
{
  KistStore  *store = kist_services_get_store (self->services);
  const char *complaint =
      kist_picture_wording_alt (kist_image_alt_judge (gtk_editable_get_text (self->alt), self->name));

  if (!self->intake || !gtk_widget_get_sensitive (self->insert))
    return;
  if (complaint)
    {
      complain_about_alt (self, complaint);
      return;
    }
  adw_banner_set_revealed (self->problem, FALSE);
  gtk_widget_set_sensitive (self->insert, FALSE);
  kist_store_save_image_async (store, self->entry, self->intake->image, saved_cb, kist_weak_box_new (self));
}

static void
alt_changed_cb (KistPictureDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->alt_problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->alt), "error");
}

static void
cancel_clicked_cb (KistPictureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
kist_picture_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (KIST_PICTURE_DIALOG (dialog)->cancellable);
}

static void
kist_picture_dialog_dispose (GObject *object)
{
  KistPictureDialog *self = KIST_PICTURE_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->intake, kist_picture_intake_free);
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PICTURE_DIALOG);
  G_OBJECT_CLASS (kist_picture_dialog_parent_class)->dispose (object);
}

static void
kist_picture_dialog_class_init (KistPictureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_picture_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = kist_picture_dialog_closed;

  /**
   * KistPictureDialog::taken:
   * @self: the dialog, about to close
   * @markdown: what names the picture in the text
   *
   * The picture is kept.
   */
  signals[TAKEN] = g_signal_new ("taken", KIST_TYPE_PICTURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/pictures/kist-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, insert);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, alt);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, alt_problem);
  gtk_widget_class_bind_template_child (widget_class, KistPictureDialog, left_out);
  gtk_widget_class_bind_template_callback (widget_class, alt_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_clicked_cb);
}

static void
kist_picture_dialog_init (KistPictureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_picture_dialog_new:
 * @services: the services
 * @entry: the id of an entry that is kept
 * @path: (nullable): a picture's file
 * @texture: (nullable): what another program copied, when there is no file
 *
 * The reading begins at once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
kist_picture_dialog_new (KistServices *services, const char *entry, const char *path, GdkTexture *texture)
{
  KistPictureDialog *self = g_object_new (KIST_TYPE_PICTURE_DIALOG, NULL);

  self->services = g_object_ref (services);
  self->entry = g_strdup (entry);
  self->name = path ? g_filename_display_basename (path) : NULL;
  self->cancellable = g_cancellable_new ();
  kist_picture_intake_read_async (path, texture, self->cancellable, read_cb, kist_weak_box_new (self));
  return ADW_DIALOG (self);
}
