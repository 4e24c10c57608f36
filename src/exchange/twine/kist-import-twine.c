/* The four ways of writing down a story of Twine, each of them turned into scenarios. */
#include <string.h>

#include "exchange/kist-import-private.h"
#include "kist-story.h"
#include "kist-translator.h"

static gboolean
take_story (KistSource *source, KistStory *story, GError **error)
{
  const char *title = story->name && *story->name ? story->name : source->name;
  g_autoptr (KistDraft) draft = kist_translator_run (story, title, source->account, error);

  if (!draft || g_cancellable_set_error_if_cancelled (source->cancellable, error))
    return FALSE;
  return kist_source_take_draft (source, draft, error);
}

/**
 * kist_import_read_html:
 * @source: Twine 2 HTML, or an archive of several stories
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_html (KistSource *source, GError **error)
{
  g_autoptr (GPtrArray) stories = kist_story_read_html (source->text, error);

  for (unsigned i = 0; stories && i < stories->len; i++)
    if (!take_story (source, g_ptr_array_index (stories, i), error))
      return FALSE;
  return stories != NULL;
}

/**
 * kist_import_read_json:
 * @source: Twine 2 JSON
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_json (KistSource *source, GError **error)
{
  g_autoptr (KistStory) story = kist_story_read_json (source->text, error);

  return story && take_story (source, story, error);
}

/**
 * kist_import_read_twee:
 * @source: Twee 3
 * @error: return location
 *
 * What is in Kist's dialect already stays as it is, letter by letter.
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_twee (KistSource *source, GError **error)
{
  g_autoptr (KistStory) story = kist_story_read_twee (source->text, error);
  g_autoptr (KistDraft) draft = NULL;

  if (!story)
    return FALSE;
  if (!story->format || !g_str_equal (story->format, "Kist"))
    return take_story (source, story, error);
  draft = kist_translator_run (story, story->name && *story->name ? story->name : source->name, source->account, error);
  if (!draft)
    return FALSE;
  source->title = g_strdup (draft->title);
  kist_source_take_file (source, "scenarios", draft->title, ".twee", g_strdup (source->text));
  return TRUE;
}
