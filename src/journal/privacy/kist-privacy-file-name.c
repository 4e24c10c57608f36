#include <string.h>

#include "journal/privacy/kist-privacy.h"

/**
 * kist_privacy_check_file_name:
 * @name: what a file is called, in UTF-8
 * @listed: (nullable) (array zero-terminated=1): names of people that the writer wants found wherever they stand
 *
 * "Joan_Kerr room 4.jpg": what stands for blanks in such a name is taken as that, and its ending is passed over. A day
 * in it is a finding, as elsewhere: it says when the picture was taken.
 *
 * Returns: (transfer full) (element-type KistPrivacyFinding): what in @name could identify somebody
 */
GArray *
kist_privacy_check_file_name (const char *name, const char *const *listed)
{
  g_autofree char *text = NULL;
  char            *dot;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  /* As long as @name, so that places in one are places in the other. */
  text = g_strdup (name);
  dot = strrchr (text, '.');
  if (dot && dot > text)
    memset (dot, ' ', strlen (dot));
  g_strdelimit (text, "_+", ' ');
  return kist_privacy_check (text, listed);
}
