#include "kist-label.h"

#define MAX_NAMES 8

/* Each field that issuers are known to ask for, what to write, and what else people write for it. */
static const struct
{
  const char *field;
  const char *label;
  const char *names[MAX_NAMES]; /* folded */
} fields[] = {
  { "registration-number",
    "Registration number",
    { "registration number", "sssc registration number", "registration no", "sssc registration no", "sssc number",
      "registration", "sssc registration" } },
  { "register-part",
    "Part of the Register",
    { "part of the register", "register part", "part of register", "sssc register part",
      "part of the sssc register" } },
  { "employer",
    "Employer",
    { "employer", "employer name", "employer's name", "name of employer", "name of the employer" } },
};

/**
 * kist_label_fold:
 * @text: a heading or a label, in any form
 *
 * How two names compare: no case, no emphasis, straight quotes, single blanks, no final punctuation.
 *
 * Returns: (transfer full): what is left of @text
 */
char *
kist_label_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString         *result = g_string_new (NULL);
  gsize            end = 0;
  gboolean         has_gap = FALSE;

  g_return_val_if_fail (text != NULL, g_string_free (result, FALSE));

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal ? normal : "", -1);
  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        {
          has_gap = result->len > 0;
          continue;
        }
      if (character == '*' || character == '_' || character == '`')
        continue;
      if (has_gap)
        g_string_append_c (result, ' ');
      has_gap = FALSE;
      g_string_append_unichar (result, character == 0x2019 ? '\'' : character);
      if (!g_unichar_ispunct (character))
        end = result->len;
    }
  g_string_truncate (result, end);
  return g_string_free (result, FALSE);
}

/**
 * kist_label_names_field:
 * @label: what a person wrote before a colon
 * @field: a field's id, "registration-number"
 *
 * A label names a field when it is one of the names known for it, or its id with blanks in place of dashes. "My" or
 * "your" before it makes no difference, nor does what kist_label_fold() leaves out.
 *
 * Returns: whether it does
 */
gboolean
kist_label_names_field (const char *label, const char *field)
{
  g_autofree char *folded = NULL;
  g_autofree char *readable = NULL;
  const char      *name;

  g_return_val_if_fail (label != NULL && field != NULL, FALSE);

  folded = kist_label_fold (label);
  readable = g_strdelimit (g_strdup (field), "-", ' ');
  name = folded;
  if (g_str_has_prefix (name, "my "))
    name += 3;
  else if (g_str_has_prefix (name, "your "))
    name += 5;
  if (g_str_equal (name, readable))
    return TRUE;
  for (unsigned i = 0; i < G_N_ELEMENTS (fields); i++)
    for (unsigned j = 0; g_str_equal (fields[i].field, field) && j < MAX_NAMES && fields[i].names[j]; j++)
      if (g_str_equal (fields[i].names[j], name))
        return TRUE;
  return FALSE;
}

/**
 * kist_label_dup_of_field:
 * @field: a field's id, "registration-number"
 *
 * Returns: (transfer full): what to write before the colon, "Registration number"
 */
char *
kist_label_dup_of_field (const char *field)
{
  char *readable;

  g_return_val_if_fail (field != NULL, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return g_strdup (fields[i].label);
  readable = g_strdelimit (g_strdup (field), "-", ' ');
  *readable = g_ascii_toupper (*readable);
  return readable;
}
