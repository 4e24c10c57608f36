/* Single rules of the confidentiality check, each with what it is for and what it must leave alone. */
#include "privacy-said.h"

/* Two names with a stroke between are two names; what looks so in an address is none. */
static void
test_strokes (void)
{
  static const PrivacyCase cases[] = {
    { "Joan/Peter to cover", "name:Joan | name:Peter" }, { "a chat w/Joan", "name:Joan" },
    { "see https://example.org/Joan/Peter", "" },        { "see [this](https://example.org/Joan/Peter) page", "" },
    { "in photos/Joan/garden.png or /home/Joan", "" },   { "he/she, Mum/Dad, SSSC/NHS, Gypsy/Traveller families", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-rules/strokes", test_strokes);
  return g_test_run ();
}
