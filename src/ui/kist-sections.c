#include "kist-sections.h"

#include <glib/gi18n.h>

#include "author/kist-author-folders-page.h"
#include "badges/kist-badges-page.h"
#include "codes/kist-codes-page.h"
#include "home/kist-home-page.h"
#include "journal/kist-journal-page.h"
#include "learn/kist-learn-page.h"
#include "practise/kist-practise-page.h"
#include "record/kist-record-page.h"

static const KistSection sections[] = {
  { "home", N_ ("Home"), "kist-home-symbolic", kist_home_page_new },
  { "learn", N_ ("Learn"), "kist-learn-symbolic", kist_learn_page_new },
  { "practise", N_ ("Practise"), "kist-practise-symbolic", kist_practise_page_new },
  { "journal", N_ ("Journal"), "kist-journal-symbolic", kist_journal_page_new },
  { "badges", N_ ("Badges"), "kist-badges-symbolic", kist_badges_page_new },
  { "record", N_ ("My record"), "kist-record-symbolic", kist_record_page_new },
  { "codes", N_ ("Codes"), "kist-codes-symbolic", kist_codes_page_new },
  { "author", N_ ("Author"), "document-edit-symbolic", kist_author_folders_page_new, .is_for_authors = TRUE },
};

/**
 * kist_sections_get_n:
 *
 * Returns: how many sections there are
 */
unsigned
kist_sections_get_n (void)
{
  return G_N_ELEMENTS (sections);
}

/**
 * kist_sections_get:
 * @index: less than kist_sections_get_n()
 *
 * Returns: (transfer none): the section
 */
const KistSection *
kist_sections_get (unsigned index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (sections), NULL);

  return &sections[index];
}

/**
 * kist_sections_lookup:
 * @name: a section's name
 *
 * Returns: (transfer none) (nullable): the section
 */
const KistSection *
kist_sections_lookup (const char *name)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      return &sections[i];
  return NULL;
}
