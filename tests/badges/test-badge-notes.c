#include "badges/kist-badge-notes.h"

static void
note (KistBadgeNotes *notes, KistVerb verb, const char *item, gint64 value, const char *text)
{
  g_autoptr (KistEvent) event = kist_event_new (1, verb, "", "", item, value, text, NULL);

  kist_badge_notes_add (notes, event);
}

static void
test_a_badge_is_held_until_the_note_is_taken_back (void)
{
  g_autoptr (KistBadgeNotes) notes = kist_badge_notes_new ();
  KistEvidenceFacts facts = { 0 };

  kist_badge_notes_fill (notes, "thing-05", &facts);
  g_assert_nonnull (facts.held);
  g_assert_null (facts.held[0]);
  g_assert_null (facts.awarded);
  note (notes, KIST_VERB_HELD, "thing-05", 1, "2026-11-22");
  note (notes, KIST_VERB_HELD, "thing-14", 1, NULL);
  kist_badge_notes_fill (notes, "thing-05", &facts);
  g_assert_true (g_strv_contains (facts.held, "thing-05") && g_strv_contains (facts.held, "thing-14"));
  g_assert_nonnull (facts.awarded);
  g_assert_cmpuint (g_date_get_day (facts.awarded), ==, 22);
  g_assert_cmpuint (g_date_get_month (facts.awarded), ==, 11);
  g_assert_null (kist_badge_notes_get_awarded (notes, "thing-14"));
  note (notes, KIST_VERB_HELD, "thing-05", 0, NULL);
  kist_badge_notes_fill (notes, "thing-05", &facts);
  g_assert_false (g_strv_contains (facts.held, "thing-05"));
  g_assert_true (g_strv_contains (facts.held, "thing-14"));
  g_assert_null (facts.awarded);
  g_assert_false (kist_badge_notes_has (notes, "thing-05"));
}

static void
test_the_last_rule_noted_is_the_one_followed (void)
{
  g_autoptr (KistBadgeNotes) notes = kist_badge_notes_new ();
  KistEvidenceFacts facts = { 0 };

  note (notes, KIST_VERB_FOLLOWED, "thing-14/ai", 0, "declared");
  note (notes, KIST_VERB_FOLLOWED, "thing-14/ai", 0, "banned");
  note (notes, KIST_VERB_FOLLOWED, "thing-14/length", 0, "long");
  g_assert_cmpstr (kist_badge_notes_get_followed (notes, "thing-14", "ai"), ==, "banned");
  g_assert_null (kist_badge_notes_get_followed (notes, "thing-05", "ai"));
  kist_badge_notes_fill (notes, "thing-14", &facts);
  g_assert_true (g_strv_contains (facts.noted, "ai") && g_strv_contains (facts.noted, "length"));
  note (notes, KIST_VERB_FOLLOWED, "thing-14/ai", 0, NULL);
  kist_badge_notes_fill (notes, "thing-14", &facts);
  g_assert_false (g_strv_contains (facts.noted, "ai"));
  kist_badge_notes_fill (notes, "thing-05", &facts);
  g_assert_null (facts.noted[0]);
}

/* A file that somebody else wrote may say anything. */
static void
test_what_is_no_note_changes_nothing (void)
{
  g_autoptr (KistBadgeNotes) notes = kist_badge_notes_new ();
  KistEvidenceFacts facts = { 0 };

  note (notes, KIST_VERB_HELD, NULL, 1, "2026-11-22");
  note (notes, KIST_VERB_FOLLOWED, "no-slash", 0, "x");
  note (notes, KIST_VERB_READ, "thing-05", 1, NULL);
  note (notes, KIST_VERB_HELD, "thing-14", 1, "some day");
  kist_badge_notes_fill (notes, "thing-14", &facts);
  g_assert_cmpstr (facts.held[0], ==, "thing-14");
  g_assert_null (facts.held[1]);
  g_assert_null (facts.awarded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/badge-notes/a badge is held until the note is taken back",
                   test_a_badge_is_held_until_the_note_is_taken_back);
  g_test_add_func ("/badge-notes/the last rule noted is the one followed",
                   test_the_last_rule_noted_is_the_one_followed);
  g_test_add_func ("/badge-notes/what is no note changes nothing", test_what_is_no_note_changes_nothing);
  return g_test_run ();
}
