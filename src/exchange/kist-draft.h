/* A scenario while a foreign file is being turned into one: plain text in every field, nothing resolved. Written out as
 * Twee 3 in Kist's dialect by kist_draft_to_twee(). Belongs to the reader's thread. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * KistDraftChoice:
 * @text: what the button says
 * @target: the name of the passage it leads to
 * @condition: (nullable): an expression of Kist's dialect
 * @sets: (element-type utf8): "name = expression"
 * @feedback: (nullable): what follows
 * @keys: (element-type utf8): further keys as they will stand: "outcome: trust -1"
 */
typedef struct
{
  char      *text;
  char      *target;
  char      *condition;
  GPtrArray *sets;
  char      *feedback;
  GPtrArray *keys;
} KistDraftChoice;

/**
 * KistDraftPassage:
 * @name: its name
 * @tags: (element-type utf8): its tags
 * @position: (nullable): "600,400" in Twine's map
 * @text: the narrative in Markdown
 * @choices: (element-type KistDraftChoice): in their order
 * @entry_sets: (element-type utf8): what is set whenever it is entered
 * @body: (nullable): all of its source text, when that is in Kist's dialect already; then text and choices are not used
 */
typedef struct
{
  char      *name;
  GPtrArray *tags;
  char      *position;
  GString   *text;
  GPtrArray *choices;
  GPtrArray *entry_sets;
  char      *body;
} KistDraftPassage;

/**
 * KistDraft:
 * @title: its title
 * @ifid: (nullable): its permanent id; one is made of title and start where it is missing
 * @start: the name of the passage it begins at
 * @data: (nullable): what StoryData holds beside id, format and start
 * @passages: (element-type KistDraftPassage): in their order
 * @first_sets: (element-type utf8): what is set before the first passage
 */
typedef struct
{
  char       *title;
  char       *ifid;
  char       *start;
  JsonObject *data;
  GPtrArray  *passages;
  GPtrArray  *first_sets;
} KistDraft;

KistDraft        *kist_draft_new (void);
void              kist_draft_free (KistDraft *self);
KistDraftPassage *kist_draft_add_passage (KistDraft *self, const char *name);
KistDraftChoice  *kist_draft_passage_add_choice (KistDraftPassage *self, const char *text, const char *target);
void              kist_draft_passage_add_tag (KistDraftPassage *self, const char *tag);
gboolean          kist_draft_settle (KistDraft *self);
char             *kist_draft_to_twee (const KistDraft *self);
char             *kist_draft_dup_ifid (const KistDraft *self);
char             *kist_draft_dup_data (const KistDraft *self);
char             *kist_draft_passage_dup_body (const KistDraftPassage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistDraft, kist_draft_free)

G_END_DECLS
