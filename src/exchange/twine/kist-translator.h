/* Turns the passages of one story into a draft in Kist's dialect, and accounts for every part of them. The core walks
 * through the text; each dialect takes the commands that are its own. Lives on the stack of one call of
 * kist_translator_run(). */
#pragma once

#include "exchange/kist-account.h"
#include "exchange/kist-draft.h"
#include "kist-foreign-expression.h"
#include "kist-story.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_FRAME_IF,    /* what stands in it is shown only sometimes */
  KIST_FRAME_PLAIN, /* what stands in it is shown as ever */
  KIST_FRAME_LINK,  /* what it sets is set by the choice */
  KIST_FRAME_DROP,  /* what stands in it is not shown */
} KistFrameKind;

/**
 * KistFrame:
 * @kind: what it does to what stands in it
 * @name: (unowned): the command that opened it
 * @condition: (owned) (nullable): of an if: the whole condition, with those of the blocks around it
 * @others: (owned) (nullable): of an if: that none of the branches before was true
 * @is_known: of an if: whether its condition could be said in Kist's dialect
 * @has_flag: of an if: the number of the variable that holds its condition, or 0
 * @choice: (unowned) (nullable): of a link
 * @prose_start: how long the prose was where it began
 */
typedef struct
{
  KistFrameKind    kind;
  const char      *name;
  char            *condition;
  char            *others;
  gboolean         is_known;
  unsigned         flag;
  KistDraftChoice *choice;
  gsize            prose_start;
} KistFrame;

typedef struct
{
  const KistStory        *story;
  KistDialect             dialect;
  gboolean                is_verbatim; /* only accounted for: in Kist's dialect already, it stays as it is */
  KistAccount            *account;
  KistDraft              *draft;
  GHashTable             *names; /* (element-type utf8 KistStoryPassage) */
  GError                 *error; /* (owned) (nullable): why it was given up */
  const KistStoryPassage *source;
  KistDraftPassage       *passage;
  const char             *place;
  const char             *counted; /* up to where lines were counted */
  unsigned                line;
  GString                *prose;
  GPtrArray              *blocks; /* (element-type KistFrame) (owned) */
  char                   *chain;  /* (owned) (nullable): Harlowe's last if, for the else behind it */
  gboolean                is_chain_known;
  gboolean                is_special; /* nothing in this passage is shown */
  const char             *special_why;
  KistDraftChoice        *last;    /* (nullable): the last choice, for keys below it */
  unsigned                n_links; /* in this passage, of what is only accounted for */
  unsigned                n_flags;
  unsigned                n_failures; /* searches for an end that is not there */
} KistTranslator;

KistDialect kist_translator_guess (const KistStory *story);
KistDraft  *kist_translator_run (const KistStory *story, const char *title, KistAccount *account, GError **error);
const char *kist_translator_find_special (const KistStoryPassage *passage, gboolean *is_code, gboolean *is_data);

void kist_translator_note (KistTranslator *self, KistImportKind kind, KistImportFate fate, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void             kist_translator_append (KistTranslator *self, const char *text, gsize length);
void             kist_translator_tidy (KistTranslator *self);
KistDraftChoice *kist_translator_link (KistTranslator *self, const char *text, const char *target, const char *changed);
void       kist_translator_set (KistTranslator *self, const char *statement, gsize length, KistDraftChoice *choice);
void       kist_translator_open (KistTranslator *self, KistFrameKind kind, const char *name);
void       kist_translator_open_if (KistTranslator *self, const char *name, const char *condition, gsize length);
void       kist_translator_open_else (KistTranslator *self,
                                      const char     *name,
                                      char           *others,
                                      gboolean        is_known,
                                      const char     *condition,
                                      gsize           length);
void       kist_translator_close (KistTranslator *self);
void       kist_translator_embed (KistTranslator *self, const char *name, const char *command);
KistFrame *kist_translator_get_block (KistTranslator *self);
gboolean   kist_translator_is_dropping (KistTranslator *self);

/* How often something may begin that never ends, before nothing more is looked for: a person forgets a bracket now and
 * then, and a file of nothing but opening brackets must not be searched for each. */
#define KIST_TRANSLATOR_MAX_FAILURES 1000

/* Each takes what stands at the place when it is its own, and moves on behind it. */
gboolean kist_translator_read_link (KistTranslator *self);
gboolean kist_translator_read_tag (KistTranslator *self);
gboolean kist_translator_read_sugarcube (KistTranslator *self);
gboolean kist_translator_read_harlowe (KistTranslator *self);
gboolean kist_translator_read_chapbook (KistTranslator *self, gboolean is_line_start);
void     kist_translator_read_chapbook_variables (KistTranslator *self);

G_END_DECLS
