/* What all dialects share: links, and HTML of which only a whitelist of elements passes, as Markdown. */
#include <string.h>

#include "kist-translator.h"
#include "scenario/twee/kist-twee-body.h"

/* Nothing a person writes between two brackets is longer; it also keeps a file of opening brackets from being searched
 * to its end for each of them. */
#define LONGEST 4096

/* The first @needle in the next bytes, or NULL. */
static const char *
find_near (KistTranslator *self, const char *place, const char *needle)
{
  const char *found = NULL;

  if (self->n_failures < KIST_TRANSLATOR_MAX_FAILURES)
    found = memmem (place, strnlen (place, LONGEST), needle, strlen (needle));
  self->n_failures += found == NULL;
  return found;
}

static char *
dup_stripped (const char *start, const char *end)
{
  return g_strstrip (g_strndup (start, end - start));
}

/* "text->target", "target<-text", "text|target" or "target": a name that is there as a whole is no text with a sign in
 * it. The order is that of data/packs/README.md and of SugarCube's and Harlowe's links. */
static void
split_link (KistTranslator *self, const char *start, const char *end, char **text, char **target)
{
  g_autofree char *inside = dup_stripped (start, end);
  const char      *right = g_strrstr (inside, "->");
  const char      *left = strstr (inside, "<-");
  const char      *bar = strrchr (inside, '|');

  if (right && !g_hash_table_contains (self->names, inside))
    {
      *text = dup_stripped (inside, right);
      *target = g_strstrip (g_strdup (right + 2));
    }
  else if (left && !g_hash_table_contains (self->names, inside))
    {
      *text = g_strstrip (g_strdup (left + 2));
      *target = dup_stripped (inside, left);
    }
  else if (bar && !g_hash_table_contains (self->names, inside))
    {
      *text = dup_stripped (inside, bar);
      *target = g_strstrip (g_strdup (bar + 1));
    }
  else
    {
      *text = g_strdup (inside);
      *target = g_strdup (inside);
    }
}

/* SugarCube's "[[text|target][$a to 1; $b to 2]]". */
static void
read_setter (KistTranslator *self, const char *start, const char *end, KistDraftChoice *choice)
{
  while (start < end)
    {
      const char *next = memchr (start, ';', end - start);

      if (!next)
        next = end;
      if (choice)
        kist_translator_set (self, start, next - start, choice);
      else
        kist_translator_note (self, KIST_IMPORT_ASSIGNMENT, KIST_IMPORT_DROPPED, "“%.*s” went with its link.",
                              (int)MIN (next - start, 200), start);
      start = next < end ? next + 1 : end;
    }
}

/* In Kist's own dialect "\" takes the next character of a link literally. */
static gboolean
read_own_link (KistTranslator *self)
{
  const char      *inside = self->place + 2;
  const char      *limit = inside + strnlen (inside, LONGEST);
  const char      *end = inside;
  g_autofree char *text = NULL;
  g_autofree char *target = NULL;

  while (end < limit && *end != '\n' && (end[0] != ']' || end[1] != ']'))
    end += end[0] == '\\' && end[1] ? 2 : 1;
  if (end >= limit || *end == '\n' || end == inside)
    return FALSE;
  kist_twee_body_split_link (inside, end - inside, &text, &target);
  kist_translator_link (self, text, target, NULL);
  self->place = end + 2;
  return TRUE;
}

/**
 * kist_translator_read_link:
 * @self: a translator
 *
 * Returns: whether a link was taken
 */
gboolean
kist_translator_read_link (KistTranslator *self)
{
  const char      *inside = self->place + 2;
  const char      *end, *setter;
  g_autofree char *text = NULL;
  g_autofree char *target = NULL;
  KistDraftChoice *choice;

  if (self->place[0] != '[' || self->place[1] != '[')
    return FALSE;
  if (self->dialect == KIST_DIALECT_PLAIN)
    {
      gboolean is_link = self->n_failures < KIST_TRANSLATOR_MAX_FAILURES && read_own_link (self);

      self->n_failures += !is_link;
      return is_link;
    }
  end = find_near (self, inside, "]]");
  if (!end || end == inside)
    return FALSE;
  setter = self->dialect == KIST_DIALECT_SUGARCUBE ? memmem (inside, end - inside, "][", 2) : NULL;
  split_link (self, inside, setter ? setter : end, &text, &target);
  choice = kist_translator_link (self, text, target, NULL);
  if (setter && !self->is_verbatim)
    read_setter (self, setter + 2, end, choice);
  self->place = end + 2;
  return TRUE;
}

/* What a whitelisted element becomes where it begins and where it ends. */
static const struct
{
  const char *name;
  const char *begin;
  const char *end;
} elements[] = {
  { "b", "**", "**" },
  { "strong", "**", "**" },
  { "i", "*", "*" },
  { "em", "*", "*" },
  { "s", "~~", "~~" },
  { "del", "~~", "~~" },
  { "strike", "~~", "~~" },
  { "code", "`", "`" },
  { "br", "\n", "" },
  { "p", "\n\n", "\n\n" },
  { "div", "\n\n", "\n\n" },
  { "hr", "\n\n---\n\n", "" },
  { "h1", "\n\n### ", "\n\n" },
  { "h2", "\n\n### ", "\n\n" },
  { "h3", "\n\n### ", "\n\n" },
  { "h4", "\n\n#### ", "\n\n" },
  { "li", "\n- ", "\n" },
  { "ul", "\n", "\n" },
  { "ol", "\n", "\n" },
  { "blockquote", "\n\n> ", "\n\n" },
};

