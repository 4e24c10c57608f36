#include "kist-player-state.h"

#include <glib/gi18n.h>

#include "content/kist-markdown.h"
#include "ending/kist-run-outcome.h"
#include "group/kist-hands.h"
#include "kist-practise-wording.h"

static void
choice_free (KistPlayerChoice *choice)
{
  g_free (choice->text);
  g_free (choice);
}

static void
code_free (KistPlayerCode *code)
{
  g_free (code->code);
  g_free (code->title);
  g_free (code->framework);
  g_free (code);
}

/* What cannot be read as Markdown, because it is nested too deeply, is shown as it is written. */
static KistDocument *
parse (const char *markdown, unsigned line)
{
  g_autoptr (GError) error = NULL;
  KistDocument *document = kist_markdown_parse (markdown, line, &error);
  KistBlock    *root;
  KistBlock    *paragraph;
  KistSpan     *span;

  if (document)
    return document;

  g_message ("A passage is shown as it is written: %s", error->message);
  root = kist_block_new (KIST_BLOCK_DOCUMENT, line);
  paragraph = kist_block_new (KIST_BLOCK_PARAGRAPH, line);
  span = g_new0 (KistSpan, 1);
  span->text = g_strdup (markdown);
  g_ptr_array_add (paragraph->spans, span);
  g_ptr_array_add (root->children, paragraph);
  return kist_document_new (root);
}

/* The focus goes to the first block, so that it is read without being announced. */
static char *
dup_all_but_first_block (KistDocument *document)
{
  unsigned n_blocks = kist_document_get_root (document)->children->len;
  g_autoptr (KistDocument) rest = NULL;

  if (n_blocks < 2)
    return g_strdup ("");
  rest = kist_document_slice (document, 1, n_blocks - 1);
  return kist_document_to_text (rest);
}

static const KistPassage *
get_passage (KistRun *run)
{
  return kist_scenario_get_passage (kist_run_get_scenario (run), kist_run_get_passage (run));
}

static const KistChoice *
get_taken (KistRun *run, unsigned step)
{
  const KistTrailStep *taken = kist_run_get_trail_step (run, step);
  const KistPassage   *passage = kist_scenario_get_passage (kist_run_get_scenario (run), taken->passage);

  return g_ptr_array_index (passage->choices, taken->choice);
}

static void
add_choices (KistPlayerState *self, const KistPlayerMoment *moment)
{
  unsigned          length = kist_run_get_length (moment->run);
  const KistChoice *before = NULL;

  if (moment->ahead && kist_run_get_length (moment->ahead) > length)
    before = get_taken (moment->ahead, length);
  for (unsigned i = 0; i < kist_run_get_n_offered (moment->run); i++)
    {
      const KistChoice *offered = kist_run_get_offered (moment->run, i);
      KistPlayerChoice *choice = g_new0 (KistPlayerChoice, 1);

      choice->text = g_strdup (offered->text);
      choice->was_taken = offered == before;
      g_ptr_array_add (self->choices, choice);
    }
}

static void
show_passage (KistPlayerState *self, const KistPlayerMoment *moment)
{
  const KistPassage *passage = get_passage (moment->run);
  g_autofree char   *rest = NULL;
  g_autofree char   *count = NULL;

  self->stage = KIST_PLAYER_PASSAGE;
  self->text = parse (passage->text, passage->line + 1);
  add_choices (self, moment);
  if (self->choices->len == 0)
    self->problem = g_strdup (_ ("The scenario’s author has left no way on from here."));
  rest = dup_all_but_first_block (self->text);
  /* Translators: said by a screen reader after the narrative */
  count = g_strdup_printf (ngettext ("%u choice.", "%u choices.", self->choices->len), self->choices->len);
  self->announcement = g_strstrip (g_strdup_printf ("%s\n%s", rest, count));
}

static void
add_codes (KistPlayerState *self, const KistChoice *choice, KistLibrary *library)
{
  for (unsigned i = 0; choice->codes && choice->codes[i]; i++)
    {
      KistFramework  *framework = NULL;
      const KistCode *known = kist_library_lookup_code (library, choice->codes[i], &framework);
      KistPlayerCode *code = g_new0 (KistPlayerCode, 1);

      code->code = g_strdup (choice->codes[i]);
      code->title = known ? kist_practise_wording_dup_code (known) : g_strdup (code->code);
      code->framework = g_strdup (known ? kist_framework_get_title (framework) : "");
      g_ptr_array_add (self->codes, code);
    }
}

