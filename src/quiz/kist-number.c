#include "kist-number.h"

#include <math.h>
#include <string.h>

/* Nobody writes a longer one. */
#define MAX_LENGTH 64

/* Whether every @sign in @digits has three digits before the next sign or the end. */
static gboolean
groups_thousands (const char *digits, char sign)
{
  const char *p = strchr (digits, sign);

  for (; p && *p == sign; p += 4)
    if (!g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || !g_ascii_isdigit (p[3]) || g_ascii_isdigit (p[4]))
      return FALSE;
  return p && (!*p || !g_ascii_isdigit (*p));
}

/* What is left when white space, also the narrow one that groups thousands, is out, and '−' is '-'. */
static char *
dup_bare (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = text; *p && bare->len < MAX_LENGTH; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == 0x2212)
        g_string_append_c (bare, '-');
      else if (!g_unichar_isspace (character) && character != 0x202f)
        g_string_append_unichar (bare, character);
    }
  return g_string_free (bare, FALSE);
}

/**
 * kist_number_parse:
 * @text: what somebody wrote
 * @decimal_sign: '.' or ',', as the locale has it
 * @number: (out): the number; set only when %TRUE is returned
 *
 * Takes the locale's decimal sign, and the other one too where it does not group thousands: with '.', "2,5" is two and
 * a half and "2,500" two thousand five hundred.
 *
 * Returns: whether @text is a finite number
 */
gboolean
kist_number_parse (const char *text, char decimal_sign, double *number)
{
  char             other = decimal_sign == ',' ? '.' : ',';
  g_autofree char *bare = NULL;
  GString         *digits;
  g_autofree char *plain = NULL;
  char            *end = NULL;
  double           value;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  bare = dup_bare (text);
  if (groups_thousands (bare, other))
    {
      digits = g_string_new (NULL);
      for (const char *p = bare; *p; p++)
        if (*p != other)
          g_string_append_c (digits, *p);
      plain = g_string_free (digits, FALSE);
    }
  else
    plain = g_strdup (bare);
  g_strdelimit (plain, ",", '.');
  if (!*plain || strspn (plain, "+-0123456789.eE") != strlen (plain))
    return FALSE;
  value = g_ascii_strtod (plain, &end);
  if (*end || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

/**
 * kist_number_to_text:
 * @number: a finite number
 *
 * Returns: (transfer full): the shortest text with a '.' that is read as @number
 */
char *
kist_number_to_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (g_ascii_strtod (text, NULL) < number || g_ascii_strtod (text, NULL) > number)
    g_ascii_formatd (text, sizeof text, "%.17g", number);
  return g_strdup (text);
}
