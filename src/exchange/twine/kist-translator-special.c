#include "kist-translator.h"

/* Names and tags that a story format gives a meaning to and that are no passage anyone reads. SugarCube's
 * documentation, "Special Passages" and "Special Tags"; Harlowe's manual, "Passage tags". */
static const struct
{
  const char *name;
  const char *tag;
  const char *why;
  gboolean    is_code;
} specials[] = {
  { "StoryTitle", NULL, "It became the title.", FALSE },
  { "StoryData", NULL, "It says what the scenario is called and where it begins.", FALSE },
  { NULL, "script", "Kist runs no scripts.", TRUE },
  { NULL, "stylesheet", "Kist has its own look.", TRUE },
  { NULL, "Twine.private", "It is meant for Twine alone.", TRUE },
  { NULL, "widget", "Kist has no commands of an author's own.", TRUE },
  { NULL, "init", "What it sets is set before the first passage.", FALSE },
  { NULL, "startup", "What it sets is set before the first passage.", FALSE },
  { NULL, "header", "Kist shows nothing on every passage.", FALSE },
  { NULL, "footer", "Kist shows nothing on every passage.", FALSE },
  { "StoryInit", NULL, "What it sets is set before the first passage.", FALSE },
  { "StoryAuthor", NULL, "Kist has no such bar beside the text.", FALSE },
  { "StoryBanner", NULL, "Kist has no such bar beside the text.", FALSE },
  { "StoryCaption", NULL, "Kist has no such bar beside the text.", FALSE },
  { "StoryDisplayTitle", NULL, "The title is the story's name.", FALSE },
  { "StoryInterface", NULL, "Kist has its own look.", TRUE },
  { "StoryMenu", NULL, "Kist has no such bar beside the text.", FALSE },
  { "StorySettings", NULL, "Kist has its own settings.", FALSE },
  { "StoryShare", NULL, "Kist has no such bar beside the text.", FALSE },
  { "StorySubtitle", NULL, "Kist has no such bar beside the text.", FALSE },
  { "PassageDone", NULL, "Kist shows nothing on every passage.", FALSE },
  { "PassageFooter", NULL, "Kist shows nothing on every passage.", FALSE },
  { "PassageHeader", NULL, "Kist shows nothing on every passage.", FALSE },
  { "PassageReady", NULL, "Kist shows nothing on every passage.", FALSE },
};

/**
 * kist_translator_find_special:
 * @passage: a passage
 * @is_code: (out) (optional): whether there is nothing in it but code
 * @is_data: (out) (optional): whether it speaks of the whole
 *
 * Returns: (transfer none) (nullable): why it is no passage anyone reads; %NULL of all others
 */
const char *
kist_translator_find_special (const KistStoryPassage *passage, gboolean *is_code, gboolean *is_data)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      if ((!specials[i].name || !g_str_equal (specials[i].name, passage->name)) &&
          (!specials[i].tag || !kist_story_passage_has_tag (passage, specials[i].tag)))
        continue;
      if (is_code)
        *is_code = specials[i].is_code;
      if (is_data)
        *is_data = i < 2;
      return specials[i].why;
    }
  return NULL;
}
