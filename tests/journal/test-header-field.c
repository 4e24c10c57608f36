#include "journal/kist-header-field.h"

/* "label=value|label=value" */
static void
assert_fields (const char *draft, const char *expected)
{
  g_autoptr (GPtrArray) fields = kist_header_fields_of (draft);
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < fields->len; i++)
    {
      const KistHeaderField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (found, "%s%s=%s", i > 0 ? "|" : "", field->label, field->value);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_a_field_is_a_line_at_the_top (void)
{
  assert_fields ("Registration number: 1234567\n\nEmployer:A Council \n\n## What I did\n\nOther: one\n",
                 "Registration number=1234567|Employer=A Council");
  assert_fields ("# My CPL+\nRegistration number: 1234567\n# Next\nEmployer: A\n", "Registration number=1234567");
  assert_fields ("## What I did\nRegistration number: 1234567\n", "");
  assert_fields ("Words before.\n\nTime: 10:30", "Time=10:30");
  assert_fields ("", "");
}

static void
test_a_label_needs_a_value (void)
{
  assert_fields ("Registration number:\nEmployer: \n: 1\nPart: ____\nJust words\n", "");
  assert_fields ("Registration number:\n1234567\n", "");
}

static void
test_marks_are_not_seen (void)
{
  assert_fields ("**Registration number:** 1234567\n- Employer: [A Council](https://example.org)\n> a: b\n",
                 "Registration number=1234567|Employer=A Council|a=b");
}

static void
test_there_are_caps (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GPtrArray) fields = NULL;

  for (unsigned i = 0; i < 2 * KIST_HEADER_FIELD_MAX; i++)
    g_string_append (many, "a: b\n");
  fields = kist_header_fields_of (many->str);
  g_assert_cmpuint (fields->len, ==, KIST_HEADER_FIELD_MAX);
  assert_fields ("A sentence that goes on for a good while before it comes to this: a point", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header-field/a-line-at-the-top", test_a_field_is_a_line_at_the_top);
  g_test_add_func ("/header-field/a-label-needs-a-value", test_a_label_needs_a_value);
  g_test_add_func ("/header-field/marks-are-not-seen", test_marks_are_not_seen);
  g_test_add_func ("/header-field/caps", test_there_are_caps);
  return g_test_run ();
}
