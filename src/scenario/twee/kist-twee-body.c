#include "kist-twee-body.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-twee-prose.h"
#include "scenario/kist-scenario.h"

/* What a more indented line goes on with. */
typedef enum
{
  OPEN_NOTHING,
  OPEN_FEEDBACK,
  OPEN_OTHER_KEY,
} Open;

typedef struct
{
  KistTweeContext *context;
  KistPassage     *passage;
  GString         *text;
  KistChoice      *choice;   /* (nullable): the last one */
  unsigned         seen;     /* keys below it, for kist_twee_keys_apply() */
  gboolean         is_below; /* nothing but keys stands between it and here */
  Open             open;
  unsigned         indent; /* of the key that is open */
  unsigned         line;
  const char      *start; /* of the line */
} Body;

static const struct
{
  const char     *tag;
  KistPassageTags flag;
} tags[] = {
  { "decision", KIST_PASSAGE_DECISION },
  { "info", KIST_PASSAGE_INFO },
  { "end", KIST_PASSAGE_END },
  { "reflect", KIST_PASSAGE_REFLECT },
};

/* @text with each end of a range of it given, without blanks around it and without escapes. */
static char *
dup_part (const char *start, const char *end)
{
  while (start < end && (*start == ' ' || *start == '\t'))
    start++;
  while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  return kist_twee_unescape (start, end - start);
}

/* The column after @line's blanks; a tab reaches to the next multiple of four. */
static unsigned
measure_indent (const char *line, const char **content)
{
  unsigned indent = 0;

  *content = kist_text_skip_blanks (line);
  for (; line < *content; line = g_utf8_next_char (line))
    indent = *line == '\t' ? (indent / 4 + 1) * 4 : indent + 1;
  return indent;
}

/* Returns (transfer full) (nullable): the word of "word: …". */
static char *
dup_key (const char *content)
{
  const char *p = content;

  while (g_ascii_isalnum (*p) || *p == '-' || *p == '_')
    p++;
  return p > content && *p == ':' ? g_strndup (content, p - content) : NULL;
}

static unsigned
column_of (const Body *self, const char *place)
{
  return (unsigned)g_utf8_pointer_to_offset (self->start, place) + 1;
}

static void
add_choice (Body *self, const char *place, const char *text, const char *target)
{
  KistTweeContext *context = self->context;
  unsigned         column;
  unsigned         index = GPOINTER_TO_UINT (g_hash_table_lookup (context->passages, target));

  self->choice = NULL;
  self->seen = 0;
  if (self->passage->choices->len > KIST_SCENARIO_MAX_CHOICES)
    return; /* it was said, and a column is not counted for nothing */
  column = column_of (self, place);
  if (index == 0)
    {
      context->is_broken = TRUE;
      kist_report_add_at (context->report, context->file, self->line, column, KIST_SEVERITY_ERROR,
                          "Mend its name, or add a passage of that name.",
                          "This link leads to “%s”, which does not exist.", target);
    }
  else if (!*text)
    kist_report_add_at (context->report, context->file, self->line, column, KIST_SEVERITY_WARNING,
                        "Write [[what to do->where to]].",
                        "This link to “%s” has no text, so the passage's name is shown.", target);
  if (self->passage->choices->len == KIST_SCENARIO_MAX_CHOICES)
    {
      context->is_broken = TRUE;
      kist_report_add_at (context->report, context->file, self->line, column, KIST_SEVERITY_ERROR,
                          "Divide the passage.", "The passage “%s” has more than %d choices.", self->passage->name,
                          KIST_SCENARIO_MAX_CHOICES);
    }
  /* A choice that leads nowhere is kept until the end of the file, so that the keys below it are looked at too. */
  self->choice = kist_choice_new (*text ? text : target, index > 0 ? index - 1 : 0, self->line, column);
  g_ptr_array_add (self->passage->choices, self->choice);
}

static void
add_text (Body *self, const char *line)
{
  g_string_append_printf (self->text, "%s\n", line);
  g_array_append_val (self->passage->text_lines, self->line);
}

