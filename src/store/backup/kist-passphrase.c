#include "kist-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"

struct _KistPassphrase
{
  gsize length;
  char  bytes[KIST_PASSPHRASE_MAX_BYTES + 8]; /* with room for what shows that a line is too long */
};

static KistPassphrase *
allocate (GError **error)
{
  KistPassphrase *self = sodium_init () < 0 ? NULL : sodium_malloc (sizeof *self);

  if (self)
    sodium_memzero (self, sizeof *self);
  else
    g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "There is not enough memory to keep a passphrase safe.");
  return self;
}

/* The same word typed on two keyboards can differ in its bytes: "é" is one character or two. */
static gboolean
compose (KistPassphrase *self)
{
  char    *composed;
  gboolean fits;

  if (g_str_is_ascii (self->bytes))
    return TRUE;
  composed = g_utf8_normalize (self->bytes, (gssize)self->length, G_NORMALIZE_NFC);
  fits = composed && strlen (composed) <= KIST_PASSPHRASE_MAX_BYTES;
  if (fits)
    {
      self->length = strlen (composed);
      memcpy (self->bytes, composed, self->length + 1);
    }
  if (composed)
    sodium_memzero (composed, strlen (composed));
  g_free (composed);
  return fits;
}

/* Takes what is in @self for a passphrase, or frees it. */
static KistPassphrase *
accept (KistPassphrase *self, GError **error)
{
  const char *why = NULL;

  if (self->length == 0)
    why = "The passphrase is empty.";
  else if (self->length > KIST_PASSPHRASE_MAX_BYTES)
    why = "The passphrase is longer than 1,024 bytes.";
  else if (!g_utf8_validate_len (self->bytes, self->length, NULL))
    why = "The passphrase is not UTF-8 text.";
  else if (!compose (self))
    why = "The passphrase is longer than 1,024 bytes.";
  if (!why)
    return self;
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_PASSPHRASE, why);
  kist_passphrase_free (self);
  return NULL;
}

/* Reads until there is a whole line, the file ends or the line is too long. */
static gboolean
read_line (KistPassphrase *self, int file, const char *path, GError **error)
{
  const gsize room = KIST_PASSPHRASE_MAX_BYTES + 2;
  char       *end;

  while (self->length < room && !memchr (self->bytes, '\n', self->length))
    {
      gssize n = read (file, self->bytes + self->length, room - self->length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return kist_disk_fail (errno, path, error);
      if (n == 0)
        break;
      self->length += (gsize)n;
    }
  end = memchr (self->bytes, '\n', self->length);
  if (end)
    self->length = (gsize)(end - self->bytes);
  if (self->length > 0 && self->bytes[self->length - 1] == '\r')
    self->length--;
  self->bytes[self->length] = '\0';
  return TRUE;
}

/**
 * kist_passphrase_new:
 * @text: what was typed; the caller wipes its own copy
 * @error: where to put an error: %KIST_ERROR_PASSPHRASE for one that is empty or longer than
 *   %KIST_PASSPHRASE_MAX_BYTES
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
KistPassphrase *
kist_passphrase_new (const char *text, GError **error)
{
  KistPassphrase *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = allocate (error);
  if (!self)
    return NULL;
  self->length = strnlen (text, KIST_PASSPHRASE_MAX_BYTES + 1);
  memcpy (self->bytes, text, self->length);
  return accept (self, error);
}

/**
 * kist_passphrase_read:
 * @path: a file, or "-" for standard input
 * @error: where to put an error
 *
 * Takes the first line, without its end. The bytes never pass through other memory.
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
KistPassphrase *
kist_passphrase_read (const char *path, GError **error)
{
  KistPassphrase *self;
  gboolean        is_input;
  int             file;

  g_return_val_if_fail (path != NULL, NULL);

  is_input = g_str_equal (path, "-");
  file = is_input ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0)
    {
      kist_disk_fail (errno, path, error);
      return NULL;
    }
  self = allocate (error);
  if (self && !read_line (self, file, path, error))
    g_clear_pointer (&self, kist_passphrase_free);
  if (!is_input)
    close (file);
  return self ? accept (self, error) : NULL;
}

/**
 * kist_passphrase_free:
 * @self: (transfer full) (nullable): a passphrase, which is wiped
 */
void
kist_passphrase_free (KistPassphrase *self)
{
  sodium_free (self);
}

/**
 * kist_passphrase_get_bytes:
 * @self: a passphrase
 * @length: (out): how many bytes
 *
 * Returns: (transfer none): its bytes, composed (NFC) UTF-8; not to be copied anywhere
 */
const char *
kist_passphrase_get_bytes (const KistPassphrase *self, gsize *length)
{
  g_return_val_if_fail (self != NULL && length != NULL, NULL);

  *length = self->length;
  return self->bytes;
}
