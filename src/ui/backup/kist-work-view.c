#include "kist-config.h"

#include "kist-work-view.h"

struct _KistWorkView
{
  AdwBin parent_instance;

  KistBackupWork *work; /* (owned) (nullable) */

  GtkLabel       *title;
  GtkProgressBar *bar;
  GtkWidget      *cancel;
};

G_DEFINE_FINAL_TYPE (KistWorkView, kist_work_view, ADW_TYPE_BIN)

static void
forget (KistWorkView *self)
{
  if (self->work)
    g_signal_handlers_disconnect_by_data (self->work, self);
  g_clear_object (&self->work);
}

static void
fraction_changed_cb (KistWorkView *self)
{
  double fraction;

  g_object_get (self->work, "fraction", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->bar, fraction);
}

static void
cancel_clicked_cb (KistWorkView *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  if (self->work)
    kist_backup_work_cancel (self->work);
}

static void
kist_work_view_dispose (GObject *object)
{
  forget (KIST_WORK_VIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_WORK_VIEW);
  G_OBJECT_CLASS (kist_work_view_parent_class)->dispose (object);
}

static void
kist_work_view_class_init (KistWorkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_work_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/backup/kist-work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistWorkView, title);
  gtk_widget_class_bind_template_child (widget_class, KistWorkView, bar);
  gtk_widget_class_bind_template_child (widget_class, KistWorkView, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
kist_work_view_init (KistWorkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (KistWorkView *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * kist_work_view_follow:
 * @self: the view
 * @work: work that has begun
 * @title: what is being done
 */
void
kist_work_view_follow (KistWorkView *self, KistBackupWork *work, const char *title)
{
  g_return_if_fail (KIST_IS_WORK_VIEW (self) && KIST_IS_BACKUP_WORK (work));

  forget (self);
  self->work = g_object_ref (work);
  g_signal_connect_object (work, "notify::fraction", G_CALLBACK (fraction_changed_cb), self, G_CONNECT_SWAPPED);
  fraction_changed_cb (self);
  gtk_widget_set_visible (self->cancel, TRUE);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  show (self, title);
  gtk_widget_grab_focus (self->cancel);
}

/**
 * kist_work_view_wait:
 * @self: the view
 * @title: what is being done
 *
 * For the short part that nobody may stop.
 */
void
kist_work_view_wait (KistWorkView *self, const char *title)
{
  g_return_if_fail (KIST_IS_WORK_VIEW (self));

  forget (self);
  gtk_progress_bar_set_fraction (self->bar, 1);
  gtk_widget_set_visible (self->cancel, FALSE);
  show (self, title);
}

/**
 * kist_work_view_stop:
 * @self: the view, from now on not to be seen
 */
void
kist_work_view_stop (KistWorkView *self)
{
  g_return_if_fail (KIST_IS_WORK_VIEW (self));

  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