/* Takes the links out of @line and leaves their texts; a line of nothing but links leaves nothing. */
static gboolean
read_links (Body *self, const char *line)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  gboolean    is_prose = FALSE;
  gboolean    is_open = FALSE;
  unsigned    n_links = 0;
  const char *p = line;

  while (*p)
    {
      gboolean    is_start = !is_open && p[0] == '[' && p[1] == '[';
      const char *end = is_start ? kist_twee_prose_find_link_end (p + 2) : NULL;

      if (end)
        {
          g_autofree char *text = NULL;
          g_autofree char *target = NULL;

          kist_twee_body_split_link (p + 2, end - p - 2, &text, &target);
          add_choice (self, p, text, target);
          g_string_append (prose, *text ? text : target);
          n_links++;
          p = end + 2;
          continue;
        }
      if (is_start)
        kist_report_add_at (self->context->report, self->context->file, self->line, column_of (self, p),
                            KIST_SEVERITY_WARNING, "End it with “]]” on the same line.",
                            "A link is not closed here, so it is none.");
      is_open = is_open || is_start; /* nor is any other after it */
      is_prose = is_prose || !g_ascii_isspace (*p);
      if (p[0] == '\\' && p[1])
        g_string_append_c (prose, *p++);
      g_string_append_c (prose, *p++);
    }
  if (n_links == 0)
    return FALSE;
  if (is_prose)
    {
      /* What the words of links and those around them come to is no link, key or header in its turn. */
      g_autofree char *safe = kist_twee_prose_protect (prose->str);

      add_text (self, safe);
    }
  self->is_below = TRUE;
  return TRUE;
}

static gboolean
read_key (Body *self, const char *content, unsigned indent)
{
  KistTweeContext *context = self->context;
  g_autofree char *key = indent > 0 ? dup_key (content) : NULL;
  gboolean         is_known = key && kist_twee_keys_is_known (key);
  g_autofree char *value = NULL;
  const char      *after;

  /* Prose may be indented and have a colon; only below a link is that surely meant as a key. */
  if (!key || (!is_known && (!self->is_below || (self->open == OPEN_FEEDBACK && indent > self->indent))))
    return FALSE;
  after = content + strlen (key) + 1;
  after += strspn (after, " \t");
  value = g_strchomp (g_strdup (after));
  self->open = is_known && g_str_equal (key, "feedback") ? OPEN_FEEDBACK : OPEN_OTHER_KEY;
  self->indent = indent;
  if (!is_known)
    kist_report_add_at (context->report, context->file, self->line, column_of (self, content), KIST_SEVERITY_WARNING,
                        "Known are set, if, feedback, outcome, score, code and once.",
                        "The key “%s” means nothing here.", key);
  else if (self->passage->choices->len == 0)
    kist_report_add_at (context->report, context->file, self->line, column_of (self, content), KIST_SEVERITY_WARNING,
                        "Put it below a link.", "There is no link above this “%s”.", key);
  else if (self->choice)
    {
      KistTweeKeyLine key_line = { key, value, self->line, column_of (self, content), column_of (self, after) };

      kist_twee_keys_apply (context, self->choice, &self->seen, &key_line);
    }
  return TRUE;
}

/* A more indented line below a key goes on with it. */
static gboolean
read_continuation (Body *self, const char *content, unsigned indent)
{
  if (self->open == OPEN_NOTHING || indent <= self->indent)
    return FALSE;
  if (self->open == OPEN_OTHER_KEY)
    kist_report_add_at (self->context->report, self->context->file, self->line, column_of (self, content),
                        KIST_SEVERITY_WARNING, "Put it on one line.",
                        "Only “feedback” can go on on the next line, so this was dropped.");
  else if (self->choice && self->choice->feedback && strlen (self->choice->feedback) > KIST_TWEE_MAX_LINE)
    kist_report_add_at (self->context->report, self->context->file, self->line, column_of (self, content),
                        KIST_SEVERITY_ERROR, "Make a passage of it.",
                        "This feedback is too long, and this line was dropped.");
  else if (self->choice)
    {
      g_autofree char *rest = g_strchomp (g_strdup (content));
      g_autofree char *before = g_steal_pointer (&self->choice->feedback);

      self->choice->feedback = before ? g_strconcat (before, " ", rest, NULL) : g_steal_pointer (&rest);
    }
  return TRUE;
}

