#include "kist-moodle-reader.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/kist-text.h"
#include "kist-moodle-text.h"
#include "quiz/kist-number.h"

/* libxml2 holds each attribute of an element against all others. */
#define MAX_ATTRIBUTES 2000

typedef struct
{
  KistQuizBuilder *builder;
  GHashTable      *said; /* (element-type utf8) (owned): what the report has once already */
  xmlNode         *node; /* the question that is read */
  KistQuestion    *question;
} Reader;

typedef struct
{
  const char      *name;
  KistQuestionKind kind;
} Kind;

static const Kind kinds[] = {
  { "multichoice", KIST_QUESTION_MULTIPLE }, { "truefalse", KIST_QUESTION_TRUE_FALSE },
  { "shortanswer", KIST_QUESTION_SHORT },    { "numerical", KIST_QUESTION_NUMERIC },
  { "matching", KIST_QUESTION_MATCHING },    { "ordering", KIST_QUESTION_ORDERING },
  { "essay", KIST_QUESTION_FREE_TEXT },      { "description", KIST_QUESTION_DESCRIPTION },
};

static unsigned
line_of (xmlNode *node)
{
  return (unsigned)MAX (0, xmlGetLineNo (node));
}

static void
note_once (Reader *self, xmlNode *node, const char *message)
{
  if (g_hash_table_add (self->said, (char *)message))
    kist_report_add (self->builder->report, self->builder->file, line_of (node), KIST_SEVERITY_NOTE, NULL, "%s",
                     message);
}

static char *
dup_text (Reader *self, xmlNode *node)
{
  return kist_moodle_dup_text (node, self->question->is_markdown, self->builder->file, self->builder->report);
}

static double
read_fraction (Reader *self, xmlNode *node)
{
  g_autofree char *text = kist_moodle_dup_attribute (node, "fraction");
  double           value;

  if (!text || !kist_number_parse (text, '.', &value) || value < -100 || value > 100)
    {
      kist_quiz_builder_warn (self->builder, line_of (node), 0, "Write a number from -100 to 100.",
                              "The fraction of this answer is no number; it counts as wrong.");
      return 0;
    }
  return value;
}

static KistAnswer *
add_answer (Reader *self, xmlNode *node, const char *text, double credit)
{
  g_autofree char *feedback = dup_text (self, kist_moodle_find (node, "feedback"));
  KistAnswer      *answer = kist_question_add_answer (self->question, text, credit, feedback);
  g_autofree char *id = kist_moodle_dup_attribute (node, "id");

  if (kist_text_is_id (id))
    answer->id = g_steal_pointer (&id);
  return answer;
}

static void
read_number (Reader *self, xmlNode *node, KistAnswer *answer)
{
  g_autofree char *tolerance = kist_moodle_dup_value (node, "tolerance");

  if (g_str_equal (answer->text, "*"))
    return;
  if (!kist_number_parse (answer->text, '.', &answer->number) ||
      (*tolerance && !kist_number_parse (tolerance, '.', &answer->tolerance)) || answer->tolerance < 0)
    {
      kist_quiz_builder_warn (self->builder, line_of (node), 0, "Write a number.",
                              "An answer to this question is no number, and no number is that.");
      answer->credit = 0;
      answer->tolerance = 0;
      return;
    }
  g_free (answer->text);
  answer->text = kist_number_to_text (answer->number);
}

static void
read_answer (Reader *self, xmlNode *node)
{
  KistQuestionKind kind = self->question->kind;
  gboolean         is_pattern = kind == KIST_QUESTION_SHORT || kind == KIST_QUESTION_NUMERIC;
  xmlNode         *text_node = kist_moodle_find (node, "text") ? node : NULL;
  g_autofree char *plain = is_pattern ? kist_moodle_dup_value (node, "text") : NULL;
  g_autofree char *text = plain ? g_steal_pointer (&plain) : dup_text (self, text_node);
  KistAnswer *answer = add_answer (self, node, text, kind == KIST_QUESTION_ORDERING ? 100 : read_fraction (self, node));

  if (kind == KIST_QUESTION_NUMERIC)
    read_number (self, node, answer);
}

/* Moodle writes true first, but need not. */
static gboolean
order_facts (Reader *self)
{
  GPtrArray  *answers = self->question->answers;
  KistAnswer *first, *second;

  if (answers->len != 2)
    return kist_quiz_builder_refuse (self->builder, self->question->line, 0, NULL,
                                     "This question of true or false has not two answers; it is left out.");
  first = g_ptr_array_index (answers, 0);
  second = g_ptr_array_index (answers, 1);
  if (g_ascii_strcasecmp (first->text, "false") == 0)
    {
      g_ptr_array_index (answers, 0) = second;
      g_ptr_array_index (answers, 1) = first;
    }
  g_set_str (&((KistAnswer *)g_ptr_array_index (answers, 0))->text, "True");
  g_set_str (&((KistAnswer *)g_ptr_array_index (answers, 1))->text, "False");
  return TRUE;
}

