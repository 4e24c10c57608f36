#include "badges/kist-label.h"

static void
test_what_people_write_names_a_field (void)
{
  const char *numbers[] = { "Registration number", "SSSC registration number", "my  Registration Number",
                            "Your SSSC number", "**Registration No.**" };
  const char *employers[] = { "Employer", "EMPLOYER NAME", "Employer’s name", "My employer" };

  for (unsigned i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i]);
      g_assert_true (kist_label_names_field (numbers[i], "registration-number"));
      g_assert_false (kist_label_names_field (numbers[i], "employer"));
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (employers); i++)
    g_assert_true (kist_label_names_field (employers[i], "employer"));
  g_assert_true (kist_label_names_field ("Shoe size", "shoe-size"));
  g_assert_false (kist_label_names_field ("Shoe", "shoe-size"));
  g_assert_false (kist_label_names_field ("", "employer"));
  g_assert_false (kist_label_names_field ("My", "employer"));
}

/* What a template writes is what a draft is judged by. */
static void
test_each_field_is_named_by_its_own_label (void)
{
  const char *ids[] = { "registration-number", "register-part", "employer", "shoe-size" };

  for (unsigned i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *label = kist_label_dup_of_field (ids[i]);

      g_assert_true (kist_label_names_field (label, ids[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/what-people-write-names-a-field", test_what_people_write_names_a_field);
  g_test_add_func ("/label/each-field-is-named-by-its-own-label", test_each_field_is_named_by_its_own_label);
  return g_test_run ();
}
