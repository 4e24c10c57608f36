#include "kist-privacy-seen.h"

#include <string.h>

#include "journal/kist-passage-link.h"
#include "kist-privacy.h"

#define NO_BREAK_ENTITY "&nbsp;"

/* From @at of what is seen, up to the next step, places are @shift further on in what was written. */
typedef struct
{
  gsize at;
  gsize shift;
} Step;

struct _KistPrivacySeen
{
  char    *written; /* as long as it was, without the addresses of passages' links */
  GString *text;
  GArray  *steps; /* of Step */
};

/* Returns (transfer full): @text with blanks for the addresses of passages' links, which leave with no text that people
 * read, and in which the id of a run may look like any number. */
static char *
dup_without_addresses (const char *text)
{
  g_autoptr (GPtrArray) links = kist_passage_links_of (text);
  char *written = g_strdup (text);

  for (unsigned i = 0; i < links->len; i++)
    {
      const KistPassageLink *link = g_ptr_array_index (links, i);

      memset (written + link->end + strlen ("]("), ' ', strlen (kist_reference_get_address (link->reference)));
    }
  return written;
}

/* @shown, in the place of the @length bytes at @p. */
static const char *
put (KistPrivacySeen *self, const char *p, gsize length, const char *shown)
{
  gsize n_shown = strlen (shown);

  g_string_append_len (self->text, shown, (gssize)n_shown);
  if (n_shown != length)
    g_array_append_vals (self->steps, &(Step){ self->text->len, (gsize)(p - self->written) + length - self->text->len },
                         1);
  return p + length;
}

static gunichar
get_last (const KistPrivacySeen *self)
{
  const char *end = self->text->str + self->text->len;

  return self->text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (end)) : ' ';
}

static gboolean
is_blank (gunichar c)
{
  return c == '\0' || g_unichar_isspace (c);
}

/* Whether the @length marks at @p touch a word, or another mark, and do not stand within one: "_Joan_", "**Joan**'s",
 * but not "joan_kerr", "5 * 3", "* item", "about ~84". Names of accounts begin and end with an underscore as well. */
static gboolean
is_emphasis (const KistPrivacySeen *self, const char *p, gsize length)
{
  gunichar before = get_last (self), behind = g_utf8_get_char (p + length);

  if ((*p == '~' && length < 2) || (g_unichar_isalnum (before) && g_unichar_isalnum (behind)) ||
      (is_blank (before) && is_blank (behind)))
    return FALSE;
  return *p != '_' ||
         !((before < 0x80 && strchr ("@/=&", (int)before)) || (g_unichar_isalnum (before) && behind == '@'));
}

static const char *
put_ascii (KistPrivacySeen *self, const char *p)
{
  if (strchr ("*_~", *p))
    {
      gsize length = strspn (p, (char[]){ *p, '\0' });

      if (is_emphasis (self, p, length))
        return put (self, p, length, "");
      g_string_append_len (self->text, p, (gssize)length);
      return p + length;
    }
  if (*p == '\\' && g_ascii_ispunct (p[1]))
    {
      put (self, p, 1, "");
      g_string_append_c (self->text, p[1]);
      return p + 2;
    }
  if (*p == '&' && strncmp (p, NO_BREAK_ENTITY, strlen (NO_BREAK_ENTITY)) == 0)
    return put (self, p, strlen (NO_BREAK_ENTITY), " ");
  g_string_append_c (self->text, *p);
  return p + 1;
}

/* "61–78": between digits any dash is a hyphen. */
static gboolean
is_hyphen (const KistPrivacySeen *self, gunichar c, const char *behind)
{
  return c == 0x2010 || c == 0x2011 ||
         (c >= 0x2012 && c <= 0x2013 && g_unichar_isdigit (get_last (self)) &&
          g_unichar_isdigit (g_utf8_get_char (behind)));
}

static const char *
put_other (KistPrivacySeen *self, const char *p)
{
  const char  *behind = g_utf8_next_char (p);
  gsize        length = (gsize)(behind - p);
  gunichar     c = g_utf8_get_char (p);
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_FORMAT)
    return put (self, p, length, "");
  if (type == G_UNICODE_SPACE_SEPARATOR)
    return put (self, p, length, get_last (self) == ' ' || *behind == ' ' ? "" : " ");
  if (type == G_UNICODE_DECIMAL_NUMBER)
    return put (self, p, length, (char[]){ (char)('0' + g_unichar_digit_value (c)), '\0' });
  if (is_hyphen (self, c, behind))
    return put (self, p, length, "-");
  g_string_append_len (self->text, p, (gssize)length);
  return behind;
}

/**
 * kist_privacy_seen_new: (skip)
 * @text: UTF-8; plain or Markdown
 *
 * Word processors, mailers and lists of contacts bring in no-break blanks and hyphens and signs without width, which
 * would otherwise part a name or a number that looks whole.
 *
 * Returns: (transfer full): @text as a reader sees it
 */
KistPrivacySeen *
kist_privacy_seen_new (const char *text)
{
  KistPrivacySeen *self = g_new0 (KistPrivacySeen, 1);

  self->written = dup_without_addresses (text);
  self->text = g_string_sized_new (strlen (text) + 1);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  for (const char *p = self->written; *p;)
    p = (guchar)*p < 0x80 ? put_ascii (self, p) : put_other (self, p);
  return self;
}

/**
 * kist_privacy_seen_free: (skip)
 * @self: (transfer full): what is seen
 */
void
kist_privacy_seen_free (KistPrivacySeen *self)
{
  g_free (self->written);
  g_string_free (self->text, TRUE);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * kist_privacy_seen_get_text: (skip)
 * @self: what is seen
 *
 * Returns: it; UTF-8
 */
const char *
kist_privacy_seen_get_text (const KistPrivacySeen *self)
{
  return self->text->str;
}

static gsize
get_written (const KistPrivacySeen *self, gsize seen)
{
  guint low = 0, high = self->steps->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->steps, Step, middle).at <= seen)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? seen + g_array_index (self->steps, Step, low - 1).shift : seen;
}

/**
 * kist_privacy_seen_place: (skip)
 * @self: what is seen
 * @findings: (element-type KistPrivacyFinding): found in it; none is empty
 *
 * Gives each of @findings its place in the text as it was written.
 */
void
kist_privacy_seen_place (const KistPrivacySeen *self, GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      gsize               end = get_written (self, finding->end - 1) + 1;

      while (((guchar)self->written[end] & 0xc0) == 0x80)
        end++;
      finding->start = get_written (self, finding->start);
      finding->end = end;
    }
}
