#include "kist-config.h"

#include "kist-picture-wording.h"

#include <glib/gi18n.h>

static const char *const facts[] = {
  [KIST_IMAGE_FACT_PLACE] = N_ ("Where it was taken"),
  [KIST_IMAGE_FACT_PERSON] = N_ ("Who took it, or is named in it"),
  [KIST_IMAGE_FACT_TIME] = N_ ("When it was taken"),
  [KIST_IMAGE_FACT_WORDS] = N_ ("Words that nobody sees"),
  [KIST_IMAGE_FACT_DEVICE] = N_ ("With what it was taken"),
  [KIST_IMAGE_FACT_PREVIEW] = N_ ("A small copy, perhaps of more than the picture shows"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (facts) == KIST_IMAGE_N_FACTS);

/**
 * kist_picture_wording_fact:
 * @kind: something that a picture's file tells
 *
 * Returns: (transfer none): what it is
 */
const char *
kist_picture_wording_fact (KistImageFactKind kind)
{
  g_return_val_if_fail (kind < KIST_IMAGE_N_FACTS, NULL);

  return _ (facts[kind]);
}

/**
 * kist_picture_wording_alt:
 * @alt: what is to be said of the words for a picture
 *
 * Returns: (transfer none) (nullable): what is wrong with them
 */
const char *
kist_picture_wording_alt (KistImageAlt alt)
{
  switch (alt)
    {
    case KIST_IMAGE_ALT_EMPTY:
      return _ ("Say what it shows: some readers will have nothing else of it.");
    case KIST_IMAGE_ALT_FILE_NAME:
      return _ ("That is the name of a file. Say what the picture shows.");
    case KIST_IMAGE_ALT_KIND:
      return _ ("That it is a picture is known already. Say what it shows.");
    case KIST_IMAGE_ALT_LONG:
      return _ ("That is long to listen to. Say it in a sentence or two, and the rest in your text.");
    case KIST_IMAGE_ALT_GOOD:
    default:
      return NULL;
    }
}

/**
 * kist_picture_wording_dup_leaving:
 * @n_pictures: how many there are in what is to leave
 *
 * Returns: (transfer full) (nullable): what no program sees of them; %NULL for none
 */
char *
kist_picture_wording_dup_leaving (unsigned n_pictures)
{
  if (n_pictures == 0)
    return NULL;
  return g_strdup_printf (
      ngettext (
          "%u picture is in it, and no program sees who is on that: look once for faces, name badges, screens and "
          "letters.",
          "%u pictures are in it, and no program sees who is on them: look once for faces, name badges, screens "
          "and letters.",
          n_pictures),
      n_pictures);
}
