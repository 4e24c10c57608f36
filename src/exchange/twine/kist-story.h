/* A story as one of Twine's files holds it, before anything of it is understood: passages with their names, tags and
 * source text. Twee 3, Twine 2 HTML, archive and JSON are four ways of writing down the same. Reader's thread. */
#pragma once

#include <json-glib/json-glib.h>

#include "kist-begins.h"

G_BEGIN_DECLS

/**
 * KistStoryPassage:
 * @name: (owned): without blanks around it
 * @tags: (owned): its tags
 * @text: (owned): its source
 * @position: (owned) (nullable): "600,400" in Twine's map
 * @line: of a Twee file, where its text begins; 1 elsewhere
 * @is_renamed: whether another passage had its name already
 */
typedef struct
{
  char    *name;
  char   **tags;
  char    *text;
  char    *position;
  unsigned line;
  gboolean is_renamed;
} KistStoryPassage;

/**
 * KistStory:
 * @name: (owned) (nullable): its title
 * @ifid: (owned) (nullable): its permanent id
 * @format: (owned) (nullable): the story format it is written for, "Harlowe"
 * @start: (owned) (nullable): the name of the first passage
 * @data: (owned) (nullable): StoryData as an object
 * @n_scripts: scripts outside of passages
 * @n_styles: style sheets outside of passages
 * @is_twee: whether lines are those of the file
 * @passages: (element-type KistStoryPassage) (owned): in their order
 */
typedef struct
{
  char       *name;
  char       *ifid;
  char       *format;
  char       *start;
  JsonObject *data;
  unsigned    n_scripts;
  unsigned    n_styles;
  gboolean    is_twee;
  GPtrArray  *passages;
} KistStory;

/* What one file may hold: of stories, and of passages in each. */
#define KIST_STORY_MAX_STORIES 200
#define KIST_STORY_MAX_PASSAGES 20000

KistStory        *kist_story_new (void);
void              kist_story_free (KistStory *self);
KistStoryPassage *kist_story_add_passage (KistStory *self, const char *name, const char *text);
void              kist_story_passage_trim (KistStoryPassage *self);
gboolean          kist_story_passage_has_tag (const KistStoryPassage *self, const char *tag);
gboolean          kist_story_finish (KistStory *self, GError **error);
void              kist_story_take_data (KistStory *self, const char *json);

KistStory *kist_story_read_twee (const char *text, GError **error);
GPtrArray *kist_story_read_html (const char *text, GError **error);
KistStory *kist_story_read_json (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistStory, kist_story_free)

G_END_DECLS
