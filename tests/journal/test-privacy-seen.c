/* The confidentiality check sees what a reader sees: marks of Markdown, blanks that do not break, digits of other
 * scripts and signs without width hide nothing, and what it finds has its place in the text as it was written. */
#include "privacy-said.h"

static void
test_emphasis (void)
{
  static const PrivacyCase cases[] = {
    { "I supported _Joan_ today", "name:Joan" },
    { "I supported *Joan* today", "name:Joan" },
    { "I supported __Joan__ today", "name:Joan" },
    { "I supported ~~Joan~~ today", "name:Joan" },
    { "_Mrs Kerr_ fell", "name:Mrs Kerr" },
    { "**Mrs** Kerr fell", "name:Mrs** Kerr" },
    { "~~Mrs Kerr~~ fell", "name:Mrs Kerr" },
    { "ring _07700 900123_ now", "phone:07700 900123" },
    { "in _EH6 5NA_ still", "postcode:EH6 5NA" },
    { "she is **84** now", "age:she is **84" },
    { "CHI **_010101 9874_**", "chi:010101 9874" },
    { "> Joan told me", "name:Joan" },
    { "# Joan", "name:Joan" },
    { "**Joan**'s daughter rang", "name:Joan" },
    { "_Joan's_ daughter rang", "name:Joan" },
    { "Joan’s daughter rang", "name:Joan" },
    { "\"Joan\" she said", "name:Joan" },
    { "“Joan” she said", "name:Joan" },
    { "[Joan](https://example.org/a) came", "name:Joan" },
    { "write to joan\\_kerr@example.org", "email:joan\\_kerr@example.org" },
    { "find _@joan_kerr84_ there", "web-handle:@joan_kerr84" },
    { "find @_joan_84 there", "web-handle:@_joan_84" },
    { "* item\n* item", "" },
    { "5 * 3 * 2 is 30, about ~84, and ____ is to fill in", "" },
    { "a snake_case_Joan stays", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_emphasis_listed (void)
{
  static const char *const listed[] = { "Quirrel", NULL };
  static const PrivacyCase cases[] = {
    { "then _Quirrel_ rang", "listed-name:Quirrel" },
    { "then ***Quirrel*** rang", "listed-name:Quirrel" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), listed);
}

/* "&nbsp;" of a page or a mailer, and what Word and lists of contacts put around a number. */
static void
test_blanks (void)
{
  static const char *const listed[] = { "Joan Kerr", NULL };
  static const PrivacyCase cases[] = {
    { "saw Mrs\u00a0Baird at ten", "name:Mrs\u00a0Baird" },
    { "saw Mrs&nbsp;Baird at ten", "name:Mrs&nbsp;Baird" },
    { "ring 07700\u00a0900123", "phone:07700\u00a0900123" },
    { "ring 07700\u202f900\u2007123", "phone:07700\u202f900\u2007123" },
    { "ring \u202a07700\u200b 900123\u202c.", "phone:07700\u200b 900123" },
    { "ring 07700 \u00a0900123", "phone:07700 \u00a0900123" },
    { "ring 07700\u2011900123", "phone:07700\u2011900123" },
    { "sort code 12–34–56", "bank:12–34–56" },
    { "in EH6\u00a05NA still", "postcode:EH6\u00a05NA" },
    { "on 3\u00a0May\u00a01938 then", "date:3\u00a0May\u00a01938" },
    { "then Jo\u00adan\u00a0Kerr rang", "listed-name:Jo\u00adan\u00a0Kerr" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), listed);
}

static void
test_digits (void)
{
  static const PrivacyCase cases[] = {
    { "١٢-٣٤-٥٦", "bank:١٢-٣٤-٥٦" },
    { "on ٠٣/٠٤/٢٠٢٤ then", "date:٠٣/٠٤/٢٠٢٤" },
    { "ring ٠٧٧٠٠ ٩٠٠١٢٣ now", "phone:٠٧٧٠٠ ٩٠٠١٢٣" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-seen/emphasis", test_emphasis);
  g_test_add_func ("/privacy-seen/emphasis-listed", test_emphasis_listed);
  g_test_add_func ("/privacy-seen/blanks", test_blanks);
  g_test_add_func ("/privacy-seen/digits", test_digits);
  return g_test_run ();
}
