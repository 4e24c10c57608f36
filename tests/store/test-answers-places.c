#include <math.h>

#include "store-fixture.h"
#include "store/kist-tables.h"

static void
save_answer (KistDatabase *database, const char *step, const char *item, const char *text)
{
  g_autoptr (GError) error = NULL;

  kist_answer_table_save (database, "digital/email", step, item, text, FIXTURE_NOW, &error);
  g_assert_no_error (error);
}

static GHashTable *
load_answers (KistDatabase *database, const char *step)
{
  g_autoptr (GError) error = NULL;
  GHashTable *answers = kist_answer_table_load (database, "digital/email", step, &error);

  g_assert_no_error (error);
  return answers;
}

static void
save_place (KistDatabase *database, const char *key, gint64 block, double fraction)
{
  g_autoptr (KistPlace) place = kist_place_new (key);
  g_autoptr (GError) error = NULL;

  place->thing = g_strdup ("digital/email");
  place->detail = g_strdup ("3,1,2");
  place->block = block;
  place->fraction = fraction;
  kist_place_table_save (database, place, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load_places (KistDatabase *database)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = kist_place_table_load (database, &error);

  g_assert_no_error (error);
  return places;
}

static void
test_answers_come_back_by_prompt (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GHashTable) answers = NULL;

  save_answer (database, "reflect", "policy", "My own policy: don’t.");
  save_answer (database, "reflect", "next", "");
  answers = load_answers (database, "reflect");
  g_assert_cmpuint (g_hash_table_size (answers), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (answers, "policy"), ==, "My own policy: don’t.");
  g_assert_cmpstr (g_hash_table_lookup (answers, "next"), ==, "");
}

static void
test_the_last_answer_counts (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GHashTable) answers = NULL;

  save_answer (database, "reflect", "policy", "one");
  save_answer (database, "reflect", "policy", "two");
  answers = load_answers (database, "reflect");
  g_assert_cmpuint (g_hash_table_size (answers), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (answers, "policy"), ==, "two");
}

static void
test_answers_belong_to_their_step (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GHashTable) answers = NULL;

  save_answer (database, "reflect", "policy", "one");
  answers = load_answers (database, "another");
  g_assert_cmpuint (g_hash_table_size (answers), ==, 0);
}

static void
test_a_place_comes_back_as_it_was (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (KistPlace) place = kist_place_new ("entry:17");
  g_autoptr (GPtrArray) places = NULL;
  const KistPlace *back;

  place->step = g_strdup ("write");
  place->entry = g_strdup ("17");
  place->block = 2048;
  place->fraction = 0.375;
  g_assert_true (kist_place_table_save (database, place, NULL));
  places = load_places (database);
  g_assert_cmpuint (places->len, ==, 1);
  back = g_ptr_array_index (places, 0);
  g_assert_cmpstr (back->key, ==, "entry:17");
  g_assert_null (back->thing);
  g_assert_cmpstr (back->step, ==, "write");
  g_assert_cmpstr (back->entry, ==, "17");
  g_assert_cmpint (back->block, ==, 2048);
  g_assert_cmpfloat (back->fraction, ==, 0.375);
  g_assert_null (back->detail);
}

static void
test_each_key_has_one_place (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) places = NULL;

  save_place (database, "last", 1, 0);
  save_place (database, "step:digital/email/read", 2, 0);
  save_place (database, "last", 3, 0);
  places = load_places (database);
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpint (((KistPlace *)g_ptr_array_index (places, 0))->block, ==, 3);
  g_assert_cmpstr (((KistPlace *)g_ptr_array_index (places, 0))->detail, ==, "3,1,2");
}

static void
test_a_fraction_is_brought_inside (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) places = NULL;
  const double given[] = { NAN, -1, 2, INFINITY };
  const double expected[] = { 0, 0, 1, 1 };

  for (unsigned i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      save_place (database, key, 0, given[i]);
    }
  places = load_places (database);
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (given));
  for (unsigned i = 0; i < places->len; i++)
    g_assert_cmpfloat (((KistPlace *)g_ptr_array_index (places, i))->fraction, ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/answers/come-back-by-prompt", test_answers_come_back_by_prompt);
  g_test_add_func ("/answers/the-last-one-counts", test_the_last_answer_counts);
  g_test_add_func ("/answers/belong-to-their-step", test_answers_belong_to_their_step);
  g_test_add_func ("/places/a-place-comes-back-as-it-was", test_a_place_comes_back_as_it_was);
  g_test_add_func ("/places/each-key-has-one-place", test_each_key_has_one_place);
  g_test_add_func ("/places/a-fraction-is-brought-inside", test_a_fraction_is_brought_inside);
  return g_test_run ();
}
