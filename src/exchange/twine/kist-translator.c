#include "kist-translator.h"

#include <stdarg.h>
#include <string.h>

#include "base/kist-error.h"
#include "scenario/kist-scenario.h"

static void
block_free (KistFrame *block)
{
  g_free (block->condition);
  g_free (block->others);
  g_free (block);
}

static void
account_for (KistTranslator *self, KistImportKind kind, KistImportFate fate, const char *why)
{
  g_autofree char *source = NULL;

  for (; self->counted < self->place; self->counted++)
    self->line += *self->counted == '\n';
  source = g_strdup_printf ("passage “%s”, line %u", self->source->name, self->line);
  kist_account_add (self->account, kind, fate, source, "%s", why);
  if (kist_account_is_full (self->account) && !self->error)
    self->error = g_error_new (KIST_ERROR, KIST_ERROR_TOO_LARGE, "It has more than %d parts.", KIST_ACCOUNT_MAX_ITEMS);
}

/**
 * kist_translator_note:
 * @self: a translator
 * @kind: what it is
 * @fate: what became of it
 * @format: why, one sentence, as for printf()
 * @...: the values of @format
 *
 * Accounts for what stands at the place.
 */
void
kist_translator_note (KistTranslator *self, KistImportKind kind, KistImportFate fate, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list          values;

  va_start (values, format);
  why = g_strdup_vprintf (format, values);
  va_end (values);
  if (self->is_verbatim)
    account_for (self, kind, KIST_IMPORT_KEPT, "It is as it was.");
  else
    account_for (self, kind, fate, why);
}

/* Appends what a choice says, marked so that a line with nothing else in it can be left out. Of one that is not always
 * there nothing is said in the text. */
static void
append_choice (KistTranslator *self, const char *text, gboolean is_always)
{
  g_string_append_c (self->prose, '\001');
  if (is_always)
    kist_translator_append (self, text, strlen (text));
  g_string_append_c (self->prose, '\002');
}

/* The condition of the blocks around here. Returns whether it could be said. */
static gboolean
get_condition (KistTranslator *self, char **condition)
{
  *condition = NULL;
  for (unsigned i = self->blocks->len; i > 0; i--)
    {
      KistFrame *block = g_ptr_array_index (self->blocks, i - 1);

      if (block->kind != KIST_FRAME_IF)
        continue;
      *condition = g_strdup (block->condition);
      return block->is_known;
    }
  return TRUE;
}

/**
 * kist_translator_link:
 * @self: a translator
 * @text: what the button says
 * @target: (nullable): the passage it leads to
 * @changed: (nullable): what is different now
 *
 * Makes a choice of a link and accounts for it; one that leads nowhere becomes plain words.
 *
 * Returns: (transfer none) (nullable): the choice
 */
KistDraftChoice *
kist_translator_link (KistTranslator *self, const char *text, const char *target, const char *changed)
{
  const KistStoryPassage *passage = target ? g_hash_table_lookup (self->names, target) : NULL;
  g_autofree char        *condition = NULL;
  gboolean                is_known = get_condition (self, &condition);
  g_autofree char *shown = g_strstrip (g_strdelimit (g_strdup (*text ? text : target ? target : ""), "\n\t", ' '));
  const char      *dropped = NULL;

  if (self->is_verbatim)
    {
      self->n_links++;
      kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_KEPT, "It is as it was.");
      return NULL;
    }
  if (self->is_special)
    dropped = self->special_why;
  else if (kist_translator_is_dropping (self))
    dropped = "It stands in what is not shown.";
  else if (!passage)
    dropped = "No passage has the name it leads to; its words are kept.";
  else if (kist_translator_find_special (passage, NULL, NULL))
    dropped = "It leads to a passage that nobody reads; its words are kept.";
  else if (self->passage->choices->len == KIST_SCENARIO_MAX_CHOICES)
    dropped = "The passage has too many choices; its words are kept.";
  self->last = NULL;
  if (dropped)
    {
      kist_translator_append (self, shown, strlen (shown));
      kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED, "“%.200s” to “%.200s”: %s", shown,
                            target ? target : "?", dropped);
      return NULL;
    }
  append_choice (self, shown, is_known && !condition);
  self->last = kist_draft_passage_add_choice (self->passage, shown, target);
  self->last->condition = g_steal_pointer (&condition);
  if (!is_known)
    changed = "Its condition cannot be said in Kist, so it is always offered.";
  kist_translator_note (self, KIST_IMPORT_LINK, changed ? KIST_IMPORT_CHANGED : KIST_IMPORT_KEPT,
                        "“%.200s” is a choice that leads to “%.200s”.%s%s", shown, target, changed ? " " : "",
                        changed ? changed : "");
  return self->last;
}