static void
read_line (Body *self, const char *line)
{
  const char *content;
  unsigned    indent = measure_indent (line, &content);

  if (!*content)
    {
      self->open = OPEN_NOTHING;
      add_text (self, "");
      return;
    }
  if (read_key (self, content, indent) || read_continuation (self, content, indent))
    return;
  self->open = OPEN_NOTHING;
  if (read_links (self, line))
    return;
  self->is_below = FALSE;
  add_text (self, line);
}

/* Takes blank lines away at the ends, and all but one where links left several. @lines says on which line of the file
 * each line of @text stands, and is changed with it. */
static char *
tidy (const GString *text, GArray *lines)
{
  GString    *tidied = g_string_sized_new (text->len);
  const char *line = text->str;
  unsigned    n_kept = 0;
  gboolean    is_gap = FALSE;

  for (unsigned i = 0; i < lines->len; i++)
    {
      const char *end = strchr (line, '\n');

      if (end > line)
        {
          if (is_gap && n_kept > 0) /* the blank line stands before this one, whichever of the gap's lines that was */
            g_array_index (lines, unsigned, n_kept++) = g_array_index (lines, unsigned, i) - 1;
          if (tidied->len > 0)
            g_string_append (tidied, is_gap ? "\n\n" : "\n");
          g_string_append_len (tidied, line, end - line);
          g_array_index (lines, unsigned, n_kept++) = g_array_index (lines, unsigned, i);
        }
      is_gap = end == line;
      line = end + 1;
    }
  g_array_set_size (lines, n_kept);
  return g_string_free (tidied, FALSE);
}

static void
read_tags (KistTweeContext *context, const KistTweeSection *section, KistPassage *passage)
{
  for (unsigned i = 0; section->tags[i]; i++)
    {
      KistPassageTags flag = 0;

      for (unsigned j = 0; j < G_N_ELEMENTS (tags); j++)
        if (g_str_equal (tags[j].tag, section->tags[i]))
          flag = tags[j].flag;
      passage->tags |= flag;
      if (!flag)
        kist_report_add_at (context->report, context->file, section->line,
                            g_array_index (section->tag_columns, unsigned, i), KIST_SEVERITY_WARNING,
                            "Known are decision, info, end and reflect.", "The tag “%s” means nothing here.",
                            section->tags[i]);
    }
}

/**
 * kist_twee_body_split_link:
 * @inside: what stands between "[[" and "]]"
 * @length: its length
 * @text: (out) (transfer full): what the button says; may be empty
 * @target: (out) (transfer full): the passage it leads to
 *
 * Splits at the rightmost "->", else the leftmost "<-", else the rightmost "|" (Twee 3, and data/packs/README.md). A
 * sign behind "\" is a letter like any other.
 */
void
kist_twee_body_split_link (const char *inside, gsize length, char **text, char **target)
{
  const char *end = inside + length;
  const char *right = NULL;
  const char *left = NULL;
  const char *bar = NULL;

  for (const char *p = inside; p < end; p += *p == '\\' ? 2 : 1)
    {
      if (*p == '|')
        bar = p;
      else if (p + 1 < end && p[0] == '-' && p[1] == '>')
        right = p;
      else if (p + 1 < end && p[0] == '<' && p[1] == '-' && !left)
        left = p;
    }
  if (right)
    {
      *text = dup_part (inside, right);
      *target = dup_part (right + 2, end);
    }
  else if (left)
    {
      *text = dup_part (left + 2, end);
      *target = dup_part (inside, left);
    }
  else
    {
      *text = dup_part (inside, bar ? bar : end);
      *target = dup_part (bar ? bar + 1 : inside, end);
    }
}

/**
 * kist_twee_body_read:
 * @context: what it is read against
 * @section: a passage as it is written
 *
 * Returns: (transfer full): the passage; useless when @context says that it is broken
 */
KistPassage *
kist_twee_body_read (KistTweeContext *context, const KistTweeSection *section)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Body        body = { .context = context, .text = text };
  const char *line = section->body;

  body.passage = kist_passage_new (section->name, section->line);
  read_tags (context, section, body.passage);
  for (unsigned i = 0; i < section->n_lines; i++, line += strlen (line) + 1)
    {
      body.line = section->line + 1 + i;
      body.start = line;
      read_line (&body, line);
    }
  body.passage->text = tidy (text, body.passage->text_lines);
  return body.passage;
}
