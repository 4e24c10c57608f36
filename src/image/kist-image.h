/* A picture as Kist keeps it: JPEG or PNG bytes that were made here from nothing but its pixels, by
 * kist_image_read(). An immutable value, shared by reference; any thread.
 *
 * Its id is a checksum of its bytes. So the same picture taken in twice is one row, what came back from a disk can be
 * told from what was damaged there, and no randomness is needed. It tells nothing to whom does not have the picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a file that is taken in; a telephone's are under 15 MB. */
#define KIST_IMAGE_MAX_FILE (40 * 1024 * 1024)
/* Of a picture before it is made smaller: four bytes each, once it is unpacked, and a small file may hold them. */
#define KIST_IMAGE_MAX_PIXELS (64 * 1000 * 1000)
/* Of the longer side as it is kept: sharp on a page of A4 and on any screen that a blog is read on. */
#define KIST_IMAGE_MAX_SIDE 1600
/* Of one as it is kept, and of how many an entry has: each of the rolling back-ups holds them all. */
#define KIST_IMAGE_MAX_BYTES (1536 * 1024)
#define KIST_IMAGE_MAX_PER_ENTRY 50
/* Letters of an id. */
#define KIST_IMAGE_ID_LENGTH 32

typedef enum
{
  KIST_IMAGE_JPEG,
  KIST_IMAGE_PNG,
} KistImageType;

/**
 * KistImage:
 * @id: %KIST_IMAGE_ID_LENGTH letters from a to p
 * @type: what @bytes are
 * @width: in pixels
 * @height: in pixels
 * @bytes: the file
 */
typedef struct
{
  char         *id;
  KistImageType type;
  unsigned      width;
  unsigned      height;
  GBytes       *bytes;
} KistImage;

KistImage  *kist_image_new (KistImageType type, unsigned width, unsigned height, GBytes *bytes);
KistImage  *kist_image_ref (KistImage *self);
void        kist_image_unref (KistImage *self);
const char *kist_image_type_get_media (KistImageType type);
const char *kist_image_type_get_extension (KistImageType type);
char       *kist_image_dup_data_uri (const KistImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistImage, kist_image_unref)

G_END_DECLS