/* "  outcome: trust -1" below a link, which an author of Kist's dialect may well have drawn in Twine. */
static gboolean
read_key (KistTranslator *self)
{
  static const char *const keys[] = { "set", "if", "feedback", "outcome", "score", "code", "once" };
  const char              *word = self->place + strspn (self->place, " \t");
  const char              *end = strchrnul (word, '\n');

  if (!self->last || word == self->place)
    return FALSE;
  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!kist_begins (word, keys[i]) || word[strlen (keys[i])] != ':')
        continue;
      g_ptr_array_add (self->last->keys, g_strndup (word, end - word));
      self->place = *end ? end + 1 : end;
      return TRUE;
    }
  return FALSE;
}

static void
read_one (KistTranslator *self)
{
  gboolean is_line_start = self->place == self->source->text || self->place[-1] == '\n';

  if (is_line_start && read_key (self))
    return;
  if (self->last && is_line_start && self->place[strspn (self->place, " \t")] != '[')
    self->last = NULL;
  if (self->dialect == KIST_DIALECT_SUGARCUBE && kist_translator_read_sugarcube (self))
    return;
  if (self->dialect == KIST_DIALECT_HARLOWE && kist_translator_read_harlowe (self))
    return;
  if (self->dialect == KIST_DIALECT_CHAPBOOK && kist_translator_read_chapbook (self, is_line_start))
    return;
  if (kist_translator_read_link (self) || kist_translator_read_tag (self))
    return;
  if (self->dialect == KIST_DIALECT_PLAIN && self->place[0] == '\\' && self->place[1])
    {
      kist_translator_append (self, self->place, 1);
      self->place++;
    }
  kist_translator_append (self, self->place, 1);
  self->place++;
}

static void
read_text (KistTranslator *self)
{
  if (self->dialect == KIST_DIALECT_CHAPBOOK)
    kist_translator_read_chapbook_variables (self);
  while (*self->place && !self->error)
    read_one (self);
  while (self->blocks->len > 0)
    kist_translator_close (self);
}

static void
begin_passage (KistTranslator *self, const KistStoryPassage *source)
{
  self->source = source;
  self->place = self->counted = source->text;
  self->line = self->story->is_twee ? source->line : 1;
  self->last = NULL;
  self->n_links = 0;
  g_clear_pointer (&self->chain, g_free);
  g_string_truncate (self->prose, 0);
}

static void
read_special (KistTranslator *self)
{
  gboolean    is_code, is_data;
  const char *why = kist_translator_find_special (self->source, &is_code, &is_data);

  if (self->is_verbatim && !is_data)
    {
      g_autofree char *stays = g_strdup_printf ("It stays in the file, where nothing uses it: %s", why);

      account_for (self, KIST_IMPORT_NODE, self->story->is_twee ? KIST_IMPORT_KEPT : KIST_IMPORT_DROPPED,
                   self->story->is_twee ? stays : why);
      return;
    }
  kist_translator_note (self, KIST_IMPORT_NODE,
                        is_data                                    ? KIST_IMPORT_KEPT
                        : strstr (why, "before the first passage") ? KIST_IMPORT_CHANGED
                                                                   : KIST_IMPORT_DROPPED,
                        "%s", why);
  if (is_data || is_code)
    return;
  self->is_special = TRUE;
  self->special_why = why;
  read_text (self);
  self->is_special = FALSE;
}

/* Tags that Kist knows are kept; a passage that nothing leaves is an ending, whose tag only Kist asks for. */
static void
finish_passage (KistTranslator *self)
{
  static const char *const known[] = { "decision", "info", "end", "reflect", NULL };
  g_autoptr (GString) lost = g_string_new (NULL);
  gboolean is_end = FALSE;

  for (unsigned i = 0; self->source->tags[i]; i++)
    {
      if (g_strv_contains (known, self->source->tags[i]))
        kist_draft_passage_add_tag (self->passage, self->source->tags[i]);
      else if (*self->source->tags[i])
        g_string_append_printf (lost, "%s%.100s", lost->len > 0 ? ", " : "", self->source->tags[i]);
    }
  if (self->passage->choices->len == 0 && !kist_story_passage_has_tag (self->source, "end"))
    {
      kist_draft_passage_add_tag (self->passage, "end");
      is_end = TRUE;
    }
  self->place = self->source->text;
  kist_translator_note (self, KIST_IMPORT_NODE,
                        is_end || lost->len > 0 || self->source->is_renamed ? KIST_IMPORT_CHANGED : KIST_IMPORT_KEPT,
                        "It is a passage.%s%s%s%s",
                        self->source->is_renamed ? " Another had its name, so it was given a number." : "",
                        is_end ? " Nothing leaves it, so it was tagged as an ending." : "",
                        lost->len > 0 ? " Tags that mean nothing to Kist were dropped: " : "", lost->str);
}

