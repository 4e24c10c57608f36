#include "kist-practise-wording.h"

#include <glib/gi18n.h>

/* Framework and number, so that the numbers of one framework stand together and 2.10 stands after 2.9. */
static int
compare_codes (gconstpointer a, gconstpointer b)
{
  g_autofree char *a_key = g_utf8_collate_key_for_filename (*(const char *const *)a, -1);
  g_autofree char *b_key = g_utf8_collate_key_for_filename (*(const char *const *)b, -1);

  return strcmp (a_key, b_key);
}

static GPtrArray *
dup_sorted_codes (KistScenario *scenario)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, j);

          for (unsigned k = 0; choice->codes && choice->codes[k]; k++)
            if (!g_ptr_array_find_with_equal_func (codes, choice->codes[k], g_str_equal, NULL))
              g_ptr_array_add (codes, choice->codes[k]);
        }
    }
  g_ptr_array_sort (codes, compare_codes);
  return codes;
}

/**
 * kist_practise_wording_outcome:
 * @id: a bar that a scenario declares
 *
 * Returns: (transfer none): whom or what it is about; @id itself when it is none of the four that the packs'
 *   documentation names
 */
const char *
kist_practise_wording_outcome (const char *id)
{
  if (g_str_equal (id, "person"))
    return _ ("The person you support");
  if (g_str_equal (id, "you"))
    return _ ("You");
  if (g_str_equal (id, "colleagues"))
    return _ ("Your colleagues");
  if (g_str_equal (id, "trust"))
    return _ ("Trust");
  return id;
}

/**
 * kist_practise_wording_dup_number:
 * @change: by how much a bar moved
 *
 * Returns: (transfer full): "−2", "+1", "0"
 */
char *
kist_practise_wording_dup_number (gint64 change)
{
  /* The negative of the smallest integer is no gint64. */
  guint64 size = change < 0 ? -(guint64)change : (guint64)change;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT, change < 0 ? "−" : change > 0 ? "+" : "", size);
}

/**
 * kist_practise_wording_dup_change:
 * @id: a bar that a scenario declares
 * @change: by how much it moved
 *
 * Returns: (transfer full): "Trust: −2"
 */
char *
kist_practise_wording_dup_change (const char *id, gint64 change)
{
  g_autofree char *number = kist_practise_wording_dup_number (change);

  /* Translators: an outcome's name and its number, such as "Trust: −2" */
  return g_strdup_printf (_ ("%s: %s"), kist_practise_wording_outcome (id), number);
}

/**
 * kist_practise_wording_dup_endings:
 * @n_found: how many endings were reached
 * @n_endings: how many there are
 *
 * Returns: (transfer full): "Endings found: 2 of 8"
 */
char *
kist_practise_wording_dup_endings (unsigned n_found, unsigned n_endings)
{
  return g_strdup_printf (_ ("Endings found: %u of %u"), n_found, n_endings);
}

/**
 * kist_practise_wording_dup_code:
 * @code: a code
 *
 * Returns: (transfer full): "2.8 Boundaries"
 */
char *
kist_practise_wording_dup_code (const KistCode *code)
{
  /* Translators: a code's number and its title, "2.8 Boundaries" */
  return g_strdup_printf (_ ("%s %s"), code->number, code->title);
}

/**
 * kist_practise_wording_dup_codes:
 * @library: the learning material
 * @scenario: a scenario
 *
 * Returns: (transfer full) (nullable): "Touches 2.3, 2.8 (Code of Practice, 2024)", all that its choices touch, each
 *   framework once; %NULL when they touch none that there is
 */
char *
kist_practise_wording_dup_codes (KistLibrary *library, KistScenario *scenario)
{
  g_autoptr (GPtrArray) codes = dup_sorted_codes (scenario);
  g_autoptr (GString) text = g_string_new (NULL);
  KistFramework *last = NULL;

  for (unsigned i = 0; i < codes->len; i++)
    {
      KistFramework  *framework = NULL;
      const KistCode *code = kist_library_lookup_code (library, g_ptr_array_index (codes, i), &framework);

      if (!code)
        continue;
      if (framework != last && last)
        g_string_append_printf (text, " (%s), ", kist_framework_get_title (last));
      else if (last)
        g_string_append (text, ", ");
      g_string_append (text, code->number);
      last = framework;
    }
  if (!last)
    return NULL;
  g_string_append_printf (text, " (%s)", kist_framework_get_title (last));
  /* Translators: %s is a list of codes, "2.3, 2.8 (Code of Practice, 2024)" */
  return g_strdup_printf (_ ("Touches %s"), text->str);
}
