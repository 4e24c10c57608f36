#include "kist-gift.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-gift-answers.h"

#define GAP "_____"

typedef struct
{
  KistQuizBuilder *builder;
  KistGiftReader   reader;
  GString         *block;             /* (owned): the question that is read, comments taken out */
  char            *name;              /* (owned) (nullable): what a comment before it called it */
  gboolean         is_case_sensitive; /* said by a comment before it */
  GArray          *ids;               /* (element-type KistGiftId) (owned): what comments in it called its answers */
  GArray          *lines;             /* (element-type KistGiftLine) (owned): where the lines of the block stand */
  GArray          *places;            /* (element-type gsize) (owned): where in the block these comments stood */
} Parser;

static gboolean
begins_with (const char *text, const char *start)
{
  return strncmp (text, start, strlen (start)) == 0;
}

/* @at: (nullable): where it is; else the question as a whole is meant */
static gboolean
refuse (Parser *self, const char *at, const char *hint, const char *message)
{
  unsigned line, column;

  kist_gift_find_place (&self->reader, at, &line, &column);
  return kist_quiz_builder_refuse (self->builder, line, column, hint, message);
}

static void
clear_id (gpointer data)
{
  g_free (((KistGiftId *)data)->id);
}

/* The id in "// [id:name]", as Moodle writes it too; NULL when @comment has none. */
static char *
dup_comment_id (Parser *self, const char *comment, gsize length, unsigned line)
{
  g_autofree char *copy = g_strndup (comment, length);
  char            *start = strstr (copy, "[id:");
  char            *end = start ? strchr (start, ']') : NULL;

  if (!end)
    return NULL;
  *end = '\0';
  g_strstrip (start += strlen ("[id:"));
  if (kist_text_is_id (start))
    return g_strdup (start);
  kist_quiz_builder_warn (self->builder, line, 0,
                          "An id is small letters, digits, - _ and . and begins with a letter or digit.",
                          "What stands after [id: is no id and not used.");
  return NULL;
}

static void
read_comment (Parser *self, const char *comment, gsize length, unsigned line)
{
  char      *id = dup_comment_id (self, comment, length, line);
  KistGiftId kept = { NULL, id };

  if (self->block->len == 0 && g_strstr_len (comment, (gssize)length, "[case:sensitive]"))
    self->is_case_sensitive = TRUE;
  if (!id)
    return;
  if (self->block->len == 0)
    {
      g_free (self->name);
      self->name = id;
      return;
    }
  g_array_append_val (self->ids, kept);
  g_array_append_val (self->places, self->block->len);
}

static char *
dup_question_text (Parser *self, const char *before, const char *after)
{
  g_autofree char *rest = kist_gift_clean (after ? after : "", FALSE);
  g_autofree char *whole = g_strdup_printf ("%s%s%s", before, *rest ? " " GAP : "", after ? after : "");

  return kist_gift_dup_text (&self->reader, whole);
}

/* A text without braces. One that asks has lost them. */
static KistQuestion *
read_description (Parser *self, const char *text)
{
  KistQuestion *question = kist_question_new (KIST_QUESTION_DESCRIPTION, self->reader.line);

  question->text = dup_question_text (self, text, NULL);
  if (g_str_has_suffix (question->text, "?"))
    kist_quiz_builder_warn (self->builder, self->reader.line, self->reader.column, "Write its answers between { and }.",
                            "This text ends with a question mark and has no answers, so it is only shown.");
  return question;
}

static KistQuestion *
read_question (Parser *self, char *text)
{
  KistQuestion *question;
  char         *body = kist_gift_find (text, "{"), *stray = kist_gift_find (text, "}"), *after;

  if (!body && !stray)
    return read_description (self, text);
  if (!body || (stray && stray < body))
    {
      refuse (self, stray, "Write \\} for a brace that is text.", "This question has a } without a { before it.");
      return NULL;
    }
  *body++ = '\0';
  after = kist_gift_cut (body, "}");
  if (!after)
    {
      refuse (self, body - 1, "End the answers with }; an empty line ends a question, so there is none inside.",
              "The answers of this question do not end.");
      return NULL;
    }
  if (kist_gift_find_any (after, "{}"))
    {
      refuse (self, kist_gift_find_any (after, "{}"), "Put an empty line between two questions; write \\{ for a brace.",
              "This question has answers twice; it is left out.");
      return NULL;
    }
  question = kist_gift_read_answers (self->builder, &self->reader, body, self->ids);
  if (question)
    question->text = dup_question_text (self, text, after);
  return question;
}

