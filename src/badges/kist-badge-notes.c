#include "kist-badge-notes.h"

/* What is noted of one badge. */
typedef struct
{
  gboolean    is_held;
  GDate       awarded;  /* valid where the day is known */
  GHashTable *followed; /* (element-type utf8 utf8) (owned) the rule's id by the conflict's */
  GPtrArray  *noted;    /* (element-type utf8) (unowned) the keys of followed, and a NULL */
} Note;

struct _KistBadgeNotes
{
  GObject parent_instance;

  GHashTable *notes; /* (element-type utf8 Note) (owned) by the badge's id */
  GPtrArray  *held;  /* (element-type utf8) (unowned) the ids of those that are held, and a NULL */
};

G_DEFINE_FINAL_TYPE (KistBadgeNotes, kist_badge_notes, G_TYPE_OBJECT)

static void
note_free (Note *note)
{
  g_ptr_array_unref (note->noted);
  g_hash_table_unref (note->followed);
  g_free (note);
}

static Note *
ensure_note (KistBadgeNotes *self, const char *badge)
{
  Note *note = g_hash_table_lookup (self->notes, badge);

  if (note)
    return note;
  note = g_new0 (Note, 1);
  g_date_clear (&note->awarded, 1);
  note->followed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  note->noted = g_ptr_array_new ();
  g_ptr_array_add (note->noted, NULL);
  g_hash_table_insert (self->notes, g_strdup (badge), note);
  return note;
}

/* @text is a day of ISO 8601, or none. */
static void
read_day (const char *text, GDate *day)
{
  g_autofree char *midnight = text ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = midnight ? g_date_time_new_from_iso8601 (midnight, NULL) : NULL;

  g_date_clear (day, 1);
  if (time)
    g_date_set_dmy (day, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                    g_date_time_get_year (time));
}

static void
add_held (KistBadgeNotes *self, const KistEvent *event)
{
  Note          *note = ensure_note (self, event->item);
  GHashTableIter iter;
  gpointer       badge, other;

  note->is_held = event->value != 0;
  read_day (note->is_held ? event->text : NULL, &note->awarded);
  g_ptr_array_set_size (self->held, 0);
  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &badge, &other))
    if (((Note *)other)->is_held)
      g_ptr_array_add (self->held, badge);
  g_ptr_array_add (self->held, NULL);
}

static void
add_followed (KistBadgeNotes *self, const KistEvent *event)
{
  const char      *slash = strchr (event->item, '/');
  g_autofree char *badge = slash ? g_strndup (event->item, (gsize)(slash - event->item)) : NULL;
  Note            *note = badge ? ensure_note (self, badge) : NULL;
  GHashTableIter   iter;
  gpointer         conflict;

  if (!note)
    return;
  if (event->text)
    g_hash_table_replace (note->followed, g_strdup (slash + 1), g_strdup (event->text));
  else
    g_hash_table_remove (note->followed, slash + 1);
  g_ptr_array_set_size (note->noted, 0);
  g_hash_table_iter_init (&iter, note->followed);
  while (g_hash_table_iter_next (&iter, &conflict, NULL))
    g_ptr_array_add (note->noted, conflict);
  g_ptr_array_add (note->noted, NULL);
}

static void
kist_badge_notes_finalize (GObject *object)
{
  KistBadgeNotes *self = KIST_BADGE_NOTES (object);

  g_ptr_array_unref (self->held);
  g_hash_table_unref (self->notes);
  G_OBJECT_CLASS (kist_badge_notes_parent_class)->finalize (object);
}

static void
kist_badge_notes_class_init (KistBadgeNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_badge_notes_finalize;
}

static void
kist_badge_notes_init (KistBadgeNotes *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)note_free);
  self->held = g_ptr_array_new ();
  g_ptr_array_add (self->held, NULL);
}

/**
 * kist_badge_notes_new:
 *
 * Returns: (transfer full): the notes of someone who noted nothing yet
 */
KistBadgeNotes *
kist_badge_notes_new (void)
{
  return g_object_new (KIST_TYPE_BADGE_NOTES, NULL);
}

/**
 * kist_badge_notes_add:
 * @self: notes
 * @event: what happened next; of one badge, events must come in the order in which they happened
 *
 * Folds one event in; only %KIST_VERB_HELD and %KIST_VERB_FOLLOWED say something of a badge.
 */
void
kist_badge_notes_add (KistBadgeNotes *self, const KistEvent *event)
{
  g_return_if_fail (KIST_IS_BADGE_NOTES (self) && event != NULL);

  if (!event->item)
    return;
  if (event->verb == KIST_VERB_HELD)
    add_held (self, event);
  else if (event->verb == KIST_VERB_FOLLOWED)
    add_followed (self, event);
}

/**
 * kist_badge_notes_has:
 * @self: notes
 * @badge: a badge's id
 *
 * Returns: whether the person noted that they have it
 */
gboolean
kist_badge_notes_has (KistBadgeNotes *self, const char *badge)
{
  Note *note;

  g_return_val_if_fail (KIST_IS_BADGE_NOTES (self) && badge != NULL, FALSE);

  note = g_hash_table_lookup (self->notes, badge);
  return note && note->is_held;
}

/**
 * kist_badge_notes_get_awarded:
 * @self: notes
 * @badge: a badge's id
 *
 * Returns: (transfer none) (nullable): when it was awarded, where that is noted
 */
const GDate *
kist_badge_notes_get_awarded (KistBadgeNotes *self, const char *badge)
{
  Note *note;

  g_return_val_if_fail (KIST_IS_BADGE_NOTES (self) && badge != NULL, NULL);

  note = g_hash_table_lookup (self->notes, badge);
  return note && note->is_held && g_date_valid (&note->awarded) ? &note->awarded : NULL;
}

/**
 * kist_badge_notes_get_followed:
 * @self: notes
 * @badge: a badge's id
 * @conflict: the id of one of its conflicts
 *
 * Returns: (transfer none) (nullable): the id of the rule that the person followed, where that is noted
 */
const char *
kist_badge_notes_get_followed (KistBadgeNotes *self, const char *badge, const char *conflict)
{
  Note *note;

  g_return_val_if_fail (KIST_IS_BADGE_NOTES (self) && badge != NULL && conflict != NULL, NULL);

  note = g_hash_table_lookup (self->notes, badge);
  return note ? g_hash_table_lookup (note->followed, conflict) : NULL;
}

/**
 * kist_badge_notes_fill:
 * @self: notes
 * @badge: the id of the badge that is to be judged
 * @facts: what else is known; what the notes say of @badge is put in, lent until the next event is added
 */
void
kist_badge_notes_fill (KistBadgeNotes *self, const char *badge, KistEvidenceFacts *facts)
{
  static const char *const nothing[] = { NULL };
  Note                    *note;

  g_return_if_fail (KIST_IS_BADGE_NOTES (self) && badge != NULL && facts != NULL);

  note = g_hash_table_lookup (self->notes, badge);
  facts->held = (const char *const *)self->held->pdata;
  facts->awarded = kist_badge_notes_get_awarded (self, badge);
  facts->noted = note ? (const char *const *)note->noted->pdata : nothing;
}

/**
 * kist_badge_notes_dup_day:
 * @day: a day
 *
 * Returns: (transfer full): @day as %KIST_VERB_HELD has it, "2026-11-22" (ISO 8601)
 */
char *
kist_badge_notes_dup_day (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}
