#include "kist-privacy-concern.h"

#include <string.h>

#include "kist-privacy-seen.h"

/* Goes through a text once: how many characters there are before a byte that lies further on than the last. */
typedef struct
{
  const char *text;
  gsize       byte;
  unsigned    n_chars;
} Counter;

static unsigned
count_to (Counter *self, gsize byte)
{
  /* The findings' starts only grow; ends may lie behind the next start, by no more than a sentence. */
  if (byte < self->byte)
    self->n_chars -= (unsigned)g_utf8_strlen (self->text + byte, (gssize)(self->byte - byte));
  else
    self->n_chars += (unsigned)g_utf8_strlen (self->text + self->byte, (gssize)(byte - self->byte));
  self->byte = byte;
  return self->n_chars;
}

static void
concern_free (gpointer data)
{
  KistPrivacyConcern *self = data;

  g_free (self->text);
  g_free (self->key);
  g_array_unref (self->places);
  g_free (self);
}

/* As a reader sees them: the same words with and without emphasis are one concern. */
static char *
dup_words (const char *text, const KistPrivacyFinding *finding)
{
  g_autofree char *written = g_strndup (text + finding->start, finding->end - finding->start);
  g_autoptr (KistPrivacySeen) seen = kist_privacy_seen_new (written);
  char *words = g_strdup (kist_privacy_seen_get_text (seen));

  return g_strstrip (g_strdelimit (words, "\n\t", ' '));
}

static KistPrivacyConcern *
take_concern (GPtrArray *concerns, GHashTable *by_key, const char *text, const KistPrivacyFinding *finding)
{
  g_autofree char    *words = dup_words (text, finding);
  g_autofree char    *folded = g_utf8_casefold (words, -1);
  g_autofree char    *key = g_strdup_printf ("%s %s", kist_privacy_kind_get_id (finding->kind), folded);
  KistPrivacyConcern *concern = g_hash_table_lookup (by_key, key);

  if (!concern)
    {
      concern = g_new0 (KistPrivacyConcern, 1);
      concern->kind = finding->kind;
      concern->certainty = finding->certainty;
      concern->text = g_steal_pointer (&words);
      concern->key = g_steal_pointer (&key);
      concern->places = g_array_new (FALSE, FALSE, sizeof (KistPrivacyPlace));
      g_hash_table_insert (by_key, concern->key, concern);
      g_ptr_array_add (concerns, concern);
    }
  concern->certainty = MAX (concern->certainty, finding->certainty);
  return concern;
}

/* The surest first; the sort is stable, so that of equals the first in the text is. */
static gint
compare (gconstpointer first, gconstpointer second)
{
  const KistPrivacyConcern *const *a = first, *const *b = second;

  return (int)(*b)->certainty - (int)(*a)->certainty;
}

/**
 * kist_privacy_concerns_new:
 * @title: the entry's title
 * @body: the entry's body
 * @listed: (nullable) (array zero-terminated=1): names of people that the writer wants found wherever they stand
 *
 * Checks both. Nothing is marked as meant so yet. As with kist_privacy_check(), none is no clearance.
 *
 * Returns: (transfer full) (element-type KistPrivacyConcern): the concerns, the surest first
 */
GPtrArray *
kist_privacy_concerns_new (const char *title, const char *body, const char *const *listed)
{
  GPtrArray *concerns = g_ptr_array_new_with_free_func (concern_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;
  g_autoptr (GArray) findings = NULL;
  unsigned body_start;
  Counter  counter = { 0 };

  g_return_val_if_fail (title != NULL && body != NULL, NULL);

  text = g_strconcat (title, KIST_PRIVACY_BETWEEN, body, NULL);
  counter.text = text;
  body_start = (unsigned)(g_utf8_strlen (title, -1) + (glong)strlen (KIST_PRIVACY_BETWEEN));
  findings = kist_privacy_check (text, listed);
  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      KistPrivacyPlace place = { count_to (&counter, finding->start), count_to (&counter, finding->end), FALSE };

      place.is_title = place.start < body_start;
      if (place.is_title)
        place.end = MIN (place.end, body_start - (unsigned)strlen (KIST_PRIVACY_BETWEEN));
      else
        {
          place.start -= body_start;
          place.end -= body_start;
        }
      g_array_append_val (take_concern (concerns, by_key, text, finding)->places, place);
    }
  g_ptr_array_sort (concerns, compare);
  return concerns;
}

/**
 * kist_privacy_concerns_mark:
 * @concerns: (element-type KistPrivacyConcern): concerns
 * @meant: (nullable) (element-type utf8): the keys of those that the writer said are meant so
 *
 * Sets @is_meant of each.
 *
 * Returns: how many are left to be looked at
 */
unsigned
kist_privacy_concerns_mark (GPtrArray *concerns, GHashTable *meant)
{
  unsigned n_open = 0;

  g_return_val_if_fail (concerns != NULL, 0);

  for (guint i = 0; i < concerns->len; i++)
    {
      KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);

      concern->is_meant = meant && g_hash_table_contains (meant, concern->key);
      n_open += !concern->is_meant;
    }
  return n_open;
}