/* In Kist's dialect no names mean anything but StoryTitle and StoryData, and no tags but those of code. */
static gboolean
is_special (const KistTranslator *self, const KistStoryPassage *source)
{
  gboolean    is_data = FALSE;
  const char *why = kist_translator_find_special (source, NULL, &is_data);

  return why && (!self->is_verbatim || is_data || kist_story_passage_has_tag (source, "script") ||
                 kist_story_passage_has_tag (source, "stylesheet"));
}

/* What was drawn on in Twine may lack the tag of an ending, which only Kist asks for. */
static void
finish_verbatim (KistTranslator *self)
{
  gboolean is_end = !self->story->is_twee && self->n_links == 0 && !kist_story_passage_has_tag (self->source, "end");

  self->passage->body = g_strdup (self->source->text);
  for (unsigned i = 0; self->source->tags[i]; i++)
    if (*self->source->tags[i])
      kist_draft_passage_add_tag (self->passage, self->source->tags[i]);
  if (is_end)
    kist_draft_passage_add_tag (self->passage, "end");
  account_for (self, KIST_IMPORT_NODE, is_end ? KIST_IMPORT_CHANGED : KIST_IMPORT_KEPT,
               is_end ? "Nothing leaves it, so it was tagged as an ending." : "It is as it was.");
}

static void
read_passage (KistTranslator *self, const KistStoryPassage *source)
{
  begin_passage (self, source);
  if (is_special (self, source))
    {
      read_special (self);
      return;
    }
  self->passage = kist_draft_add_passage (self->draft, source->name);
  self->passage->position = g_strdup (source->position);
  read_text (self);
  kist_translator_tidy (self);
  self->counted = self->place = source->text;
  self->line = self->story->is_twee ? MAX (source->line, 2) - 1 : 1;
  if (self->is_verbatim)
    finish_verbatim (self);
  else
    finish_passage (self);
}

/* The first passage: what the story says, else "Start", else the first one that is read. */
static void
find_start (KistTranslator *self)
{
  const char *start = self->story->start ? self->story->start : "Start";
  gboolean    is_there = FALSE;

  for (unsigned i = 0; i < self->draft->passages->len && !is_there; i++)
    is_there = g_str_equal (((KistDraftPassage *)g_ptr_array_index (self->draft->passages, i))->name, start);
  if (!is_there && self->draft->passages->len > 0)
    {
      self->draft->start = g_strdup (((KistDraftPassage *)g_ptr_array_index (self->draft->passages, 0))->name);
      kist_account_add (self->account, KIST_IMPORT_DATA, KIST_IMPORT_CHANGED, "the story",
                        "Nothing that is there says where it begins, so it begins at the first passage, “%s”.",
                        self->draft->start);
    }
  else
    self->draft->start = g_strdup (start);
}

static void
note_code (KistTranslator *self)
{
  if (self->story->n_scripts > 0)
    kist_account_add (self->account, KIST_IMPORT_DATA, KIST_IMPORT_DROPPED, "the story's JavaScript",
                      "Kist runs no scripts.");
  if (self->story->n_styles > 0)
    kist_account_add (self->account, KIST_IMPORT_DATA, KIST_IMPORT_DROPPED, "the story's style sheet",
                      "Kist has its own look.");
}

/**
 * kist_translator_run:
 * @story: a story
 * @title: what it is called
 * @account: where each of its parts is accounted for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
KistDraft *
kist_translator_run (const KistStory *story, const char *title, KistAccount *account, GError **error)
{
  g_autoptr (KistDraft) draft = kist_draft_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)block_free);
  KistTranslator self = { .story = story, .account = account, .draft = draft, .names = names, .prose = prose };

  self.blocks = blocks;
  self.dialect = kist_translator_guess (story);
  self.is_verbatim = story->format && g_str_equal (story->format, "Kist");
  draft->title = g_strdup (title);
  draft->ifid = g_strdup (story->ifid);
  draft->data = story->data ? json_object_ref (story->data) : NULL;
  for (unsigned i = 0; i < story->passages->len; i++)
    g_hash_table_insert (names, ((KistStoryPassage *)g_ptr_array_index (story->passages, i))->name,
                         g_ptr_array_index (story->passages, i));
  for (unsigned i = 0; i < story->passages->len && !self.error; i++)
    read_passage (&self, g_ptr_array_index (story->passages, i));
  g_free (self.chain);
  note_code (&self);
  find_start (&self);
  if (!self.error && draft->passages->len == 0)
    self.error = g_error_new (KIST_ERROR, KIST_ERROR_INVALID, "There is no passage in it that anyone would read.");
  if (!self.error && !kist_draft_settle (draft))
    self.error = g_error_new (KIST_ERROR, KIST_ERROR_TOO_LARGE, "Its passages set too many things.");
  if (self.error)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  return g_steal_pointer (&draft);
}
