/* What is said of back-ups needs no display: every fault has a sentence of its own with a way on. */
#include <string.h>

#include "base/kist-error.h"
#include "ui/backup/kist-backup-wording.h"

/* Sunday 22 November 2026, 23:30 UTC, which is where it is in winter; and half a year earlier, where it is not. */
#define WINTER G_GINT64_CONSTANT (1795390200000000)
#define SUMMER G_GINT64_CONSTANT (1779492600000000)

static void
test_times_are_those_of_the_place (void)
{
  g_autofree char *winter = kist_backup_wording_dup_date (WINTER);
  g_autofree char *summer = kist_backup_wording_dup_date (SUMMER);
  g_autofree char *name = kist_backup_wording_dup_name (SUMMER);
  g_autofree char *arrival = kist_backup_wording_dup_arrival (SUMMER, 12);

  g_assert_cmpstr (winter, ==, "Sunday 22 November 2026, 23:30");
  g_assert_cmpstr (summer, ==, "Saturday 23 May 2026, 00:30");
  g_assert_cmpstr (name, ==, "Kist 2026-05-23.kist-backup");
  g_assert_cmpstr (arrival, ==, "Restored: 23 May 2026, 12 entries");
}

/* As a file has it that somebody made up. */
static void
test_a_time_of_no_calendar (void)
{
  g_autofree char *date = kist_backup_wording_dup_date (G_MAXINT64);
  g_autofree char *arrival = kist_backup_wording_dup_arrival (G_MININT64, 12);

  g_assert_nonnull (strstr (date, "January 1970"));
  g_assert_cmpstr (arrival, ==, "Restored: 1 January 1970, 12 entries");
}

static void
test_entries_are_counted (void)
{
  const struct
  {
    gint64      n;
    const char *said;
  } cases[] = { { 0, "0 entries" }, { 1, "1 entry" }, { 2, "2 entries" }, { G_MAXINT64, "2147483647 entries" } };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = kist_backup_wording_dup_entries (cases[i].n);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
assert_is_sentence (const char *said, GHashTable *all)
{
  g_assert_true (g_str_has_suffix (said, "."));
  g_assert_false (g_str_has_suffix (said, ". "));
  g_assert_null (strstr (said, ". "));
  g_assert_null (strstr (said, "raw"));
  g_assert_true (g_hash_table_add (all, g_strdup (said)));
}

static void
test_every_fault_has_its_own_way_on (void)
{
  const KistError of_making[] = { KIST_ERROR_FULL, KIST_ERROR_READ_ONLY, KIST_ERROR_NOT_FOUND, KIST_ERROR_CORRUPT };
  const KistError of_restoring[] = { KIST_ERROR_PASSPHRASE, KIST_ERROR_CORRUPT, KIST_ERROR_INVALID,
                                     KIST_ERROR_NEWER,      KIST_ERROR_FULL,    KIST_ERROR_READ_ONLY,
                                     KIST_ERROR_NOT_FOUND,  KIST_ERROR_BUSY };
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (of_making); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (KIST_ERROR, (int)of_making[i], "raw");
      g_autofree char *said = kist_backup_wording_dup_why_not_made (error);

      assert_is_sentence (said, all);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (of_restoring); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (KIST_ERROR, (int)of_restoring[i], "raw");
      g_autofree char *said = kist_backup_wording_dup_why_not_restored (error, "mine", "/home/mairi/kist");

      assert_is_sentence (said, all);
    }
}

static void
test_another_fault_is_said_as_it_is (void)
{
  g_autoptr (GError) error = g_error_new_literal (KIST_ERROR, KIST_ERROR_FAILED, "The stick was pulled out.");
  g_autofree char *made = kist_backup_wording_dup_why_not_made (error);
  g_autofree char *restored = kist_backup_wording_dup_why_not_restored (error, "mine", "/home/mairi/kist");

  g_assert_cmpstr (made, ==, error->message);
  g_assert_cmpstr (restored, ==, error->message);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-wording/times-are-those-of-the-place", test_times_are_those_of_the_place);
  g_test_add_func ("/backup-wording/a-time-of-no-calendar", test_a_time_of_no_calendar);
  g_test_add_func ("/backup-wording/entries-are-counted", test_entries_are_counted);
  g_test_add_func ("/backup-wording/every-fault-has-its-own-way-on", test_every_fault_has_its_own_way_on);
  g_test_add_func ("/backup-wording/another-fault-is-said-as-it-is", test_another_fault_is_said_as_it_is);
  return g_test_run ();
}
