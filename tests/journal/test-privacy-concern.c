/* What a writer is shown of the check's findings. Every place is asked for as the words that stand there. */
#include "journal/privacy/kist-privacy-concern.h"

#include <string.h>

#define CHI "0101019874"

static const KistPrivacyConcern *
find (GPtrArray *concerns, KistPrivacyKind kind)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);

      if (concern->kind == kind)
        return concern;
    }
  g_error ("no concern of the kind %s", kist_privacy_kind_get_id (kind));
}

static char *
dup_at (const char *title, const char *body, const KistPrivacyConcern *concern, guint index)
{
  const KistPrivacyPlace *place = &g_array_index (concern->places, KistPrivacyPlace, index);

  return g_utf8_substring (place->is_title ? title : body, place->start, place->end);
}

static void
assert_places (const char *title, const char *body, const KistPrivacyConcern *concern, const char *words, guint n)
{
  g_assert_cmpuint (concern->places->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *there = dup_at (title, body, concern, i);

      g_assert_cmpstr (there, ==, words);
    }
}

static void
test_the_same_words_are_one_concern (void)
{
  const char *body = "Mrs Kerr – née Ní Dhomhnaill – slept badly. I rang Mrs Kerr’s daughter; Mrs Kerr was glad.";
  g_autoptr (GPtrArray) concerns = kist_privacy_concerns_new ("Nights", body, NULL);

  assert_places ("Nights", body, find (concerns, KIST_PRIVACY_NAME), "Mrs Kerr", 3);
}

/* Emphasis and blanks that do not break change nothing about whom the words mean. */
static void
test_words_are_the_same_as_a_reader_sees_them (void)
{
  g_autoptr (GPtrArray) concerns =
      kist_privacy_concerns_new ("Nights", "Mrs Kerr slept. **Mrs** Kerr sang. Mrs\u00a0Kerr ate.", NULL);
  const KistPrivacyConcern *name = find (concerns, KIST_PRIVACY_NAME);

  g_assert_cmpstr (name->text, ==, "Mrs Kerr");
  g_assert_cmpuint (name->places->len, ==, 3);
}

static void
test_places_are_told_in_the_title_and_in_the_body (void)
{
  const char *title = "A visit to Mrs Kerr";
  const char *body = "Né à “Crieff”: the number was " CHI " and nobody else’s.";
  g_autoptr (GPtrArray) concerns = kist_privacy_concerns_new (title, body, NULL);
  const KistPrivacyConcern *name = find (concerns, KIST_PRIVACY_NAME);

  assert_places (title, body, name, "Mrs Kerr", 1);
  g_assert_true (g_array_index (name->places, KistPrivacyPlace, 0).is_title);
  assert_places (title, body, find (concerns, KIST_PRIVACY_CHI), CHI, 1);
}

static void
test_a_title_and_a_body_never_make_one_name (void)
{
  g_autoptr (GPtrArray) concerns =
      kist_privacy_concerns_new ("What I learned from Joan", "Kerr and others came.", NULL);

  for (guint i = 0; i < concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);

      g_assert_null (strstr (concern->text, "Joan Kerr"));
      g_assert_null (strchr (concern->text, '.'));
    }
}

static void
test_the_surest_come_first (void)
{
  g_autoptr (GPtrArray) concerns = kist_privacy_concerns_new ("", "She is 94. Then came " CHI ".", NULL);

  g_assert_cmpuint (concerns->len, >=, 2);
  for (guint i = 1; i < concerns->len; i++)
    {
      const KistPrivacyConcern *before = g_ptr_array_index (concerns, i - 1), *after = g_ptr_array_index (concerns, i);

      g_assert_cmpint (before->certainty, >=, after->certainty);
    }
}

static void
test_what_is_meant_so_is_put_apart_and_comes_back (void)
{
  g_autoptr (GHashTable) meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) concerns = kist_privacy_concerns_new ("", "I asked MRS KERR. Mrs Kerr knew.", NULL);
  const KistPrivacyConcern *name = find (concerns, KIST_PRIVACY_NAME);
  unsigned                  n_open = kist_privacy_concerns_mark (concerns, meant);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_cmpuint (name->places->len, ==, 2);
  g_assert_false (name->is_meant);
  g_hash_table_add (meant, g_strdup (name->key));
  g_assert_cmpuint (kist_privacy_concerns_mark (concerns, meant), ==, n_open - 1);
  g_assert_true (name->is_meant);

  later = kist_privacy_concerns_new ("", "And then mrs kerr said so again. I told Mrs Kerr.", NULL);
  kist_privacy_concerns_mark (later, meant);
  g_assert_true (find (later, KIST_PRIVACY_NAME)->is_meant);
  kist_privacy_concerns_mark (later, NULL);
  g_assert_false (find (later, KIST_PRIVACY_NAME)->is_meant);
}

static void
test_listed_names_are_found (void)
{
  const char *const listed[] = { "Wee Blue", NULL };
  const char       *body = "We call her wee blue.";
  g_autoptr (GPtrArray) concerns = kist_privacy_concerns_new ("", body, listed);

  assert_places ("", body, find (concerns, KIST_PRIVACY_LISTED), "wee blue", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-concern/one", test_the_same_words_are_one_concern);
  g_test_add_func ("/privacy-concern/as-seen", test_words_are_the_same_as_a_reader_sees_them);
  g_test_add_func ("/privacy-concern/places", test_places_are_told_in_the_title_and_in_the_body);
  g_test_add_func ("/privacy-concern/apart", test_a_title_and_a_body_never_make_one_name);
  g_test_add_func ("/privacy-concern/order", test_the_surest_come_first);
  g_test_add_func ("/privacy-concern/meant", test_what_is_meant_so_is_put_apart_and_comes_back);
  g_test_add_func ("/privacy-concern/listed", test_listed_names_are_found);
  return g_test_run ();
}
