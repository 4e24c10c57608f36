#include "kist-privacy-book.h"

#include <gtk/gtk.h>
#include <string.h>

struct _KistPrivacyBook
{
  GObject parent_instance;

  KistSaver     *saver; /* (owned) */
  GtkStringList *names; /* (owned) in their order */
  GHashTable    *meant; /* (element-type utf8 GHashTable) (owned) by the entry's id, the keys of its findings */
  GHashTable    *seen;  /* (element-type utf8 KistEntry) (owned) by the entry's id, as it was when it was seen */
};

G_DEFINE_FINAL_TYPE (KistPrivacyBook, kist_privacy_book, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* Returns (transfer none): the findings of an entry that are meant so. */
static GHashTable *
ensure_entry (KistPrivacyBook *self, const char *entry)
{
  GHashTable *findings = g_hash_table_lookup (self->meant, entry);

  if (!findings)
    {
      findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->meant, g_strdup (entry), findings);
    }
  return findings;
}

/* Where @name stands or would stand; @is_there says which of the two. */
static unsigned
find_name (KistPrivacyBook *self, const char *name, gboolean *is_there)
{
  unsigned n = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  int      order = 1;
  unsigned i = 0;

  while (i < n && (order = g_utf8_collate (name, gtk_string_list_get_string (self->names, i))) > 0)
    i++;
  *is_there = i < n && order == 0;
  return i;
}

static void
kist_privacy_book_dispose (GObject *object)
{
  KistPrivacyBook *self = KIST_PRIVACY_BOOK (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->names);
  g_clear_pointer (&self->meant, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  G_OBJECT_CLASS (kist_privacy_book_parent_class)->dispose (object);
}

static void
kist_privacy_book_class_init (KistPrivacyBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_privacy_book_dispose;

  /**
   * KistPrivacyBook::changed:
   * @self: the book
   *
   * A name came or went, or a finding is meant so or no longer: what was checked is to be looked at again.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_PRIVACY_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_privacy_book_init (KistPrivacyBook *self)
{
  self->names = gtk_string_list_new (NULL);
  self->meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * kist_privacy_book_new:
 * @saver: what keeps every change
 * @names: (nullable) (element-type utf8): #KistContents.names
 * @meant: (nullable) (element-type utf8): #KistContents.meant
 *
 * Returns: (transfer full): the book as it was left
 */
KistPrivacyBook *
kist_privacy_book_new (KistSaver *saver, GPtrArray *names, GPtrArray *meant)
{
  KistPrivacyBook *self = g_object_new (KIST_TYPE_PRIVACY_BOOK, NULL);

  self->saver = g_object_ref (saver);
  for (guint i = 0; names && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gboolean    is_there;
      unsigned    place = find_name (self, name, &is_there);

      if (!is_there)
        gtk_string_list_splice (self->names, place, 0, (const char *[]){ name, NULL });
    }
  for (guint i = 0; meant && i < meant->len; i++)
    {
      const char      *line = g_ptr_array_index (meant, i), *end = strchr (line, '\n');
      g_autofree char *entry = end ? g_strndup (line, (gsize)(end - line)) : NULL;

      if (entry)
        g_hash_table_add (ensure_entry (self, entry), g_strdup (end + 1));
    }
  return self;
}

/**
 * kist_privacy_book_get_names:
 * @self: a book
 *
 * Returns: (transfer none): the names, #GtkStringObject in their order; follows every change
 */
GListModel *
kist_privacy_book_get_names (KistPrivacyBook *self)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (self), NULL);

  return G_LIST_MODEL (self->names);
}

/**
 * kist_privacy_book_dup_names:
 * @self: a book
 *
 * Returns: (transfer full) (array zero-terminated=1): a copy of the names, for another thread
 */
char **
kist_privacy_book_dup_names (KistPrivacyBook *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (self), NULL);

  for (unsigned i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->names)); i++)
    g_strv_builder_add (builder, gtk_string_list_get_string (self->names, i));
  return g_strv_builder_end (builder);
}

/**
 * kist_privacy_book_add_name:
 * @self: a book
 * @name: as it was typed in; the spaces around it are left out
 *
 * Returns: whether it is on the list now and was not before: a name is 2 to 80 characters on one line, and there are
 *   %KIST_PRIVACY_BOOK_MAX_NAMES at most
 */
