#include "kist-trail.h"

#include <glib/gi18n.h>

#include "content/kist-markdown.h"
#include "group/kist-hands.h"
#include "kist-practise-wording.h"

static void
decision_free (KistDecision *decision)
{
  g_free (decision->passage);
  g_free (decision->choice);
  g_free (decision->feedback);
  g_free (decision->hands);
  g_free (decision);
}

static void
append_decisions (GString *body, KistRun *run, GArray *counts)
{
  g_autoptr (GPtrArray) decisions = kist_trail_dup_decisions (run, 0, G_MAXUINT);

  if (decisions->len == 0)
    return;
  kist_trail_add_hands (decisions, run, counts);
  g_string_append_printf (body, "## %s\n\n", counts ? _ ("What the group decided") : _ ("What I decided"));
  for (unsigned i = 0; i < decisions->len; i++)
    {
      const KistDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char    *left_out = decision->n_left_out > 0 ? kist_trail_dup_left_out (decision->n_left_out) : NULL;

      if (left_out)
        g_string_append_printf (body, "- %s\n", left_out);
      g_string_append_printf (body, "- **%s**: %s\n", decision->passage, decision->choice);
      if (decision->hands)
        g_string_append_printf (body, "  %s\n", decision->hands);
    }
  g_string_append_c (body, '\n');
}

static GPtrArray *
dup_codes (KistRun *run)
{
  KistScenario *scenario = kist_run_get_scenario (run);
  GPtrArray    *codes = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, i);
      const KistPassage   *passage = kist_scenario_get_passage (scenario, step->passage);
      const KistChoice    *choice = g_ptr_array_index (passage->choices, step->choice);

      for (unsigned j = 0; choice->codes && choice->codes[j]; j++)
        if (g_hash_table_add (known, choice->codes[j]))
          g_ptr_array_add (codes, choice->codes[j]);
    }
  return codes;
}

static void
append_codes (GString *body, KistRun *run, KistLibrary *library)
{
  g_autoptr (GPtrArray) codes = dup_codes (run);

  if (codes->len == 0)
    return;
  g_string_append_printf (body, "## %s\n\n", _ ("The Codes this touches"));
  for (unsigned i = 0; i < codes->len; i++)
    {
      KistFramework   *framework = NULL;
      const KistCode  *code = kist_library_lookup_code (library, g_ptr_array_index (codes, i), &framework);
      g_autofree char *title = code ? kist_practise_wording_dup_code (code) : NULL;

      if (title)
        g_string_append_printf (body, "- %s (%s)\n", title, kist_framework_get_title (framework));
      else
        g_string_append_printf (body, "- %s\n", (const char *)g_ptr_array_index (codes, i));
    }
  g_string_append_c (body, '\n');
}

/* A passage with one way on, or one tagged `info`, whose ways on are the author's and not the person's to choose from,
 * asks for no decision. */
static gboolean
is_decision (KistRun *run, unsigned step)
{
  unsigned           index = kist_run_get_trail_step (run, step)->passage;
  const KistPassage *passage = kist_scenario_get_passage (kist_run_get_scenario (run), index);

  return passage->choices->len >= 2 && (passage->tags & KIST_PASSAGE_INFO) == 0;
}

static KistDecision *
decision_new (KistRun *run, unsigned length)
{
  const KistTrailStep *step = kist_run_get_trail_step (run, length);
  const KistPassage   *passage = kist_scenario_get_passage (kist_run_get_scenario (run), step->passage);
  const KistChoice    *choice = g_ptr_array_index (passage->choices, step->choice);
  KistDecision        *decision = g_new0 (KistDecision, 1);

  decision->passage = g_strdup (passage->name);
  decision->choice = g_strdup (choice->text);
  decision->feedback = choice->feedback ? kist_trail_dup_plain (choice->feedback) : NULL;
  decision->length = length;
  return decision;
}

/**
 * kist_trail_count_decisions:
 * @run: a run
 * @from: how many of its choices to pass over
 * @to: how many of them to go to; more than there are is to the end
 *
 * Returns: how many decisions were taken there
 */
unsigned
kist_trail_count_decisions (KistRun *run, unsigned from, unsigned to)
{
  unsigned n = 0;

  for (unsigned i = from; i < MIN (to, kist_run_get_length (run)); i++)
    n += is_decision (run, i) ? 1 : 0;
  return n;
}

/**
 * kist_trail_dup_decisions:
 * @run: a run
 * @from: how many of its choices to pass over
 * @to: how many of them to go to; more than there are is to the end
 *
 * Returns: (transfer container) (element-type KistDecision): the decisions taken there, oldest first; of more than
 *   %KIST_TRAIL_MAX_DECISIONS the first and the last
 */
