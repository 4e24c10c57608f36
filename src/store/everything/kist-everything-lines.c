#include "kist-everything-lines.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "kist-everything-tables.h"

/* What is read at once, in bytes. */
#define PIECE_BYTES (64 * 1024)
/* A row in its object, and bytes in an object of theirs. */
#define MAX_DEPTH 3
/* No table has that many columns. */
#define MAX_VALUES 64

struct _KistEverythingLines
{
  char       *path;    /* (owned) */
  int         file;    /* (owned): a file descriptor, or -1 */
  GByteArray *waiting; /* (owned) read, and not given out before at */
  gsize       at;
  unsigned    number; /* of the line that was given out last, from 1 */
  gint64      done;   /* bytes that were given out */
  struct stat status;
};

/**
 * kist_everything_lines_new:
 * @path: a file, perhaps of a stranger
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND, %KIST_ERROR_INVALID for what is no file
 *
 * Returns: (transfer full) (nullable): its lines
 */
KistEverythingLines *
kist_everything_lines_new (const char *path, GError **error)
{
  g_autoptr (KistEverythingLines) self = g_new0 (KistEverythingLines, 1);

  self->path = g_strdup (path);
  self->waiting = g_byte_array_new ();
  /* O_NONBLOCK: opening a pipe must not wait for who writes into it. */
  self->file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->file < 0 || fstat (self->file, &self->status) < 0)
    {
      kist_disk_fail (errno, path, error);
      return NULL;
    }
  if (S_ISREG (self->status.st_mode))
    return g_steal_pointer (&self);
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "%s is not a file.", path);
  return NULL;
}

/**
 * kist_everything_lines_free:
 * @self: (transfer full) (nullable): lines
 */
void
kist_everything_lines_free (KistEverythingLines *self)
{
  if (!self)
    return;
  if (self->file >= 0)
    close (self->file);
  g_byte_array_unref (self->waiting);
  g_free (self->path);
  g_free (self);
}

/**
 * kist_everything_lines_get_path:
 * @self: lines
 *
 * Returns: (transfer none): of which file
 */
const char *
kist_everything_lines_get_path (KistEverythingLines *self)
{
  return self->path;
}

/**
 * kist_everything_lines_get_time:
 * @self: lines
 *
 * Returns: when the file was last written, microseconds since 1970, UTC, to the second
 */
gint64
kist_everything_lines_get_time (KistEverythingLines *self)
{
  return (gint64)self->status.st_mtime * G_USEC_PER_SEC;
}

/**
 * kist_everything_lines_get_done:
 * @self: lines
 *
 * Returns: how many bytes were given out
 */
gint64
kist_everything_lines_get_done (KistEverythingLines *self)
{
  return self->done;
}

/**
 * kist_everything_lines_get_total:
 * @self: lines
 *
 * Returns: how many bytes there are
 */
gint64
kist_everything_lines_get_total (KistEverythingLines *self)
{
  return self->status.st_size;
}

/* Reads on. Returns: how many bytes more are waiting; 0 at the end, -1 with an error */
static gssize
read_on (KistEverythingLines *self, GError **error)
{
  guint8 piece[PIECE_BYTES];
  gssize n;

  do
    n = read (self->file, piece, sizeof piece);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    kist_disk_fail (errno, self->path, error);
  else
    g_byte_array_append (self->waiting, piece, (unsigned)n);
  return n;
}

/**
 * kist_everything_lines_begins:
 * @self: lines of which none was asked for yet
 * @beginning: a text
 *
 * Returns: whether the file begins with it
 */
gboolean
kist_everything_lines_begins (KistEverythingLines *self, const char *beginning)
{
  gsize length = strlen (beginning);

  while (self->waiting->len < length)
    if (read_on (self, NULL) <= 0)
      return FALSE;
  return memcmp (self->waiting->data, beginning, length) == 0;
}

/**
 * kist_everything_lines_next:
 * @self: lines
 * @length: (out): how many bytes it has
 * @error: where to put an error: %KIST_ERROR_CORRUPT where the file ends without its last line, or a line is too long
 *
 * Returns: (transfer none) (nullable): the next line without its end, until the one after it is asked for
 */
const char *
kist_everything_lines_next (KistEverythingLines *self, gsize *length, GError **error)
{
  gsize seen = 0;

  g_byte_array_remove_range (self->waiting, 0, (unsigned)self->at);
  self->at = 0;
  self->number++;
  for (;;)
    {
      const guint8 *from = self->waiting->data;
      const guint8 *end = self->waiting->len > seen ? memchr (from + seen, '\n', self->waiting->len - seen) : NULL;
      gssize        n;

      if (end)
        {
          *length = (gsize)(end - from);
          self->at = *length + 1;
          self->done += (gint64)self->at;
          return (const char *)from;
        }
      seen = self->waiting->len;
      if (seen > KIST_EVERYTHING_MAX_LINE)
        {
          kist_everything_lines_fail (self, error, "This line is longer than any of a record");
          return NULL;
        }
      n = read_on (self, error);
      if (n == 0)
        kist_everything_lines_fail (self, error, "The file ends before the record does");
      if (n <= 0)
        return NULL;
    }
}

/**
 * kist_everything_lines_fail:
 * @self: lines
 * @error: where to put %KIST_ERROR_CORRUPT
 * @what: what is wrong with the line that was given out last, without a full stop
 *
 * Returns: %FALSE
 */
gboolean
kist_everything_lines_fail (KistEverythingLines *self, GError **error, const char *what)
{
  g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "%s:%u: %s.", self->path, self->number, what);
  return FALSE;
}

/**
 * kist_everything_lines_find_fault:
 * @line: what should be a row
 * @length: how many bytes it has
 *
 * A parser makes an object of each value before anybody can ask what it is for, a hundred bytes of two, so that a line
 * is looked through before there is one. It also takes comments and apostrophes for quotes, which no row has: they
 * would hide from here what it sees.
 *
 * Returns: (nullable): what is wrong with it, for kist_everything_lines_fail(); %NULL when a parser can have it
 */
const char *
kist_everything_lines_find_fault (const char *line, gsize length)
{
  static const char marks[] = "{}:,+-. \t\r";
  unsigned          depth = 0, n_commas = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '"')
        {
          for (i++; i < length && line[i] != '"'; i++)
            i += line[i] == '\\';
          continue;
        }
      depth += line[i] == '{';
      depth -= line[i] == '}' && depth > 0;
      n_commas += line[i] == ',';
      if (line[i] == '[')
        return "This line has a list, and no row of a record has one";
      if (depth > MAX_DEPTH)
        return "This line goes deeper than any row of a record";
      if (n_commas >= MAX_VALUES)
        return "This line has more values than any row of a record";
      if (!g_ascii_isalnum (line[i]) && !memchr (marks, line[i], sizeof marks - 1))
        return "This is no row of a record";
    }
  return NULL;
}