static void
read_pair (Reader *self, xmlNode *node)
{
  g_autofree char *left = dup_text (self, kist_moodle_find (node, "text") ? node : NULL);
  g_autofree char *right = kist_moodle_dup_value (node, "answer");
  g_autofree char *match = NULL;
  KistReport      *report = self->builder->report;
  xmlNode         *answer = kist_moodle_find (node, "answer");

  /* Moodle's right sides have no format and are plain; ours say theirs. */
  if (answer && xmlHasProp (answer, (const xmlChar *)"format"))
    match = kist_moodle_dup_text (answer, self->question->is_markdown, self->builder->file, report);
  else
    match = g_steal_pointer (&right);
  add_answer (self, node, left, 100)->match = g_steal_pointer (&match);
}

static void
read_rubric (Reader *self)
{
  g_autofree char *own = g_steal_pointer (&self->question->feedback);

  self->question->feedback = dup_text (self, kist_moodle_find (self->node, "graderinfo"));
  kist_quiz_builder_take_rubric (self->question);
  if (self->question->feedback)
    note_once (self, self->node, "What is for graders is said to everyone who answered: there are none in Kist.");
  if (own && self->question->feedback)
    {
      g_autofree char *both = g_strconcat (own, "\n", self->question->feedback, NULL);

      g_set_str (&self->question->feedback, both);
    }
  else if (own)
    self->question->feedback = g_steal_pointer (&own);
}

/* What a question may hold and Kist does not use. */
static void
note_left_out (Reader *self)
{
  const struct
  {
    const char *name, *message;
  } unused[] = {
    { "correctfeedback", "What is said to every right answer together is left out." },
    { "partiallycorrectfeedback", "What is said to every partly right answer together is left out." },
    { "incorrectfeedback", "What is said to every wrong answer together is left out." },
    { "hint", "Hints are left out." },
    { "tags", "Tags are left out." },
    { "units", "Units of numbers are left out." },
    { "responsetemplate", "What stands in the field of a free text at first is left out." },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (unused); i++)
    {
      g_autofree char *value = kist_moodle_dup_value (self->node, unused[i].name);

      if (*value)
        note_once (self, kist_moodle_find (self->node, unused[i].name), unused[i].message);
    }
  if (kist_moodle_find (kist_moodle_find (self->node, "questiontext"), "file"))
    note_once (self, self->node, "Files inside of questions are left out.");
}

static gboolean
read_parts (Reader *self)
{
  g_autofree char *single = kist_moodle_dup_value (self->node, "single");
  g_autofree char *usecase = kist_moodle_dup_value (self->node, "usecase");

  if (self->question->kind == KIST_QUESTION_MULTIPLE && !g_str_equal (single, "false") && !g_str_equal (single, "0"))
    self->question->kind = KIST_QUESTION_SINGLE;
  self->question->is_case_sensitive = self->question->kind == KIST_QUESTION_SHORT && g_str_equal (usecase, "1");
  for (xmlNode *child = self->node->children; child; child = child->next)
    {
      if (self->question->answers->len > KIST_QUIZ_MAX_ANSWERS)
        return TRUE; /* which the builder says */
      if (kist_moodle_is (child, "answer") && self->question->kind != KIST_QUESTION_FREE_TEXT)
        read_answer (self, child);
      else if (kist_moodle_is (child, "subquestion"))
        read_pair (self, child);
    }
  if (self->question->kind == KIST_QUESTION_FREE_TEXT)
    read_rubric (self);
  return self->question->kind != KIST_QUESTION_TRUE_FALSE || order_facts (self);
}

static void
read_question (Reader *self, KistQuestionKind kind)
{
  xmlNode         *text = kist_moodle_find (self->node, "questiontext");
  g_autofree char *name = kist_moodle_dup_value (self->node, "name");
  g_autofree char *id = kist_moodle_dup_value (self->node, "idnumber");

  self->question = kist_question_new (kind, line_of (self->node));
  self->question->is_markdown = kist_moodle_is_markdown (text);
  self->question->text = dup_text (self, text);
  self->question->feedback = dup_text (self, kist_moodle_find (self->node, "generalfeedback"));
  if (!*self->question->feedback)
    g_clear_pointer (&self->question->feedback, g_free);
  note_left_out (self);
  if (!read_parts (self))
    g_clear_pointer (&self->question, kist_question_free);
  else
    kist_quiz_builder_add (self->builder, g_steal_pointer (&self->question),
                           kist_text_is_id (id) ? id
                           : *name              ? name
                                                : NULL);
}