gboolean
kist_privacy_book_add_name (KistPrivacyBook *self, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  glong            length = g_utf8_strlen (stripped, -1);
  gboolean         is_there;
  unsigned         place;

  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (self), FALSE);

  place = find_name (self, stripped, &is_there);
  if (is_there || length < KIST_PRIVACY_BOOK_MIN_LENGTH || length > KIST_PRIVACY_BOOK_MAX_LENGTH ||
      strchr (stripped, '\n') || g_list_model_get_n_items (G_LIST_MODEL (self->names)) >= KIST_PRIVACY_BOOK_MAX_NAMES)
    return FALSE;
  gtk_string_list_splice (self->names, place, 0, (const char *[]){ stripped, NULL });
  g_hash_table_remove_all (self->seen); /* it may stand in any of them */
  kist_saver_save_name (self->saver, stripped, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * kist_privacy_book_remove_name:
 * @self: a book
 * @name: a name; nothing happens when it is not on the list
 */
void
kist_privacy_book_remove_name (KistPrivacyBook *self, const char *name)
{
  g_autofree char *kept = g_strdup (name); /* @name may belong to the list */
  gboolean         is_there;
  unsigned         place;

  g_return_if_fail (KIST_IS_PRIVACY_BOOK (self) && name != NULL);

  place = find_name (self, kept, &is_there);
  if (!is_there)
    return;
  gtk_string_list_remove (self->names, place);
  kist_saver_save_name (self->saver, kept, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_privacy_book_get_meant:
 * @self: a book
 * @entry: an entry's id
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the keys of its findings that are meant so; %NULL for none
 */
GHashTable *
kist_privacy_book_get_meant (KistPrivacyBook *self, const char *entry)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (self), NULL);

  return g_hash_table_lookup (self->meant, entry);
}

/**
 * kist_privacy_book_set_meant:
 * @self: a book
 * @entry: an entry's id
 * @finding: the key of what was found there
 * @is_meant: whether it is meant to stand there
 */
void
kist_privacy_book_set_meant (KistPrivacyBook *self, const char *entry, const char *finding, gboolean is_meant)
{
  GHashTable *findings;

  g_return_if_fail (KIST_IS_PRIVACY_BOOK (self) && entry != NULL && finding != NULL);

  findings = ensure_entry (self, entry);
  if (is_meant ? !g_hash_table_add (findings, g_strdup (finding)) : !g_hash_table_contains (findings, finding))
    return;
  kist_saver_save_meant (self->saver, entry, finding, is_meant);
  if (!is_meant)
    g_hash_table_remove (findings, finding); /* @finding may be its key: last */
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_privacy_book_set_seen:
 * @self: a book
 * @entry: an entry as it is
 *
 * The writer has seen what was found in @entry, and went on.
 */
void
kist_privacy_book_set_seen (KistPrivacyBook *self, KistEntry *entry)
{
  g_return_if_fail (KIST_IS_PRIVACY_BOOK (self) && KIST_IS_ENTRY (entry));

  g_hash_table_replace (self->seen, g_strdup (kist_entry_get_id (entry)), g_object_ref (entry));
}

/**
 * kist_privacy_book_was_seen:
 * @self: a book
 * @entry: an entry's id
 * @title: its title as it is
 * @body: its text as it is
 * @tags: (nullable) (array zero-terminated=1): its tags as they are, or %NULL when they do not leave with the text
 *
 * Returns: whether the writer has seen what there is to be found in this text: a name that was listed since, or another
 *   letter, is to be seen anew
 */
gboolean
kist_privacy_book_was_seen (KistPrivacyBook   *self,
                            const char        *entry,
                            const char        *title,
                            const char        *body,
                            const char *const *tags)
{
  KistEntry *seen;

  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (self) && entry != NULL, FALSE);
  g_return_val_if_fail (title != NULL && body != NULL, FALSE);

  seen = g_hash_table_lookup (self->seen, entry);
  return seen && g_str_equal (kist_entry_get_title (seen), title) && g_str_equal (kist_entry_get_body (seen), body) &&
         (!tags || g_strv_equal (kist_entry_get_tags (seen), tags));
}
