/* What a Twee file says about the whole scenario, in its passages StoryData and StoryTitle. Lives on the parser's
 * thread; its parts end up in the KistScenario. */
#pragma once

#include "kist-twee-section.h"
#include "scenario/kist-passage.h"

G_BEGIN_DECLS

/* Bars are drawn side by side and named aloud one after the other. */
#define KIST_TWEE_MAX_OUTCOMES 12

/**
 * KistTweeStory:
 * @ifid: (owned) (nullable): the permanent id that Twine gave it
 * @title: (owned) (nullable): from StoryTitle, else from StoryData
 * @start: (owned) (nullable): the passage to begin at
 * @start_place: where @start stands, else where StoryData does; 0 when there is none
 * @outcomes: (owned) (nullable): the bars it declares; %NULL when StoryData cannot be read
 * @cuts_loops: whether points earned in a loop are lost where it closes
 */
typedef struct
{
  char         *ifid;
  char         *title;
  char         *start;
  KistFilePlace start_place;
  char        **outcomes;
  gboolean      cuts_loops;
} KistTweeStory;

KistTweeStory *kist_twee_story_read (GPtrArray *sections, const char *file, KistReport *report);
void           kist_twee_story_free (KistTweeStory *self);
gboolean       kist_twee_story_is_about (const KistTweeSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistTweeStory, kist_twee_story_free)

G_END_DECLS
