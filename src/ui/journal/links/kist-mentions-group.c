#include "kist-config.h"

#include "kist-mentions-group.h"

#include <glib/gi18n.h>

#include "journal/kist-passage-link.h"
#include "ui/journal/kist-editor-place.h"
#include "ui/kist-wording.h"
#include "ui/record/kist-link-row.h"

/* More rows at once help nobody. */
#define MOST_MENTIONS 50

struct _KistMentionsGroup
{
  AdwBin parent_instance;

  KistServices  *services;    /* (owned) (nullable) until set up */
  KistReference *reference;   /* (owned) (nullable) until set up */
  GCancellable  *cancellable; /* (owned) (nullable) of the search under way */
  gboolean       is_stale;    /* the journal changed since it was searched */
  GPtrArray     *rows;        /* (element-type GtkWidget) (unowned) */

  AdwPreferencesGroup *group; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (KistMentionsGroup, kist_mentions_group, ADW_TYPE_BIN)

/* What a search is given. */
typedef struct
{
  GPtrArray     *entries;   /* (owned) */
  KistReference *reference; /* (owned) */
  GWeakRef       group;     /* a page that was closed is not kept by it */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->entries);
  g_object_unref (search->reference);
  g_weak_ref_clear (&search->group);
  g_free (search);
}

static void
search_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, kist_mentions_find (search->entries, search->reference),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
add_row (KistMentionsGroup *self, const KistMention *mention)
{
  const char      *title = kist_entry_get_title (mention->entry);
  KistClock       *clock = kist_services_get_clock (self->services);
  g_autofree char *day = kist_wording_dup_day (clock, kist_entry_get_updated (mention->entry));
  /* Translators: a day, and words of an entry: Yesterday · “what I saw” */
  g_autofree char *subtitle = mention->words ? g_strdup_printf (_ ("%s · “%s”"), day, mention->words) : g_strdup (day);
  GVariant        *place = g_variant_new ("(sii)", kist_entry_get_id (mention->entry), mention->place, mention->length);
  GtkWidget       *row = kist_link_row_new (*title ? title : _ ("Untitled"), subtitle, "mention.open", place);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show (KistMentionsGroup *self, GPtrArray *mentions)
{
  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; i < MIN (mentions->len, MOST_MENTIONS); i++)
    add_row (self, g_ptr_array_index (mentions, i));
  if (mentions->len > MOST_MENTIONS)
    {
      unsigned         n = mentions->len - MOST_MENTIONS;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

      adw_preferences_group_set_description (self->group, more);
    }
  else
    adw_preferences_group_set_description (self->group, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->group), mentions->len > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (KistMentionsGroup) self = g_weak_ref_get (&search->group);
  g_autoptr (GPtrArray) mentions = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!self || !mentions) /* gone, or a newer search is under way */
    return;
  g_clear_object (&self->cancellable);
  show (self, mentions);
}

static void
search (KistMentionsGroup *self)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  self->is_stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->entries = kist_journal_snapshot (kist_services_get_journal (self->services));
  search->reference = g_object_ref (self->reference);
  g_weak_ref_init (&search->group, self);
  task = g_task_new (NULL, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, search_on_thread);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_on_thread);
}

static void
journal_changed_cb (KistMentionsGroup *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self);
  else
    self->is_stale = TRUE;
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistMentionsGroup *self = KIST_MENTIONS_GROUP (widget);
  const char        *entry;
  int                place, length;

  g_variant_get (parameter, "(&sii)", &entry, &place, &length);
  if (place >= 0)
    kist_editor_place_point_to (self->services, entry, place, length);
  gtk_widget_activate_action (widget, "win.open-entry", "s", entry);
}

static void
kist_mentions_group_map (GtkWidget *widget)
{
  KistMentionsGroup *self = KIST_MENTIONS_GROUP (widget);

  GTK_WIDGET_CLASS (kist_mentions_group_parent_class)->map (widget);
  if (self->services && self->is_stale)
    search (self);
}

static void
kist_mentions_group_dispose (GObject *object)
{
  KistMentionsGroup *self = KIST_MENTIONS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_object (&self->reference);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_mentions_group_parent_class)->dispose (object);
}

static void
kist_mentions_group_class_init (KistMentionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_mentions_group_dispose;
  widget_class->map = kist_mentions_group_map;
  gtk_widget_class_install_action (widget_class, "mention.open", "(sii)", open_action);
}

static void
kist_mentions_group_init (KistMentionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("In Your Journal"));
  gtk_widget_set_visible (GTK_WIDGET (self->group), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * kist_mentions_group_set_up:
 * @self: a group that was not set up before
 * @services: the services
 * @reference: what entries are to be linked to
 */
void
kist_mentions_group_set_up (KistMentionsGroup *self, KistServices *services, KistReference *reference)
{
  g_return_if_fail (KIST_IS_MENTIONS_GROUP (self) && KIST_IS_SERVICES (services) && KIST_IS_REFERENCE (reference));
  g_return_if_fail (!self->services);

  self->services = g_object_ref (services);
  self->reference = g_object_ref (reference);
  self->is_stale = TRUE;
  g_signal_connect_object (kist_services_get_journal (services), "changed", G_CALLBACK (journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self);
}
