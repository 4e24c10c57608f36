/* Whether words that are to stand for a picture do: who does not see it, and every form that takes plain text, has
 * nothing else. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters; a screen reader says it in one go, and what needs more belongs in the text. */
#define KIST_IMAGE_ALT_MAX 300

/**
 * KistImageAlt:
 * @KIST_IMAGE_ALT_GOOD: nothing speaks against it
 * @KIST_IMAGE_ALT_EMPTY: there are no words
 * @KIST_IMAGE_ALT_FILE_NAME: it is the name of a file
 * @KIST_IMAGE_ALT_KIND: it says only that there is a picture: "Photo"
 * @KIST_IMAGE_ALT_LONG: it is longer than %KIST_IMAGE_ALT_MAX
 */
typedef enum
{
  KIST_IMAGE_ALT_GOOD,
  KIST_IMAGE_ALT_EMPTY,
  KIST_IMAGE_ALT_FILE_NAME,
  KIST_IMAGE_ALT_KIND,
  KIST_IMAGE_ALT_LONG,
} KistImageAlt;

KistImageAlt kist_image_alt_judge (const char *alt, const char *file_name);

G_END_DECLS
