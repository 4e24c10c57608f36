/* Where a Branching Scenario ends: -1 is the default end and other negatives are ends of their own (semantics.json,
 * "endScreens"); and what an alternative says where it leads to the default end is an end screen with points of its
 * own, while before another end it is said first (createFeedbackScreen() in branchingQuestion.js of
 * h5p-branching-question, "navigated" in h5p-branching-scenario.js). */
#include "kist-h5p.h"

/**
 * kist_h5p_append_screen:
 * @self: what is being read
 * @text: what is shown, as Markdown
 * @title: HTML
 * @subtitle: HTML
 */
void
kist_h5p_append_screen (KistH5p *self, GString *text, const char *title, const char *subtitle)
{
  g_autofree char *line = kist_h5p_dup_line (title);
  g_autofree char *body = kist_h5p_dup_markdown (self, subtitle);

  if (*line)
    g_string_append_printf (text, "**%s**", line);
  g_string_append_printf (text, "%s%s", *line && *body ? "\n\n" : "", body);
}

static KistDraftPassage *
add_end (KistH5p *self, const char *title, const char *subtitle, JsonObject *image)
{
  g_autofree char  *name = kist_h5p_make_name (self, title, "The end");
  KistDraftPassage *passage = kist_draft_add_passage (self->draft, name);

  kist_draft_passage_add_tag (passage, "end");
  kist_h5p_append_screen (self, passage->text, title, subtitle);
  if (image)
    {
      g_autofree char *picture = kist_h5p_take_picture (self, image, "");

      kist_h5p_append_paragraph (passage->text, picture);
    }
  if (passage->text->len == 0)
    g_string_assign (passage->text, name);
  return passage;
}

/**
 * kist_h5p_read_ends:
 * @self: what is being read
 * @scenario: all of it
 */
void
kist_h5p_read_ends (KistH5p *self, JsonObject *scenario)
{
  JsonArray *ends = kist_h5p_get_array (scenario, "endScreens");

  for (unsigned i = 0; ends && i < json_array_get_length (ends) && !kist_account_is_full (self->account); i++)
    {
      JsonObject       *end = kist_h5p_get_item (ends, i);
      gint64            id = kist_h5p_get_number (end, "contentId", -1);
      g_autofree char  *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      int               score = (int)kist_h5p_get_number (end, "endScreenScore", 0);
      KistDraftPassage *passage;

      g_free (self->where);
      self->where = g_strdup_printf ("end screen %u", i + 1);
      passage = add_end (self, kist_h5p_get_text (end, "endScreenTitle"), kist_h5p_get_text (end, "endScreenSubtitle"),
                         kist_h5p_get_object (end, "endScreenImage"));
      kist_account_add (self->account, KIST_IMPORT_NODE, KIST_IMPORT_KEPT, self->where, "It is the ending “%s”.",
                        passage->name);
      if (g_hash_table_contains (self->ends, key))
        continue;
      g_hash_table_insert (self->scores, g_strdup (key), GINT_TO_POINTER (score));
      g_hash_table_insert (self->ends, g_steal_pointer (&key), g_strdup (passage->name));
    }
}

static const char *
get_default_end (KistH5p *self)
{
  if (!g_hash_table_contains (self->ends, "-1"))
    g_hash_table_insert (self->ends, g_strdup ("-1"), g_strdup (add_end (self, "", "", NULL)->name));
  return g_hash_table_lookup (self->ends, "-1");
}

/**
 * kist_h5p_find_end:
 * @self: what is being read
 * @item: a node or an alternative that ends the scenario
 * @next: where it leads, below 0
 * @score: (out): what ending there is worth in the static mode
 *
 * Returns: (transfer none): the passage it ends in
 */
const char *
kist_h5p_find_end (KistH5p *self, JsonObject *item, gint64 next, gint64 *score)
{
  JsonObject      *feedback = kist_h5p_get_object (item, "feedback");
  const char      *title = kist_h5p_get_text (feedback, "title");
  const char      *subtitle = kist_h5p_get_text (feedback, "subtitle");
  JsonObject      *image = kist_h5p_get_object (feedback, "image");
  gboolean         has_points = feedback && json_object_has_member (feedback, "endScreenScore");
  gboolean         has_words = *title || *subtitle || image;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, next);
  const char      *name = g_hash_table_lookup (self->ends, key);

  *score = GPOINTER_TO_INT (g_hash_table_lookup (self->scores, name ? key : "-1"));
  /* Words before an end of its own are said first, and then that end's points count. */
  if (next == -1 ? has_words || has_points : !has_words && has_points)
    *score = kist_h5p_get_number (feedback, "endScreenScore", 0);
  if (next == -1 && has_words)
    return add_end (self, title, subtitle, image)->name;
  return name ? name : get_default_end (self);
}
