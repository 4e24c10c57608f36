#include "journal/kist-reference.h"

#include <string.h>

static void
test_every_kind_is_written_and_read (void)
{
  static const struct
  {
    const char       *address;
    KistReferenceKind kind;
    const char       *parts[5];
  } known[] = {
    { "kist:thing/digital-things/email", KIST_REFERENCE_THING, { "digital-things", "email" } },
    { "kist:run/core/social-media-1/decide/group-0b1f%2B2",
      KIST_REFERENCE_RUN,
      { "core", "social-media-1", "decide", "group-0b1f+2" } },
    { "kist:code/workers-2024/2.8", KIST_REFERENCE_CODE, { "workers-2024", "2.8" } },
    { "kist:code/mine/%C3%A0%20%281%29", KIST_REFERENCE_CODE, { "mine", "à (1)" } },
    { "kist:element/cpl-2024/3", KIST_REFERENCE_ELEMENT, { "cpl-2024", "3" } },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (KistReference) read = kist_reference_parse (known[i].address);
      g_autoptr (KistReference) made = kist_reference_new (known[i].kind, known[i].parts);

      g_assert_nonnull (read);
      g_assert_nonnull (made);
      g_assert_true (kist_reference_equal (read, made));
      g_assert_cmpint (kist_reference_get_kind (read), ==, known[i].kind);
      g_assert_cmpstr (kist_reference_get_address (made), ==, known[i].address);
      for (unsigned part = 0; known[i].parts[part]; part++)
        g_assert_cmpstr (kist_reference_get_part (read, part), ==, known[i].parts[part]);
    }
}

static void
test_what_is_not_sound_is_refused (void)
{
  static const char *const unsound[] = {
    "",
    "kist:",
    "kist:thing",
    "kist:thing/",
    "kist:thing/one",
    "kist:thing/one/",
    "kist:thing/one/two/three",
    "kist:run/one/two/three",
    "kist:image/one/two",
    "kist:Thing/one/two",
    "KIST:thing/one/two",
    "kist://thing/one/two",
    "kist:/thing/one/two",
    "kist:thing/./two",
    "kist:thing/../two",
    "kist:thing/%2E%2E/two",
    "kist:thing/one%2Ftwo/three",
    "kist:thing/one/tw%6F",
    "kist:thing/one/%c3%a0",
    "kist:thing/one/%00",
    "kist:thing/one/%0A",
    "kist:thing/one/%FF",
    "kist:thing/one/%",
    "kist:thing/one/two words",
    "kist:thing/one/two?three",
    "kist:thing/one/two#three",
    "https://kist.invalid/thing/one/two",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (unsound); i++)
    if (kist_reference_parse (unsound[i]))
      g_error ("“%s” was taken for an address", unsound[i]);
}

static void
test_a_part_has_an_end (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *longer = g_strnfill (65, 'a');
  const char      *fits[] = { longest, longest, NULL };
  const char      *does_not[] = { "a", longer, NULL };
  const char      *too_few[] = { "a", NULL };
  g_autoptr (KistReference) reference = kist_reference_new (KIST_REFERENCE_THING, fits);

  g_assert_nonnull (reference);
  g_assert_null (kist_reference_new (KIST_REFERENCE_THING, does_not));
  g_assert_null (kist_reference_new (KIST_REFERENCE_THING, too_few));
}

static void
test_links_are_a_list_without_doubles (void)
{
  g_autoptr (KistReference) one = kist_reference_parse ("kist:thing/core/email");
  g_autoptr (KistReference) same = kist_reference_parse ("kist:thing/core/email");
  g_autoptr (KistReference) other = kist_reference_parse ("kist:code/workers-2024/2.8");
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) links = kist_references_with (none, one);
  g_autoptr (GPtrArray) both = kist_references_with (links, other);
  g_autoptr (GPtrArray) left = kist_references_without (both, same);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (kist_references_with (links, same));
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (both->pdata[1] == other);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (left->pdata[0] == other);
}

static void
test_there_are_only_so_many_links (void)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KistReference) more = kist_reference_parse ("kist:thing/core/more");

  for (unsigned i = 0; i < KIST_REFERENCE_MAX_LINKS; i++)
    {
      g_autofree char *address = g_strdup_printf ("kist:thing/core/%u", i);

      g_ptr_array_add (links, kist_reference_parse (address));
    }
  g_assert_null (kist_references_with (links, more));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reference/every-kind", test_every_kind_is_written_and_read);
  g_test_add_func ("/reference/unsound", test_what_is_not_sound_is_refused);
  g_test_add_func ("/reference/a-part-has-an-end", test_a_part_has_an_end);
  g_test_add_func ("/reference/list", test_links_are_a_list_without_doubles);
  g_test_add_func ("/reference/only-so-many", test_there_are_only_so_many_links);
  return g_test_run ();
}