static void
read_block (Parser *self, char *text)
{
  g_autofree char *name = NULL;
  const char      *start;
  KistQuestion    *question;

  text += strspn (text, " \t\n");
  if (self->block->len > KIST_QUIZ_MAX_QUESTION)
    {
      refuse (self, NULL, "Put an empty line between two questions.", "This question is too long; it is left out.");
      return;
    }
  if (begins_with (text, "::"))
    {
      char *title = text + 2;

      text = kist_gift_cut (title, "::");
      if (!text)
        {
          refuse (self, NULL, "Write ::name:: before the question.", "The name of this question does not end.");
          return;
        }
      name = kist_gift_clean (title, FALSE);
    }
  start = text;
  self->reader.format = kist_gift_take_format (&start, KIST_GIFT_PLAIN);
  question = read_question (self, text + (start - text));
  if (!question)
    return;
  question->column = self->reader.column;
  question->is_case_sensitive = self->is_case_sensitive && question->kind == KIST_QUESTION_SHORT;
  question->is_markdown = self->reader.format != KIST_GIFT_PLAIN;
  kist_quiz_builder_add (self->builder, question, name && *name ? name : self->name);
}

static void
end_question (Parser *self)
{
  if (self->block->len > 0)
    {
      for (unsigned i = 0; i < self->ids->len; i++)
        g_array_index (self->ids, KistGiftId, i).place = self->block->str + g_array_index (self->places, gsize, i);
      read_block (self, self->block->str);
      g_clear_pointer (&self->name, g_free);
      self->is_case_sensitive = FALSE;
    }
  g_array_set_size (self->ids, 0);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->lines, 0);
  g_string_truncate (self->block, 0);
}

static void
read_line (Parser *self, const char *line, gsize length, unsigned number)
{
  const char *start = kist_text_skip_blanks (line);
  gboolean    has_sign = start != line + strspn (line, " \t") && *start && strchr ("=~#>{}:", *start);

  if (start >= line + length)
    end_question (self);
  else if (self->block->len == 0 && begins_with (start, "$CATEGORY:"))
    kist_report_add (self->builder->report, self->builder->file, number, KIST_SEVERITY_NOTE, NULL,
                     "Categories are not used.");
  else if (begins_with (start, "//"))
    read_comment (self, start, length - (gsize)(start - line), number);
  else
    {
      KistGiftLine place = { self->block->len, number, 1 };

      if (has_sign)
        place.column = (unsigned)g_utf8_pointer_to_offset (line, start) + 1;
      if (self->block->len == 0)
        {
          self->reader.line = number;
          self->reader.column = (unsigned)g_utf8_pointer_to_offset (line, start) + 1;
        }
      g_array_append_val (self->lines, place);
      /* Before one of GIFT's signs an indent means nothing, and may be of no-break spaces. */
      g_string_append_len (self->block, has_sign ? start : line, (gssize)length - (has_sign ? start - line : 0));
      g_string_append_c (self->block, '\n');
    }
}

/**
 * kist_gift_parse:
 * @builder: where questions and findings go
 * @text: a normalised text
 *
 * The rules are those of Moodle's importer (question/format/gift/format.php): an empty line ends a question, a line
 * that begins with two slashes is a comment, '\' protects one of ~ = # { } : and itself, the last "####" begins what is
 * said to everyone. "[html]" becomes Markdown. A comment with "[id:name]" names the answer below it; before a question
 * without ::name:: the question, as in Moodle.
 */
void
kist_gift_parse (KistQuizBuilder *builder, const char *text)
{
  Parser   self = { .builder = builder };
  unsigned number = 1;

  g_return_if_fail (builder != NULL && text != NULL);

  self.reader.file = builder->file;
  self.reader.report = builder->report;
  self.block = g_string_new (NULL);
  self.places = g_array_new (FALSE, FALSE, sizeof (gsize));
  self.lines = g_array_new (FALSE, FALSE, sizeof (KistGiftLine));
  self.reader.block = self.block;
  self.reader.lines = self.lines;
  self.ids = g_array_new (FALSE, FALSE, sizeof (KistGiftId));
  g_array_set_clear_func (self.ids, clear_id);
  for (const char *line = text; *line; number++)
    {
      gsize length = strcspn (line, "\n");

      read_line (&self, line, length, number);
      line += length + (line[length] == '\n');
    }
  end_question (&self);
  g_free (self.name);
  g_array_unref (self.ids);
  g_array_unref (self.places);
  g_array_unref (self.lines);
  g_string_free (self.block, TRUE);
}
