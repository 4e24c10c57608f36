#include "kist-config.h"

#include "kist-tool.h"
#include "library/kist-library.h"
#include "publish/kist-publish.h"
#include "store/everything/kist-everything.h"
#include "store/kist-store.h"

/* The format that is not of what was written alone, but of all that the store keeps. */
#define EVERYTHING "everything"

static int
complain_of (const GError *error)
{
  return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
}

/* Where Kist itself finds its packs, so that an entry says what its Thing is called. */
static KistLibrary *
load_library (const char *data)
{
  const char *path = g_getenv ("KIST_PACK_PATH");
  g_auto (GStrv) folders = g_strsplit (path && *path ? path : KIST_PACK_DIR, G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree char *own = g_build_filename (data, "packs", NULL);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_addv (all, (const char **)folders);
  if (g_file_test (own, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (all, own);
  list = g_strv_builder_end (all);
  return kist_library_load ((const char *const *)list, NULL);
}

static void
add_entry (KistPublication *publication, KistEntry *entry, KistLibrary *library)
{
  KistThing *thing = NULL;
  KistBadge *badge = NULL;

  if (kist_entry_get_thing (entry))
    thing = kist_library_lookup_thing (library, kist_entry_get_thing (entry));
  if (kist_entry_get_badge (entry))
    badge = kist_library_lookup_badge (library, kist_entry_get_badge (entry));
  kist_publication_add_entry (publication, entry, thing ? kist_thing_get_title (thing) : NULL,
                              badge ? kist_badge_get_title (badge) : NULL);
}

/* Returns: (transfer full) (nullable): @ids of @entries, or all when there are no ids; %NULL when one is not there. */
static GPtrArray *
choose (GPtrArray *entries, const char *const *ids, const char **missing)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (by_id, (gpointer)kist_entry_get_id (entry), entry);
      if (!ids)
        g_ptr_array_add (chosen, entry);
    }
  for (; ids && *ids; ids++)
    {
      KistEntry *entry = g_hash_table_lookup (by_id, *ids);

      if (!entry)
        {
          *missing = *ids;
          return NULL;
        }
      if (!g_ptr_array_find (chosen, entry, NULL))
        g_ptr_array_add (chosen, entry);
    }
  g_ptr_array_sort (chosen, kist_publication_compare_entries);
  return g_steal_pointer (&chosen);
}

static KistPublication *
make_publication (KistContents *contents, GPtrArray *entries, const char *data, gboolean has_events, gboolean has_text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (KistLibrary) library = load_library (data);
  KistPublication *publication = kist_publication_new ("My journal", zone);

  publication->has_text = has_text;
  publication->beginning = kist_publication_find_beginning (contents->events, contents->entries);
  for (unsigned i = 0; i < entries->len; i++)
    add_entry (publication, g_ptr_array_index (entries, i), library);
  for (unsigned i = 0; has_events && i < contents->events->len; i++)
    kist_publication_add_event (publication, g_ptr_array_index (contents->events, i));
  return publication;
}

/* Returns: how many are missing; -1 when they cannot be read. */
static int
add_pictures (KistPublication *publication, GPtrArray *entries, const char *data, GError **error)
{
  g_autoptr (GPtrArray) ids = kist_publication_list_images (entries);
  g_autoptr (GHashTable) images = NULL;

  if (ids->len == 0)
    return 0;
  g_ptr_array_add (ids, NULL);
  images = kist_contents_read_images (data, (const char *const *)ids->pdata, error);
  return images ? (int)kist_publication_set_images (publication, images) : -1;
}

static int
complain_of_theme (void)
{
  g_autoptr (GString) message = g_string_new ("--theme goes with html and site, and is one of");
  const KistPublishTheme *theme;

  for (unsigned i = 0; (theme = kist_publish_theme_get (i)); i++)
    g_string_append_printf (message, "%s %s", i > 0 ? "," : "", theme->id);
  g_string_append_c (message, '.');
  return kist_tool_complain (KIST_TOOL_USAGE, message->str);
}

static int
complain_of_format (void)
{
  g_autoptr (GString) message = g_string_new ("With --data the format is one of");

  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    g_string_append_printf (message, "%s %s", i > 0 ? "," : "", kist_publish_get_format (i)->id);
  g_string_append_printf (message, ", %s.", EVERYTHING);
  return kist_tool_complain (KIST_TOOL_USAGE, message->str);
}

static int
take_everything (const char *data, const char *output)
{
  const KistBackupJob job = { 0 };
  g_autoptr (GError) error = NULL;

  return kist_everything_write (data, output, &job, &error) ? KIST_TOOL_CLEAN : complain_of (error);
}

/**
 * kist_tool_publish:
 * @data: the folder of a person's data
 * @format: what to make of it, as the user gave it
 * @output: where to
 * @ids: (nullable): the entries that are wanted; %NULL for all
 * @has_text: whether xAPI statements tell what was written
 * @theme: (nullable): how web pages look, as the user gave it
 *
 * The half of “export” that takes out what a person wrote.
 *
 * Returns: the status to end with, after what is wrong was said
 */
int
kist_tool_publish (const char        *data,
                   const char        *format,
                   const char        *output,
                   const char *const *ids,
                   gboolean           has_text,
                   const char        *theme)
{
  const KistPublishFormat *found = kist_publish_find_format (format);
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (KistPublication) publication = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  const char *missing = NULL;
  gboolean    is_folder;
  int         n_missing;

  if (g_str_equal (format, EVERYTHING))
    return ids ? kist_tool_complain (KIST_TOOL_USAGE, "“everything” goes without --entry.")
               : take_everything (data, output);
  if (!found)
    return complain_of_format ();
  if (theme && (!kist_publish_theme_find (theme) || !g_str_equal (found->extension, "html")))
    return complain_of_theme ();
  contents = kist_contents_read (data, &error);
  if (!contents)
    return complain_of (error);
  entries = choose (contents->entries, ids, &missing);
  if (!entries)
    {
      g_autofree char *message = g_strdup_printf ("There is no entry “%s”.", missing);

      return kist_tool_complain (KIST_TOOL_UNREADABLE, message);
    }
  publication = make_publication (contents, entries, data, g_str_equal (format, "xapi") && !ids, has_text);
  publication->theme = kist_publish_theme_find (theme);
  n_missing = add_pictures (publication, entries, data, &error);
  if (n_missing < 0)
    return complain_of (error);
  files = kist_publish (found, publication, NULL, &error);
  is_folder = kist_publish_makes_folder (found, entries) || (found->shape == KIST_PUBLISH_EACH && !ids);
  if (!files || !kist_publish_save (files, is_folder, output, &error))
    return complain_of (error);
  if (n_missing > 0)
    g_printerr ("kist-tool: %d pictures are missing, and their descriptions stand in their place.\n", n_missing);
  if (contents->n_unreadable == 0)
    return n_missing > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
  g_printerr ("kist-tool: %u parts of the record were written by another Kist and are left out.\n",
              contents->n_unreadable);
  return KIST_TOOL_FINDINGS;
}
