/* The one error domain below ui/. The code says what a caller may do about it, the message what a person reads: one
 * sentence, with a place where there is one. Values, usable from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistError:
 * @KIST_ERROR_FAILED: something else; the message says what
 * @KIST_ERROR_INVALID: input that breaks its format
 * @KIST_ERROR_TOO_LARGE: input over one of the caps on size, depth or count
 * @KIST_ERROR_NOT_FOUND: what was asked for does not exist
 * @KIST_ERROR_OVERFLOW: a number left the 64-bit range
 * @KIST_ERROR_FULL: the disk is full
 * @KIST_ERROR_READ_ONLY: the place cannot be written to
 * @KIST_ERROR_CORRUPT: a stored file is damaged
 * @KIST_ERROR_NEWER: a stored file was written by a newer version of Kist
 * @KIST_ERROR_BUSY: another process holds the file
 * @KIST_ERROR_PASSPHRASE: a passphrase is missing, is not the right one, or cannot be one
 */
typedef enum
{
  KIST_ERROR_FAILED,
  KIST_ERROR_INVALID,
  KIST_ERROR_TOO_LARGE,
  KIST_ERROR_NOT_FOUND,
  KIST_ERROR_OVERFLOW,
  KIST_ERROR_FULL,
  KIST_ERROR_READ_ONLY,
  KIST_ERROR_CORRUPT,
  KIST_ERROR_NEWER,
  KIST_ERROR_BUSY,
  KIST_ERROR_PASSPHRASE,
} KistError;

#define KIST_ERROR (kist_error_quark ())
GQuark kist_error_quark (void);

G_END_DECLS
