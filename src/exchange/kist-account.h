/* What became of every part of a foreign file: kept, changed or dropped, and why. Readers add a line for each node,
 * link and answer they meet, so that nothing vanishes unsaid. Filled by one thread and then only read. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KistImportKind:
 * @KIST_IMPORT_NODE: a passage, a screen, a question of a branching scenario
 * @KIST_IMPORT_LINK: what leads from one node to another
 * @KIST_IMPORT_ANSWER: an alternative of a question
 * @KIST_IMPORT_QUESTION: a question of a quiz
 * @KIST_IMPORT_CONDITION: an “if” around something
 * @KIST_IMPORT_ASSIGNMENT: a “set”
 * @KIST_IMPORT_MACRO: another command of a foreign program
 * @KIST_IMPORT_TEXT: words and their looks
 * @KIST_IMPORT_MEDIA: pictures, sound and film
 * @KIST_IMPORT_DATA: what is said about the whole
 */
typedef enum
{
  KIST_IMPORT_NODE,
  KIST_IMPORT_LINK,
  KIST_IMPORT_ANSWER,
  KIST_IMPORT_QUESTION,
  KIST_IMPORT_CONDITION,
  KIST_IMPORT_ASSIGNMENT,
  KIST_IMPORT_MACRO,
  KIST_IMPORT_TEXT,
  KIST_IMPORT_MEDIA,
  KIST_IMPORT_DATA,
} KistImportKind;
#define KIST_IMPORT_N_KINDS (KIST_IMPORT_DATA + 1)

typedef enum
{
  KIST_IMPORT_KEPT,
  KIST_IMPORT_CHANGED,
  KIST_IMPORT_DROPPED,
} KistImportFate;
#define KIST_IMPORT_N_FATES (KIST_IMPORT_DROPPED + 1)

/**
 * KistImportItem:
 * @kind: what it is
 * @fate: what became of it
 * @source: where it stands: "passage “Start”, line 3"
 * @why: one sentence; of what was kept, what it became
 */
typedef struct
{
  KistImportKind kind;
  KistImportFate fate;
  char          *source;
  char          *why;
} KistImportItem;

/* A trainer's largest course has some thousand parts; a file with more is no course. */
#define KIST_ACCOUNT_MAX_ITEMS 100000

typedef struct _KistAccount KistAccount;

KistAccount          *kist_account_new (void);
void                  kist_account_free (KistAccount *self);
void                  kist_account_add (KistAccount   *self,
                                        KistImportKind kind,
                                        KistImportFate fate,
                                        const char    *source,
                                        const char    *format,
                                        ...) G_GNUC_PRINTF (5, 6);
gboolean              kist_account_is_full (const KistAccount *self);
unsigned              kist_account_get_n_items (const KistAccount *self);
const KistImportItem *kist_account_get_item (const KistAccount *self, unsigned index);
unsigned              kist_account_count (const KistAccount *self, KistImportKind kind, KistImportFate fate);
const char           *kist_import_kind_to_string (KistImportKind kind);
const char           *kist_import_fate_to_string (KistImportFate fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistAccount, kist_account_free)

G_END_DECLS
