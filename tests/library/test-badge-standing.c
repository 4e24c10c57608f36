#include "library/kist-badge-standing.h"

#include "learner-fixture.h"

static KistBadgeStanding *
stand (Learner *learner)
{
  return kist_badge_standing_new (learner->library, G_LIST_MODEL (learner->entries),
                                  kist_library_lookup_badge (learner->library, "thing-05"), NULL);
}

static char *
dup_words (unsigned n)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    g_string_append (text, "word ");
  return g_string_free (text, FALSE);
}

static void
test_without_a_draft_it_is_not_started (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadgeStanding) standing = NULL;

  learner_has_entry (learner, "other", NULL, NULL, "Words of another entry.", LEARNER_NOON);
  standing = stand (learner);
  g_assert_cmpint (standing->stage, ==, KIST_BADGE_NOT_STARTED);
  g_assert_null (standing->entry);
  g_assert_true (standing->thing == learner->media);
  g_assert_cmpuint (standing->evidence->readiness->words, ==, 0);
}

static void
test_with_a_draft_it_is_in_progress (Learner *learner, gconstpointer data)
{
  g_autofree char *body = dup_words (54);
  g_autoptr (KistBadgeStanding) standing = NULL;

  learner_has_entry (learner, "draft", "core/media", "thing-05", body, LEARNER_NOON);
  standing = stand (learner);
  g_assert_cmpint (standing->stage, ==, KIST_BADGE_IN_PROGRESS);
  g_assert_cmpuint (standing->evidence->readiness->words, ==, 54);
}

static void
test_the_last_changed_draft_is_what_counts (Learner *learner, gconstpointer data)
{
  g_autofree char *body = dup_words (100);
  g_autoptr (KistBadgeStanding) standing = NULL;

  learner_has_entry (learner, "old", "core/media", "thing-05", "Short.", LEARNER_NOON);
  learner_has_entry (learner, "new", "core/media", "thing-05", body, LEARNER_NOON + DAY);
  standing = stand (learner);
  g_assert_cmpint (standing->stage, ==, KIST_BADGE_READY);
  g_assert_cmpstr (kist_entry_get_id (standing->entry), ==, "new");
}

/* The pack's badge can be applied for at any time; this one has a window. */
static void
test_a_closed_badge_is_not_ready (Learner *learner, gconstpointer data)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge =
      kist_badge_parse ("id: thing-05\ntitle: T\nissuer: I\nwindow: {opens: 2026-01-01, closes: 2026-03-31}\n"
                        "criteria:\n  - {id: post, text: A post}\n"
                        "source: {address: 'https://example.org', seen: 2026-11}\n",
                        "b.yaml", report);
  GDate last, after;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 31, 3, 2026);
  g_assert_nonnull (badge);
  learner_has_entry (learner, "draft", "core/media", "thing-05", "A few words.", LEARNER_NOON);
  after = last;
  g_date_add_days (&after, 1);
  for (unsigned is_closed = 0; is_closed < 2; is_closed++)
    {
      g_autoptr (KistBadgeStanding) standing =
          kist_badge_standing_new (learner->library, G_LIST_MODEL (learner->entries), badge,
                                   &(KistEvidenceFacts){ .today = is_closed ? &after : &last });

      g_assert_cmpint (standing->stage, ==, is_closed ? KIST_BADGE_IN_PROGRESS : KIST_BADGE_READY);
    }
}

#define ADD(name, test) g_test_add ("/badge-standing/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("without a draft it is not started", test_without_a_draft_it_is_not_started);
  ADD ("with a draft it is in progress", test_with_a_draft_it_is_in_progress);
  ADD ("the last changed draft is what counts", test_the_last_changed_draft_is_what_counts);
  ADD ("a closed badge is not ready", test_a_closed_badge_is_not_ready);
  return g_test_run ();
}
