/* A question of a quiz and its answers. Made by the readers, never changed afterwards, owned by its KistQuiz; any
 * thread. Everything that a person's response names has an id that stays when a new edition of the pack re-orders
 * answers or inserts one: see kist_answer_make_id(). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KIST_QUESTION_SINGLE,      /* one answer is chosen */
  KIST_QUESTION_MULTIPLE,    /* any number of them */
  KIST_QUESTION_TRUE_FALSE,  /* two answers, with the ids "true" and "false" */
  KIST_QUESTION_SHORT,       /* a few words; answers are patterns that are accepted */
  KIST_QUESTION_NUMERIC,     /* a number; answers are numbers with a tolerance */
  KIST_QUESTION_MATCHING,    /* text and match of each answer belong together */
  KIST_QUESTION_ORDERING,    /* answers in their right order */
  KIST_QUESTION_FREE_TEXT,   /* any text; answers are what one then looks for in it oneself */
  KIST_QUESTION_DESCRIPTION, /* nothing is asked */
} KistQuestionKind;

/**
 * KistAnswer:
 * @id: permanent, unique in its question
 * @text: what it says; of a short answer the pattern, of a number how it is written or "*" for any, of a pair the left
 *   side, "" where there is only a right side to mislead
 * @match: (nullable): the right side of a pair
 * @credit: −100 to 100, what it brings
 * @number: of a number
 * @tolerance: how far from @number one may be, not below 0
 * @feedback: (nullable): what to say to whoever gives it
 */
typedef struct
{
  char  *id;
  char  *text;
  char  *match;
  double credit;
  double number;
  double tolerance;
  char  *feedback;
} KistAnswer;

/**
 * KistQuestion:
 * @id: permanent, unique in its quiz
 * @kind: what is asked for
 * @text: the question
 * @is_markdown: whether all texts of the question are Markdown; else plain, "\n" a line break
 * @is_case_sensitive: whether capitals count in short answers
 * @feedback: (nullable): what to say to everyone, whatever the answer
 * @answers: (element-type KistAnswer): by @kind
 * @line: where it begins in its file
 * @column: where it begins in that line, in characters from 1; 0 where that is not known
 */
typedef struct
{
  char            *id;
  KistQuestionKind kind;
  char            *text;
  gboolean         is_markdown;
  gboolean         is_case_sensitive;
  char            *feedback;
  GPtrArray       *answers;
  unsigned         line;
  unsigned         column;
} KistQuestion;

KistQuestion     *kist_question_new (KistQuestionKind kind, unsigned line);
void              kist_question_free (KistQuestion *self);
KistAnswer       *kist_question_add_answer (KistQuestion *self, const char *text, double credit, const char *feedback);
const KistAnswer *kist_question_get_answer (const KistQuestion *self, unsigned index);
const KistAnswer *kist_question_lookup_answer (const KistQuestion *self, const char *id);
GPtrArray        *kist_question_dup_matches (const KistQuestion *self);
GPtrArray        *kist_question_dup_shuffled (const KistQuestion *self);
gboolean          kist_question_equal (const KistQuestion *a, const KistQuestion *b);
char             *kist_answer_make_id (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistQuestion, kist_question_free)

G_END_DECLS
