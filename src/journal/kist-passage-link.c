#include "kist-passage-link.h"

#include <string.h>

#include "kist-visible.h"

/* Brackets that are open at the same time; nobody nests more, and what does has no link in it. */
#define MAX_OPEN 32
/* How far code may reach in a line; it bounds how often a byte is looked at. */
#define MAX_CODE_BYTES 4096
#define TARGET "](kist:"

typedef struct
{
  const char *text;
  GPtrArray  *links;
  const char *open[MAX_OPEN]; /* behind each bracket; NULL for an image's */
  unsigned    n_open;
} Scan;

static void
passage_link_free (gpointer data)
{
  KistPassageLink *self = data;

  g_object_unref (self->reference);
  g_free (self);
}

static void
mention_free (gpointer data)
{
  KistMention *self = data;

  g_object_unref (self->entry);
  g_free (self->words);
  g_free (self);
}

/* @at stands at a backtick. Returns what comes behind the code, or behind the backticks that begin none. */
static const char *
skip_code (const char *at, const char *end)
{
  const char *limit = MIN (end, at + MAX_CODE_BYTES);
  const char *behind = at;

  while (behind < end && *behind == '`')
    behind++;
  for (const char *close = behind; close < limit;)
    {
      const char *run = close;

      while (close < limit && *close == '`')
        close++;
      if (close - run == behind - at)
        return close;
      close += close == run;
    }
  return behind;
}

/* @at stands at a closing bracket, @words behind the one that it closes. Returns what comes behind the link, or NULL.
 */
static const char *
take_link (Scan *scan, const char *words, const char *at, const char *end)
{
  const char      *target = at + 2;
  const char      *close = memchr (target, ')', MIN (end - target, KIST_REFERENCE_MAX_BYTES + 1));
  g_autofree char *address = close ? g_strndup (target, close - target) : NULL;
  KistReference   *reference = address ? kist_reference_parse (address) : NULL;
  KistPassageLink *link;

  if (!reference)
    return NULL;
  link = g_new0 (KistPassageLink, 1);
  link->reference = reference;
  link->start = words - scan->text;
  link->end = at - scan->text;
  g_ptr_array_add (scan->links, link);
  return close + 1;
}

static const char *
close_bracket (Scan *scan, const char *at, const char *end)
{
  const char *words = scan->n_open > 0 ? scan->open[--scan->n_open] : NULL;
  gboolean    is_target = (gsize)(end - at) >= strlen (TARGET) && strncmp (at, TARGET, strlen (TARGET)) == 0;
  const char *behind = words && is_target ? take_link (scan, words, at, end) : NULL;

  /* A link has no other around it. */
  if (behind)
    scan->n_open = 0;
  return behind ? behind : at + 1;
}

static void
scan_line (Scan *scan, const char *line, const char *end)
{
  scan->n_open = 0;
  for (const char *at = line; at < end;)
    switch (*at)
      {
      case '\\':
        at += at + 1 < end ? 2 : 1;
        break;
      case '`':
        at = skip_code (at, end);
        break;
      case '[':
        if (scan->n_open < MAX_OPEN)
          scan->open[scan->n_open++] = at > line && at[-1] == '!' ? NULL : at + 1;
        at++;
        break;
      case ']':
        at = close_bracket (scan, at, end);
        break;
      default:
        at++;
      }
}

/**
 * kist_passage_links_of:
 * @markdown: a text
 *
 * A link stands within one line, as kist_passage_link_dup_markdown() writes it, and not in code.
 *
 * Returns: (transfer full) (element-type KistPassageLink): its links to what Kist knows, in their order
 */
GPtrArray *
kist_passage_links_of (const char *markdown)
{
  Scan      scan = { .text = markdown, .links = g_ptr_array_new_with_free_func (passage_link_free) };
  KistFence fence = { 0 };

  g_return_val_if_fail (markdown != NULL, scan.links);

  /* Most texts have none. */
  for (const char *line = strstr (markdown, TARGET) ? markdown : ""; *line;)
    {
      const char *end = strchrnul (line, '\n');

      if (!kist_fence_takes (&fence, line, end) && !fence.mark)
        scan_line (&scan, line, end);
      line = *end ? end + 1 : end;
    }
  return scan.links;
}

/**
 * kist_passage_link_dup_markdown:
 * @words: words of a text, as they stand there
 * @reference: what they are about
 *
 * Returns: (transfer full) (nullable): the words as a link; %NULL when they cannot be one: nothing that is seen, more
 *   than one line, or with a link or a bracket in them
 */
char *
kist_passage_link_dup_markdown (const char *words, KistReference *reference)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (words != NULL && KIST_IS_REFERENCE (reference), NULL);

  plain = g_strstrip (g_strdup (words));
  if (!*plain || strpbrk (plain, "[]\n`\\"))
    return NULL;
  return g_strdup_printf ("[%s](%s)", words, kist_reference_get_address (reference));
}

/* The words without the marks of Markdown. */
static char *
dup_seen (const char *text, gsize length)
{
  GString    *seen = g_string_new (NULL);
  KistVisible walk;

  kist_visible_init (&walk, text, length);
  for (gunichar character; (character = kist_visible_next (&walk));)
    g_string_append_unichar (seen, character);
  return g_string_free_and_steal (seen);
}

static void
add_mention (GPtrArray *mentions, KistEntry *entry, const KistPassageLink *link)
{
  KistMention *mention = g_new0 (KistMention, 1);
  const char  *body = kist_entry_get_body (entry);

  mention->entry = g_object_ref (entry);
  mention->place = link ? (int)g_utf8_strlen (body, (gssize)link->start) : -1;
  mention->length = link ? (int)g_utf8_strlen (body + link->start, (gssize)(link->end - link->start)) : 0;
  mention->words = link ? dup_seen (body + link->start, link->end - link->start) : NULL;
  g_ptr_array_add (mentions, mention);
}

/**
 * kist_mentions_find:
 * @entries: (element-type KistEntry): entries
 * @reference: what to look for
 *
 * An entry that is linked as a whole comes once, before those of its passages that are. Reading ten thousand texts for
 * it takes some tens of milliseconds: not for the main thread.
 *
 * Returns: (transfer full) (element-type KistMention): what is linked to it, in the order of @entries
 */
GPtrArray *
kist_mentions_find (GPtrArray *entries, KistReference *reference)
{
  GPtrArray       *mentions = g_ptr_array_new_with_free_func (mention_free);
  g_autofree char *target = NULL;

  g_return_val_if_fail (entries != NULL && KIST_IS_REFERENCE (reference), mentions);

  target = g_strdup_printf ("](%s)", kist_reference_get_address (reference));
  for (unsigned i = 0; i < entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *whole = kist_entry_get_links (entry);
      g_autoptr (GPtrArray) links = NULL;

      for (unsigned j = 0; j < whole->len; j++)
        if (kist_reference_equal (g_ptr_array_index (whole, j), reference))
          add_mention (mentions, entry, NULL);
      if (!strstr (kist_entry_get_body (entry), target))
        continue;
      links = kist_passage_links_of (kist_entry_get_body (entry));
      for (unsigned j = 0; j < links->len; j++)
        if (kist_reference_equal (((const KistPassageLink *)g_ptr_array_index (links, j))->reference, reference))
          add_mention (mentions, entry, g_ptr_array_index (links, j));
    }
  return mentions;
}
