#include "kist-html.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-html-lexer.h"
#include "kist-html-writer.h"

typedef struct
{
  const char     *file;
  KistReport     *report;
  GHashTable     *said; /* (element-type utf8) (owned): what the report has once already */
  KistHtmlWriter *writer;
  GString        *code; /* (owned) (nullable): what was in <pre> or <code> so far */
  char            code_name[16];
} Converter;

/* What is kept as it is: text, without an element around it. */
static const char *const transparent[] = {
  "a",     "abbr",  "acronym", "bdi",  "bdo", "big", "body", "cite",  "data",  "dfn",      "font", "head", "html",
  "ins",   "link",  "mark",    "meta", "q",   "rp",  "rt",   "ruby",  "small", "span",     "sub",  "sup",  "tbody",
  "tfoot", "thead", "time",    "u",    "var", "wbr", "nobr", "label", "col",   "colgroup", NULL,
};

static const char *const blocks[] = {
  "address", "article", "aside",    "blockquote", "caption", "center",  "dd",   "details", "div",
  "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer",  "form", "header",  "hgroup",
  "legend",  "main",    "nav",      "p",          "section", "summary", NULL,
};

static void
note (Converter *self, unsigned line, const char *key, const char *message)
{
  if (g_hash_table_add (self->said, g_strdup (key)))
    kist_report_add (self->report, self->file, line, KIST_SEVERITY_NOTE, NULL, "%s", message);
}

static void
note_element (Converter *self, const KistHtmlToken *token, const char *fate)
{
  g_autofree char *message = g_strdup_printf ("The element <%s> is left out%s.", token->name, fate);

  note (self, token->line, token->name, message);
}

