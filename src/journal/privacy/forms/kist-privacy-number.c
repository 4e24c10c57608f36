#include "kist-privacy-number.h"

#include <string.h>

#include "journal/privacy/kist-privacy-pattern.h"

/**
 * kist_privacy_take_digits:
 * @text: a text
 * @length: how many bytes of it
 * @digits: (out caller-allocates): its digits, NUL-terminated, as far as there is room
 * @size: the room
 *
 * Returns: how many digits @text has, also where they are more than there is room for
 */
unsigned
kist_privacy_take_digits (const char *text, gsize length, char *digits, unsigned size)
{
  unsigned n = 0;

  g_return_val_if_fail (size > 0, 0);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        if (n + 1 < size)
          digits[n] = text[i];
        n++;
      }
  digits[MIN (n, size - 1)] = '\0';
  return n;
}

/**
 * kist_privacy_is_date:
 * @day: from 1
 * @month: from 1
 * @year: with its century, or of two digits
 *
 * Returns: whether there is such a day; in a year of two digits 29 February may be one
 */
gboolean
kist_privacy_is_date (unsigned day, unsigned month, unsigned year)
{
  if (year < 100)
    year = 2000 + year % 4;
  return month >= 1 && month <= 12 && day >= 1 && year <= 9999 &&
         g_date_valid_dmy ((GDateDay)MIN (day, 32), (GDateMonth)month, (GDateYear)year);
}

/**
 * kist_privacy_is_mod_11:
 * @digits: ten of them
 *
 * The check digit of CHI and NHS numbers: weights 10 to 2, modulus 11 (NHS Data Dictionary, "NHS NUMBER").
 *
 * Returns: whether the tenth digit is the one that the other nine ask for
 */
gboolean
kist_privacy_is_mod_11 (const char *digits)
{
  unsigned sum = 0;
  unsigned check;

  g_return_val_if_fail (strlen (digits) == 10, FALSE);

  for (unsigned i = 0; i < 9; i++)
    sum += (10 - i) * (unsigned)(digits[i] - '0');
  check = (11 - sum % 11) % 11;
  return check == (unsigned)(digits[9] - '0');
}

/**
 * kist_privacy_begins_with_date:
 * @digits: six or more of them
 *
 * Returns: whether the first six are a day, a month and a year, as in a CHI number
 */
gboolean
kist_privacy_begins_with_date (const char *digits)
{
  unsigned two[3];

  g_return_val_if_fail (strlen (digits) >= 6, FALSE);

  for (unsigned i = 0; i < 3; i++)
    two[i] = (unsigned)(digits[2 * i] - '0') * 10 + (unsigned)(digits[2 * i + 1] - '0');
  return kist_privacy_is_date (two[0], two[1], two[2]);
}

/**
 * kist_privacy_is_luhn:
 * @digits: of a bank card
 *
 * Returns: whether the check digit is right (ISO/IEC 7812-1, annex B)
 */
gboolean
kist_privacy_is_luhn (const char *digits)
{
  gsize    length = strlen (digits);
  unsigned sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      unsigned digit = (unsigned)(digits[length - 1 - i] - '0') << (i & 1);

      sum += digit > 9 ? digit - 9 : digit;
    }
  return length > 0 && sum % 10 == 0;
}

/**
 * kist_privacy_dup_numbered:
 * @text: a text
 *
 * Most lines of a text have no number, and three kinds of expressions in five look for one. In the copy these lines are
 * nothing but their ends, so that places stay what they are.
 *
 * Returns: (transfer full): @text with only those lines that have digits or a number in words
 */
char *
kist_privacy_dup_numbered (const char *text)
{
  static GRegex *numbers;
  char          *copy = g_strdup (text);

  kist_privacy_get_words (&numbers, "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b|"
                                    "(?:teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:ish)?\\b|hundred|"
                                    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
                                    "twelfth|teenth|ieth)\\b");
  for (char *line = copy, *end; *line; line = *end ? end + 1 : end)
    {
      end = line + strcspn (line, "\n");
      if (end > line && !g_regex_match_full (numbers, line, (gssize)(end - line), 0, 0, NULL, NULL))
        memset (line, '\n', (gsize)(end - line));
    }
  return copy;
}