static void
read_node (Reader *self)
{
  g_autofree char *type = kist_moodle_dup_attribute (self->node, "type");

  for (unsigned i = 0; type && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (type, kinds[i].name))
      {
        read_question (self, kinds[i].kind);
        return;
      }
  if (type && g_str_equal (type, "category"))
    note_once (self, self->node, "Categories are not used.");
  else
    kist_report_add (
        self->builder->report, self->builder->file, line_of (self->node), KIST_SEVERITY_ERROR,
        "Ask it as one of single or multiple choice, true or false, short answer, number, matching, ordering "
        "or free text.",
        "This question is of the kind “%s”, which Kist does not have; it is left out.", type ? type : "");
}

/* A document type may declare entities that grow without end; no export of Moodle has one. */
static gboolean
declares_type (const char *text)
{
  const char *p = text;

  for (p = strchr (p, '<'); p && (p[1] == '?' || p[1] == '!'); p = strchr (p, '<'))
    {
      if (strncmp (p, "<!DOCTYPE", strlen ("<!DOCTYPE")) == 0)
        return TRUE;
      p = strstr (p, strncmp (p, "<!--", 4) == 0 ? "-->" : ">");
      if (!p)
        return FALSE;
    }
  return FALSE;
}

static gboolean
has_flood (const char *text)
{
  unsigned n = 0;

  for (const char *p = text; *p; p++)
    {
      if (*p == '<')
        n = 0;
      else if (*p == '=' && strchr ("\"'", p[1 + strspn (p + 1, " \t\n")]) && ++n > MAX_ATTRIBUTES)
        return TRUE;
    }
  return FALSE;
}

static xmlDoc *
parse (KistQuizBuilder *builder, const char *text)
{
  xmlParserCtxt  *context = xmlNewParserCtxt ();
  const xmlError *error;
  xmlDoc         *document;

  document = xmlCtxtReadMemory (context, text, (int)strlen (text), NULL, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  error = xmlCtxtGetLastError (context);
  if (!document)
    {
      g_autofree char *words = g_strstrip (g_utf8_make_valid (error && error->message ? error->message : "", -1));

      /* The library names a switch of its own to a reader who has none. */
      if (strstr (words, "XML_PARSE_HUGE"))
        g_set_str (&words, "it is nested too deeply, or a part of it is too long");
      kist_report_add_at (builder->report, builder->file, error ? (unsigned)MAX (0, error->line) : 0,
                          error ? (unsigned)MAX (0, error->int2) : 0, KIST_SEVERITY_ERROR,
                          "Export it again, or mend it there.", "This is no XML that can be read: %s.", words);
    }
  xmlFreeParserCtxt (context);
  return document;
}

/**
 * kist_moodle_parse:
 * @builder: where questions and findings go
 * @text: a normalised text
 *
 * Reads the export of Moodle's question bank. HTML becomes Markdown. A question's id is its ID number, else its name.
 * Nothing is loaded, no entity is declared, nothing nested more than 256 deep is read.
 */
void
kist_moodle_parse (KistQuizBuilder *builder, const char *text)
{
  Reader   self = { .builder = builder };
  xmlDoc  *document;
  xmlNode *root;

  g_return_if_fail (builder != NULL && text != NULL);

  if (declares_type (text) || has_flood (text) || strlen (text) > G_MAXINT / 2)
    {
      kist_quiz_builder_refuse (builder, 1, 0, "Export it from Moodle again.",
                                "This XML declares a type or has a flood of attributes, and is not read.");
      return;
    }
  document = parse (builder, text);
  if (!document)
    return;
  root = xmlDocGetRootElement (document);
  self.said = g_hash_table_new (g_str_hash, g_str_equal);
  if (!root || !kist_moodle_is (root, "quiz"))
    kist_quiz_builder_refuse (builder, root ? line_of (root) : 0, 0, "It begins with <quiz>.",
                              "This is XML, but no quiz of Moodle.");
  for (self.node = root && kist_moodle_is (root, "quiz") ? root->children : NULL; self.node;
       self.node = self.node->next)
    if (kist_moodle_is (self.node, "question"))
      read_node (&self);
  g_hash_table_unref (self.said);
  xmlFreeDoc (document);
}