static gboolean
mark_of (const char *name, KistHtmlMark *mark)
{
  const struct
  {
    const char  *name;
    KistHtmlMark mark;
  } marks[] = {
    { "b", KIST_HTML_STRONG },      { "strong", KIST_HTML_STRONG }, { "em", KIST_HTML_EMPHASIS },
    { "i", KIST_HTML_EMPHASIS },    { "del", KIST_HTML_STRIKE },    { "s", KIST_HTML_STRIKE },
    { "strike", KIST_HTML_STRIKE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (name, marks[i].name))
      {
        *mark = marks[i].mark;
        return TRUE;
      }
  return FALSE;
}

static gboolean
container_of (const char *name, KistHtmlContainer *container)
{
  const struct
  {
    const char       *name;
    KistHtmlContainer container;
  } containers[] = {
    { "ul", KIST_HTML_BULLETS }, { "menu", KIST_HTML_BULLETS },     { "ol", KIST_HTML_NUMBERS },
    { "li", KIST_HTML_ITEM },    { "blockquote", KIST_HTML_QUOTE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (containers); i++)
    if (g_str_equal (name, containers[i].name))
      {
        *container = containers[i].container;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_code (const char *name)
{
  static const char *const names[] = { "pre", "code", "tt", "kbd", "samp", NULL };

  return g_strv_contains (names, name);
}

/* Only what leaves for the web or a mailbox; everything else could run or read something. */
static char *
dup_target (const char *address)
{
  g_autofree char *scheme = address ? g_uri_parse_scheme (address) : NULL;
  GString         *target;

  if (!scheme || (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0 &&
                  g_ascii_strcasecmp (scheme, "mailto") != 0))
    return NULL;
  target = g_string_new (NULL);
  for (const char *p = address; *p; p++)
    {
      if (g_ascii_iscntrl (*p) || strchr (" ()<>\\\"`", *p))
        g_string_append_printf (target, "%%%02X", (unsigned char)*p);
      else
        g_string_append_c (target, *p);
    }
  return g_string_free (target, FALSE);
}

static void
begin_link (Converter *self, const KistHtmlToken *token)
{
  g_autofree char *address = kist_html_token_dup_attribute (token, "href");
  g_autofree char *target = dup_target (address);

  if (target)
    kist_html_writer_begin_link (self->writer, target);
  else if (address)
    note (self, token->line, "href", "Links that do not lead to the web are left out; their words are kept.");
}

static void
add_image (Converter *self, const KistHtmlToken *token)
{
  g_autofree char *words = kist_html_token_dup_attribute (token, "alt");

  note (self, token->line, "img", "Pictures are left out; the words that describe them are kept.");
  if (words)
    kist_html_writer_add_text (self->writer, words);
}

static void
begin_code (Converter *self, const char *name)
{
  if (self->code)
    return;
  self->code = g_string_new (NULL);
  g_strlcpy (self->code_name, name, sizeof self->code_name);
}

static void
end_code (Converter *self)
{
  if (!self->code)
    return;
  kist_html_writer_add_code (self->writer, self->code->str, g_str_equal (self->code_name, "pre"));
  g_string_free (g_steal_pointer (&self->code), TRUE);
}

static gboolean
is_heading (const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
}

/* A cell begins a row where the author wrote none. */
static gboolean
change_table (Converter *self, const char *name, gboolean is_start)
{
  if (g_str_equal (name, "table"))
    kist_html_writer_end_table (self->writer);
  else if (g_str_equal (name, "tr"))
    {
      if (is_start)
        kist_html_writer_begin_row (self->writer);
    }
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    {
      if (is_start)
        kist_html_writer_begin_cell (self->writer);
    }
  else
    return FALSE;
  return TRUE;
}

/* What starts and ends alike. */
static gboolean
change (Converter *self, const char *name, gboolean is_start)
{
  KistHtmlMark      mark;
  KistHtmlContainer container;

  if (mark_of (name, &mark))
    kist_html_writer_mark (self->writer, mark, is_start ? 1 : -1);
  else if (container_of (name, &container))
    {
      if (is_start)
        kist_html_writer_open (self->writer, container);
      else
        kist_html_writer_close (self->writer, container);
    }
  else if (g_strv_contains (blocks, name))
    kist_html_writer_end_block (self->writer);
  else
    return change_table (self, name, is_start);
  return TRUE;
}

/* Google Docs puts all that it copies into one <b style="font-weight:normal">. */
static gboolean
is_plain_bold (const KistHtmlToken *token)
{
  g_autofree char *style = g_str_equal (token->name, "b") ? kist_html_token_dup_attribute (token, "style") : NULL;

  return style && g_str_has_prefix (style, "font-weight:normal");
}

static void
start (Converter *self, const KistHtmlToken *token)
{
  const char *name = token->name;

  if (g_str_equal (name, "br") && self->code)
    g_string_append_c (self->code, '\n');
  else if (g_str_equal (name, "br"))
    kist_html_writer_add_break (self->writer);
  else if (g_str_equal (name, "hr"))
    kist_html_writer_add_rule (self->writer);
  else if (g_str_equal (name, "a"))
    begin_link (self, token);
  else if (g_str_equal (name, "img"))
    add_image (self, token);
  else if (is_code (name))
    begin_code (self, name);
  else if (is_heading (name))
    kist_html_writer_begin_heading (self->writer, (unsigned)(name[1] - '0'));
  else if (!is_plain_bold (token) && !change (self, name, TRUE) && !g_strv_contains (transparent, name))
    note_element (self, token, "; the text in it is kept");
}

static void
end (Converter *self, const KistHtmlToken *token)
{
  const char *name = token->name;

  if (self->code && g_str_equal (name, self->code_name))
    end_code (self);
  else if (g_str_equal (name, "a"))
    kist_html_writer_end_link (self->writer);
  else if (is_heading (name))
    kist_html_writer_end_block (self->writer);
  else
    change (self, name, FALSE);
}

static void
add_text (Converter *self, const KistHtmlToken *token)
{
  g_autofree char *text = kist_html_decode (token->start, token->length);

  if (self->code)
    g_string_append (self->code, text);
  else
    kist_html_writer_add_text (self->writer, text);
}

/**
 * kist_html_to_markdown:
 * @html: a normalised text, a whole page or a piece of one
 * @file: the file as it should be shown in findings
 * @line: the line of the file on which @html begins
 * @report: where findings go
 *
 * Keeps paragraphs, headings, lists, quotes, code, tables, line breaks, rules, bold, italic and struck words, and links
 * to "http:", "https:" and "mailto:". Attributes pass nothing on but an address and a picture's words. Each element
 * that is left out is a note in @report, once: with its text where a person would have read it, without where a program
 * or a form would have (script, style, object and the like). Takes time in proportion to @html, however it is nested.
 *
 * Returns: (transfer full): Markdown, without line breaks around it; "" when nothing is left
 */
char *
kist_html_to_markdown (const char *html, const char *file, unsigned line, KistReport *report)
{
  Converter     self = { .file = file, .report = report };
  KistHtmlLexer lexer = { html, line, FALSE };
  KistHtmlToken token;

  g_return_val_if_fail (html != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  self.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.writer = kist_html_writer_new ();
  while (kist_html_lexer_next (&lexer, &token))
    {
      if (token.kind == KIST_HTML_TEXT)
        add_text (&self, &token);
      else if (token.kind == KIST_HTML_START)
        start (&self, &token);
      else if (token.kind == KIST_HTML_END)
        end (&self, &token);
      else
        note_element (&self, &token, " with all that is in it");
    }
  if (lexer.is_cut)
    kist_report_add (report, file, line, KIST_SEVERITY_WARNING, "Look at what stands at its end.",
                     "This HTML ends inside of a tag, a comment or a script.");
  end_code (&self);
  g_hash_table_unref (self.said);
  return kist_html_writer_finish (self.writer);
}