static gboolean
is_medium (const char *name)
{
  static const char *const media[] = { "img",    "audio", "video", "source", "iframe",
                                       "object", "embed", "svg",   "canvas", NULL };

  return g_strv_contains (media, name);
}

/* Returns (transfer full) (nullable): the quoted value of @name in the tag that ends at @end. */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (tag, end - tag);
  g_autofree char *key = g_strconcat (name, "=", NULL);
  const char      *found = strstr (lower, key);
  const char      *value, *close;

  if (!found || found == lower || !(g_ascii_isspace (found[-1]) || found[-1] == '-'))
    return NULL;
  value = tag + (found - lower) + strlen (key);
  if (*value != '"' && *value != '\'')
    return NULL;
  close = memchr (value + 1, *value, end - value - 1);
  return close ? g_strndup (value + 1, close - value - 1) : NULL;
}

/* "<a data-passage="Name">text</a>" is a link of SugarCube and Chapbook; any other leads out of the story. */
static void
read_anchor (KistTranslator *self, const char *end)
{
  const char      *close = find_near (self, end, "</a>");
  g_autofree char *target = dup_attribute (self->place, end, "data-passage");
  g_autofree char *address = dup_attribute (self->place, end, "href");
  g_autofree char *text = close ? dup_stripped (end, close) : NULL;

  if (target && text)
    {
      kist_translator_link (self, text, target, NULL);
      self->place = close + strlen ("</a>");
    }
  else if (address && text && !strpbrk (text, "<[]") && !strpbrk (address, " ()<>\n") &&
           (kist_begins (address, "https://") || kist_begins (address, "http://")))
    {
      g_autofree char *link = g_strdup_printf ("[%s](%s)", text, address);

      kist_translator_append (self, link, strlen (link));
      self->place = close + strlen ("</a>");
    }
  else
    {
      kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED,
                            "A web link lost its address; its words are kept.");
      self->place = end;
    }
}

static void
drop_element (KistTranslator *self, const char *name, const char *end)
{
  g_autofree char *close = g_strdup_printf ("</%s", name);
  const char      *found = strcasestr (end, close);
  const char      *behind = found ? strchr (found, '>') : NULL;

  kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED,
                        "Kist runs no scripts and has its own look: <%s>.", name);
  self->place = behind ? behind + 1 : self->place + strlen (self->place);
}

static void
read_element (KistTranslator *self, const char *name, gboolean is_end, const char *end)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name))
      {
        const char *mark = is_end ? elements[i].end : elements[i].begin;

        kist_translator_append (self, mark, strlen (mark));
        self->place = end;
        return;
      }
  if (is_medium (name) && !is_end)
    {
      g_autofree char *alt = dup_attribute (self->place, end, "alt");

      if (alt)
        kist_translator_append (self, alt, strlen (alt));
      kist_translator_note (self, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, "<%s> is not brought along%s.", name,
                            alt ? "; the words that describe it are kept" : "");
    }
  else if (!is_end)
    kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, "<%s> was dropped and its words kept.", name);
  self->place = end;
}

/* Code between "<%" and "%>", which Snowman runs. */
static gboolean
read_template (KistTranslator *self)
{
  const char *close = kist_begins (self->place, "<%") ? find_near (self, self->place, "%>") : NULL;

  if (!close)
    return FALSE;
  kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "Kist runs no scripts: “%.*s”.",
                        (int)MIN (close + 2 - self->place, 200), self->place);
  self->place = close + 2;
  return TRUE;
}

static gboolean
read_comment (KistTranslator *self)
{
  const char *close = kist_begins (self->place, "<!--") ? find_near (self, self->place, "-->") : NULL;

  if (!close)
    return FALSE;
  kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_DROPPED, "A comment was dropped.");
  self->place = close + strlen ("-->");
  return TRUE;
}

/**
 * kist_translator_read_tag:
 * @self: a translator
 *
 * Returns: whether a tag, a comment or a template of HTML was taken
 */
gboolean
kist_translator_read_tag (KistTranslator *self)
{
  const char      *word = self->place + 1;
  const char      *end;
  gboolean         is_end;
  gsize            length = 0;
  g_autofree char *name = NULL;

  if (*self->place != '<')
    return FALSE;
  if (read_template (self) || read_comment (self))
    return TRUE;
  is_end = *word == '/';
  word += is_end;
  while (g_ascii_isalnum (word[length]) || word[length] == '-')
    length++;
  end = g_ascii_isalpha (*word) ? find_near (self, word, ">") : NULL;
  if (!end || strchr ("@:", word[length]))
    return FALSE;
  name = g_ascii_strdown (word, length);
  end++;
  if (!is_end && (g_str_equal (name, "script") || g_str_equal (name, "style")))
    drop_element (self, name, end);
  else if (!is_end && g_str_equal (name, "a"))
    read_anchor (self, end);
  else if (is_end && g_str_equal (name, "a"))
    self->place = end;
  else
    read_element (self, name, is_end, end);
  return TRUE;
}