GPtrArray *
kist_trail_dup_decisions (KistRun *run, unsigned from, unsigned to)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)decision_free);
  unsigned   n_all = kist_trail_count_decisions (run, from, to);
  unsigned   n_left_out = n_all > KIST_TRAIL_MAX_DECISIONS ? n_all - KIST_TRAIL_MAX_DECISIONS : 0;
  unsigned   n_passed = 0;

  for (unsigned i = from; i < MIN (to, kist_run_get_length (run)); i++)
    {
      KistDecision *decision;

      if (!is_decision (run, i))
        continue;
      if (decisions->len == KIST_TRAIL_MAX_DECISIONS / 2 && n_passed < n_left_out)
        {
          n_passed++;
          continue;
        }
      decision = decision_new (run, i);
      if (decisions->len == KIST_TRAIL_MAX_DECISIONS / 2)
        decision->n_left_out = n_left_out;
      g_ptr_array_add (decisions, decision);
    }
  return decisions;
}

/**
 * kist_trail_dup_left_out:
 * @n: how many decisions
 *
 * Returns: (transfer full): what stands in their place: "… and 400 more decisions …"
 */
char *
kist_trail_dup_left_out (unsigned n)
{
  /* Translators: between the first and the last decisions of a very long run */
  return g_strdup_printf (ngettext ("… and %u more decision …", "… and %u more decisions …", n), n);
}

/**
 * kist_trail_add_hands:
 * @decisions: (element-type KistDecision): decisions of @run
 * @run: a run
 * @counts: (nullable) (element-type KistHandCount): the hands that were counted in it
 *
 * Says at each decision how many hands each choice had.
 */
void
kist_trail_add_hands (GPtrArray *decisions, KistRun *run, GArray *counts)
{
  for (unsigned i = 0; i < decisions->len; i++)
    {
      KistDecision *decision = g_ptr_array_index (decisions, i);

      decision->hands = kist_hands_dup_words (run, decision->length, counts);
    }
}

/**
 * kist_trail_dup_plain:
 * @markdown: what followed from a choice
 *
 * Returns: (transfer full): it without its signs
 */
char *
kist_trail_dup_plain (const char *markdown)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);

  return document ? kist_document_to_text (document) : g_strdup (markdown);
}

/**
 * kist_trail_dup_sentence:
 * @decision: a decision
 * @is_first: whether the story begins with it
 *
 * Returns: (transfer full): it told: "First, at “Friday evening”: Accept it."
 */
char *
kist_trail_dup_sentence (const KistDecision *decision, gboolean is_first)
{
  const char *last = g_utf8_find_prev_char (decision->choice, strchr (decision->choice, '\0'));
  const char *end = last && g_utf8_strchr (".!?…", -1, g_utf8_get_char (last)) ? "" : ".";

  if (is_first)
    /* Translators: the first decision of a story: where one stood, what was chosen, a full stop where it has none */
    return g_strdup_printf (_ ("First, at “%s”: %s%s"), decision->passage, decision->choice, end);
  /* Translators: a later decision of a story: where one stood, what was chosen, a full stop where it has none */
  return g_strdup_printf (_ ("Then, at “%s”: %s%s"), decision->passage, decision->choice, end);
}

/**
 * kist_trail_dup_draft:
 * @run: a run
 * @thing: the Thing it was played in
 * @library: the learning material, for the titles of codes
 * @counts: (nullable) (element-type KistHandCount): the hands that a group showed; %NULL when one played alone
 *
 * Returns: (transfer full): Markdown
 */
char *
kist_trail_dup_draft (KistRun *run, KistThing *thing, KistLibrary *library, GArray *counts)
{
  KistScenario    *scenario = kist_run_get_scenario (run);
  g_autofree char *origin = NULL;
  GString         *body = g_string_new (NULL);

  /* Translators: a scenario's title and the title of the Thing it belongs to */
  origin = g_strdup_printf (_ ("From the scenario “%s” in “%s”."), kist_scenario_get_title (scenario),
                            kist_thing_get_title (thing));
  g_string_append_printf (body, "%s\n\n", origin);
  append_decisions (body, run, counts);
  append_codes (body, run, library);
  g_string_append_printf (body, "## %s\n\n\n", counts ? _ ("Why we decided as we did") : _ ("Why I decided as I did"));
  g_string_append_printf (body, "## %s\n\n\n",
                          counts ? _ ("What we saw only afterwards") : _ ("What I saw only afterwards"));
  g_string_append_printf (body, "## %s\n\n", counts ? _ ("What we will do at work") : _ ("What I will do at work"));
  return g_string_free (body, FALSE);
}
