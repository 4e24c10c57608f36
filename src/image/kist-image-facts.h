/* What a picture's file tells besides the picture: EXIF, IPTC, XMP and comments, by gexiv2. It is read only to say so
 * to whoever takes the picture, or asks kist-tool; none of it is ever kept. Any thread, one after the other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistImageFactKind:
 * @KIST_IMAGE_FACT_PLACE: where it was taken
 * @KIST_IMAGE_FACT_PERSON: who took it, whose it is, or who is on it
 * @KIST_IMAGE_FACT_TIME: when it was taken
 * @KIST_IMAGE_FACT_WORDS: a title, a caption, keywords or a comment
 * @KIST_IMAGE_FACT_DEVICE: the camera or telephone, perhaps with its number
 * @KIST_IMAGE_FACT_PREVIEW: a small picture, which may show what was cut off the large one
 *
 * In the order in which they are said: what tells most comes first.
 */
typedef enum
{
  KIST_IMAGE_FACT_PLACE,
  KIST_IMAGE_FACT_PERSON,
  KIST_IMAGE_FACT_TIME,
  KIST_IMAGE_FACT_WORDS,
  KIST_IMAGE_FACT_DEVICE,
  KIST_IMAGE_FACT_PREVIEW,
  KIST_IMAGE_N_FACTS,
} KistImageFactKind;

/**
 * KistImageFacts:
 * @texts: for each kind, in UTF-8 and in one line, what the file says; %NULL when it says nothing of the kind
 */
typedef struct
{
  char *texts[KIST_IMAGE_N_FACTS];
} KistImageFacts;

KistImageFacts *kist_image_facts_read (GBytes *bytes);
void            kist_image_facts_free (KistImageFacts *self);
const char     *kist_image_fact_get_id (KistImageFactKind kind);
const char     *kist_image_fact_get_why (KistImageFactKind kind);
const char     *kist_image_fact_get_certainty (KistImageFactKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistImageFacts, kist_image_facts_free)

G_END_DECLS
