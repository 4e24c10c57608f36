#include "kist-draft.h"

#include <string.h>

/* Of all choices together; what a passage sets is copied to every choice that leads there. */
#define MOST_SETS 200000

static void
choice_free (KistDraftChoice *choice)
{
  g_free (choice->text);
  g_free (choice->target);
  g_free (choice->condition);
  g_free (choice->feedback);
  g_ptr_array_unref (choice->sets);
  g_ptr_array_unref (choice->keys);
  g_free (choice);
}

static void
passage_free (KistDraftPassage *passage)
{
  g_free (passage->name);
  g_free (passage->position);
  g_free (passage->body);
  g_ptr_array_unref (passage->tags);
  g_string_free (passage->text, TRUE);
  g_ptr_array_unref (passage->choices);
  g_ptr_array_unref (passage->entry_sets);
  g_free (passage);
}

/**
 * kist_draft_new:
 *
 * Returns: (transfer full): an empty draft
 */
KistDraft *
kist_draft_new (void)
{
  KistDraft *self = g_new0 (KistDraft, 1);

  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify)passage_free);
  self->first_sets = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * kist_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
kist_draft_free (KistDraft *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_free (self->ifid);
  g_free (self->start);
  g_clear_pointer (&self->data, json_object_unref);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->first_sets);
  g_free (self);
}

/**
 * kist_draft_add_passage:
 * @self: a draft
 * @name: its name, which no other passage of @self has
 *
 * Returns: (transfer none): the new last passage
 */
KistDraftPassage *
kist_draft_add_passage (KistDraft *self, const char *name)
{
  KistDraftPassage *passage = g_new0 (KistDraftPassage, 1);

  passage->name = g_strdup (name);
  passage->tags = g_ptr_array_new_with_free_func (g_free);
  passage->text = g_string_new (NULL);
  passage->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)choice_free);
  passage->entry_sets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->passages, passage);
  return passage;
}

/**
 * kist_draft_passage_add_choice:
 * @self: a passage
 * @text: what the button says
 * @target: the name of the passage it leads to
 *
 * Returns: (transfer none): the new last choice
 */
KistDraftChoice *
kist_draft_passage_add_choice (KistDraftPassage *self, const char *text, const char *target)
{
  KistDraftChoice *choice = g_new0 (KistDraftChoice, 1);

  choice->text = g_strdup (text);
  choice->target = g_strdup (target);
  choice->sets = g_ptr_array_new_with_free_func (g_free);
  choice->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

/**
 * kist_draft_passage_add_tag:
 * @self: a passage
 * @tag: a tag, added once
 */
void
kist_draft_passage_add_tag (KistDraftPassage *self, const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL))
    g_ptr_array_add (self->tags, g_strdup (tag));
}

static void
append_sets (KistDraftChoice *choice, GPtrArray *sets)
{
  for (unsigned i = 0; i < sets->len; i++)
    g_ptr_array_add (choice->sets, g_strdup (g_ptr_array_index (sets, i)));
}

/* Puts a passage before the first one, whose only choice sets what must be set before anything else. */
static void
add_opening (KistDraft *self, GHashTable *names)
{
  KistDraftPassage *start = g_hash_table_lookup (names, self->start);
  g_autofree char  *name = g_strdup ("Opening");
  KistDraftPassage *opening;
  KistDraftChoice  *choice;

  for (unsigned n = 2; g_hash_table_contains (names, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("Opening %u", n);
    }
  opening = kist_draft_add_passage (self, name);
  kist_draft_passage_add_tag (opening, "info");
  g_string_append (opening->text, self->title);
  choice = kist_draft_passage_add_choice (opening, "Begin", self->start);
  append_sets (choice, self->first_sets);
  if (start)
    append_sets (choice, start->entry_sets);
  g_set_str (&self->start, name);
  g_ptr_array_insert (self->passages, 0, g_ptr_array_steal_index (self->passages, self->passages->len - 1));
}

/**
 * kist_draft_settle:
 * @self: a draft with all of its passages
 *
 * In Kist only choosing sets anything. What a passage sets whenever it is entered therefore goes to the end of every
 * choice that leads to it, which comes to the same; what is set before the first passage goes to the only choice of
 * one more passage in front of it.
 *
 * Returns: %FALSE when there would be more of them than any scenario needs
 */
gboolean
kist_draft_settle (KistDraft *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  KistDraftPassage *start;
  unsigned          n_sets = 0;

  for (unsigned i = 0; i < self->passages->len; i++)
    {
      KistDraftPassage *passage = g_ptr_array_index (self->passages, i);

      g_hash_table_insert (names, passage->name, passage);
    }
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      KistDraftPassage *passage = g_ptr_array_index (self->passages, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        {
          KistDraftChoice  *choice = g_ptr_array_index (passage->choices, j);
          KistDraftPassage *target = g_hash_table_lookup (names, choice->target);

          n_sets += target ? target->entry_sets->len : 0;
          if (n_sets > MOST_SETS)
            return FALSE;
          if (target)
            append_sets (choice, target->entry_sets);
        }
    }
  start = g_hash_table_lookup (names, self->start);
  if (self->first_sets->len > 0 || (start && start->entry_sets->len > 0))
    add_opening (self, names);
  return TRUE;
}