static void
show_consequence (KistPlayerState *self, const KistPlayerMoment *moment, KistLibrary *library)
{
  const KistChoice  *choice = get_taken (moment->run, kist_run_get_length (moment->run) - 1);
  const char *const *bars = kist_scenario_get_outcomes (kist_run_get_scenario (moment->run));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  self->stage = KIST_PLAYER_CONSEQUENCE;
  if (!self->notice)
    self->notice = kist_hands_dup_words (moment->run, kist_run_get_length (moment->run) - 1, moment->counts);
  self->text = parse (choice->feedback, choice->line);
  text = kist_document_to_text (self->text);
  g_string_append (words, text);
  for (unsigned i = 0; i < choice->outcomes->len; i++)
    {
      const KistOutcomeChange *outcome = &g_array_index (choice->outcomes, KistOutcomeChange, i);

      if (outcome->change == 0)
        continue;
      g_ptr_array_add (self->changes, kist_practise_wording_dup_change (bars[outcome->bar], outcome->change));
      g_string_append_printf (words, "\n%s.", (char *)g_ptr_array_index (self->changes, self->changes->len - 1));
    }
  add_codes (self, choice, library);
  self->announcement = g_strdup (words->str);
}

/* Scores exist only where an author asks for them. */
static gboolean
has_scores (KistScenario *scenario)
{
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        if (((const KistChoice *)g_ptr_array_index (passage->choices, j))->score != 0)
          return TRUE;
    }
  return FALSE;
}

static void
show_ending (KistPlayerState *self, const KistPlayerMoment *moment)
{
  KistScenario      *scenario = kist_run_get_scenario (moment->run);
  const KistPassage *passage = get_passage (moment->run);
  g_autofree char   *text = NULL;

  self->stage = KIST_PLAYER_ENDING;
  self->title = g_strdup (passage->name);
  self->text = parse (passage->text, passage->line + 1);
  g_ptr_array_unref (self->outcomes);
  self->outcomes = kist_run_outcomes_of (moment->run);
  self->limit = kist_run_outcomes_get_limit (self->outcomes);
  self->can_compare = moment->can_compare;
  if (has_scores (scenario))
    self->score = g_strdup_printf (_ ("Score: %" G_GINT64_FORMAT), kist_run_get_score (moment->run));
  self->endings = kist_practise_wording_dup_endings (
      kist_player_state_count_endings (scenario, moment->found, passage->name), kist_scenario_count_endings (scenario));
  g_ptr_array_unref (self->trail);
  self->trail = kist_trail_dup_decisions (moment->run, 0, G_MAXUINT);
  kist_trail_add_hands (self->trail, moment->run, moment->counts);
  text = dup_all_but_first_block (self->text);
  self->announcement = g_strstrip (g_strdup_printf ("%s\n%s.", text, self->endings));
}

/**
 * kist_player_state_new:
 * @moment: where the run is
 * @library: the learning material, for the titles of codes
 *
 * Returns: (transfer full): what to show
 */
KistPlayerState *
kist_player_state_new (const KistPlayerMoment *moment, KistLibrary *library)
{
  KistPlayerState *self = g_new0 (KistPlayerState, 1);

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)choice_free);
  self->changes = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)code_free);
  self->outcomes = g_ptr_array_new ();
  self->trail = g_ptr_array_new ();
  self->is_group = moment->is_group;
  self->folder = g_strdup (moment->folder);
  self->can_go_back = kist_run_get_length (moment->run) > 0;
  if (moment->is_afresh)
    self->notice = g_strdup (_ ("This scenario has changed since you last played it, so it begins afresh. The endings "
                                "you found still count."));

  if (moment->is_following)
    show_consequence (self, moment, library);
  else if (kist_run_is_ended (moment->run))
    show_ending (self, moment);
  else
    show_passage (self, moment);
  if (moment->problem)
    {
      g_free (self->problem);
      self->problem = g_strdup (moment->problem);
    }
  return self;
}

/**
 * kist_player_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
kist_player_state_free (KistPlayerState *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_free (self->folder);
  g_clear_object (&self->text);
  g_free (self->announcement);
  g_free (self->notice);
  g_free (self->problem);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->outcomes);
  g_free (self->score);
  g_free (self->endings);
  g_ptr_array_unref (self->trail);
  g_free (self);
}

/**
 * kist_player_state_count_endings:
 * @scenario: a scenario
 * @found: (nullable) (element-type utf8): names of the endings reached, each once; some may be gone from the scenario
 * @also: (nullable): one more, which may be among them
 *
 * Returns: how many of the scenario's endings were reached
 */
unsigned
kist_player_state_count_endings (KistScenario *scenario, GPtrArray *found, const char *also)
{
  unsigned n_found = 0;
  gboolean is_also_found = FALSE;

  for (unsigned i = 0; found && i < found->len; i++)
    {
      int index = kist_scenario_lookup (scenario, g_ptr_array_index (found, i));

      if (index < 0 || (kist_scenario_get_passage (scenario, (unsigned)index)->tags & KIST_PASSAGE_END) == 0)
        continue;
      n_found++;
      is_also_found |= g_strcmp0 (g_ptr_array_index (found, i), also) == 0;
    }
  return n_found + (also && !is_also_found ? 1 : 0);
}
