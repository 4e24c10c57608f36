/* H5P Branching Scenario: semantics.json and src/scripts/{h5p-branching-scenario,scoring}.js of
 * github.com/h5p/h5p-branching-scenario, semantics.json of h5p-branching-question. In particular: a node's id is its
 * index ("item.contentId = index"); a missing nextContentId is -1; points of an alternative count in the dynamic mode
 * only where it leads on (getAlternativeScore()), those of a screen only where it leads on and not to the first one
 * (addLibraryScore()); in the static mode only the end screen's count (getScore()). */
#include "kist-h5p.h"

#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "exchange/kist-import-private.h"
#include "scenario/kist-scenario.h"

/* A presentation in a scenario nests about fifteen levels. */
#define MAX_NESTING 64
#define MAX_JSON (8 * 1024 * 1024)
#define MAX_NODES 10000

#define ABOUT "h5p.json"
#define CONTENT "content/content.json"

/* What is said between a choice and where it leads. */
static char *
dup_feedback (KistH5p *self, JsonObject *feedback)
{
  g_autofree char *title = kist_h5p_dup_line (kist_h5p_get_text (feedback, "title"));
  g_autofree char *subtitle = kist_h5p_dup_line (kist_h5p_get_text (feedback, "subtitle"));
  JsonObject      *image = kist_h5p_get_object (feedback, "image");
  const char      *between = !*title || !*subtitle ? "" : strchr (".!?:", title[strlen (title) - 1]) ? " " : ": ";

  g_autofree char *picture = image ? kist_h5p_take_picture (self, image, "") : g_strdup ("");

  return g_strconcat (title, between, subtitle, *picture && (*title || *subtitle) ? " " : "", picture, NULL);
}

/* Makes a choice of an alternative, or of what leads from a screen to the next. */
static void
add_way (KistH5p *self, KistDraftPassage *passage, JsonObject *item, const char *text, KistImportKind kind)
{
  gint64           next = kist_h5p_get_number (item, "nextContentId", -1);
  gboolean         is_astray = next >= (gint64)self->names->len;
  gboolean         is_end = next < 0 || is_astray;
  JsonObject      *feedback = kist_h5p_get_object (item, "feedback");
  gint64           score = 0;
  const char      *target;
  KistDraftChoice *choice;

  if (passage->choices->len == KIST_SCENARIO_MAX_CHOICES)
    {
      kist_account_add (self->account, kind, KIST_IMPORT_DROPPED, self->where, "“%.100s”: there are too many.", text);
      return;
    }
  target =
      is_end ? kist_h5p_find_end (self, item, is_astray ? -1 : next, &score) : g_ptr_array_index (self->names, next);
  choice = kist_draft_passage_add_choice (passage, text, target);
  if (next != -1 && !is_astray)
    choice->feedback = dup_feedback (self, feedback);
  if (!is_end)
    score = kind == KIST_IMPORT_ANSWER || next > 0 ? kist_h5p_get_number (feedback, "endScreenScore", 0) : 0;
  if (score != 0 && self->scoring == (is_end ? KIST_H5P_STATIC : KIST_H5P_DYNAMIC))
    g_ptr_array_add (choice->keys, g_strdup_printf ("score: %" G_GINT64_FORMAT, score));
  kist_account_add (self->account, kind, is_astray ? KIST_IMPORT_CHANGED : KIST_IMPORT_KEPT, self->where,
                    "“%.200s” is a choice that leads to “%s”.%s", text, target,
                    is_astray ? " It led to a screen that is not there, and leads to the end now." : "");
}

static void
read_question (KistH5p *self, KistDraftPassage *passage, JsonObject *params)
{
  JsonObject      *question = kist_h5p_get_object (params, "branchingQuestion");
  JsonArray       *alternatives = kist_h5p_get_array (question, "alternatives");
  g_autofree char *text = kist_h5p_dup_markdown (self, kist_h5p_get_text (question, "question"));

  g_string_assign (passage->text, text);
  for (unsigned i = 0; alternatives && i < json_array_get_length (alternatives); i++)
    {
      JsonObject      *item = kist_h5p_get_item (alternatives, i);
      g_autofree char *answer = kist_h5p_dup_line (kist_h5p_get_text (item, "text"));

      add_way (self, passage, item, *answer ? answer : "Go on", KIST_IMPORT_ANSWER);
    }
  kist_draft_passage_add_tag (passage, passage->choices->len > 0 ? "decision" : "end");
}

static void
read_node (KistH5p *self, unsigned index, const char *proceed)
{
  JsonObject       *node = kist_h5p_get_item (self->content, index);
  JsonObject       *type = kist_h5p_get_object (node, "type");
  const char       *library = kist_h5p_get_text (type, "library");
  const char       *name = g_ptr_array_index (self->names, index);
  KistDraftPassage *passage = kist_draft_add_passage (self->draft, name);

  g_free (self->where);
  self->where = g_strdup_printf ("screen %u, “%s”", index + 1, name);
  kist_account_add (self->account, KIST_IMPORT_NODE, KIST_IMPORT_KEPT, self->where, "It is a passage.");
  if (strncmp (library, "H5P.BranchingQuestion", strlen ("H5P.BranchingQuestion")) == 0)
    read_question (self, passage, kist_h5p_get_object (type, "params"));
  else
    {
      g_autofree char *own = kist_h5p_dup_line (kist_h5p_get_text (node, "proceedButtonText"));

      kist_draft_passage_add_tag (passage, "info");
      kist_h5p_append_content (self, type, passage->text);
      add_way (self, passage, node, *own ? own : proceed, KIST_IMPORT_LINK);
    }
  if (passage->text->len == 0)
    g_string_assign (passage->text, name);
}

/* What is said before the first screen is a passage before it. */
static void
read_start (KistH5p *self, JsonObject *scenario)
{
  JsonObject       *screen = kist_h5p_get_object (scenario, "startScreen");
  JsonObject       *words = kist_h5p_get_object (scenario, "l10n");
  JsonObject       *image = kist_h5p_get_object (screen, "startScreenImage");
  const char       *title = kist_h5p_get_text (screen, "startScreenTitle");
  const char       *subtitle = kist_h5p_get_text (screen, "startScreenSubtitle");
  g_autofree char  *button = kist_h5p_dup_line (kist_h5p_get_text (words, "startScreenButtonText"));
  GPtrArray        *passages = self->draft->passages;
  g_autofree char  *name = NULL;
  KistDraftPassage *passage;

  self->draft->start = g_strdup (g_ptr_array_index (self->names, 0));
  if (!*title && !*subtitle && !image)
    return;
  g_set_str (&self->where, "start screen");
  name = kist_h5p_make_name (self, title, "Start");
  passage = kist_draft_add_passage (self->draft, name);
  kist_draft_passage_add_tag (passage, "info");
  kist_h5p_append_screen (self, passage->text, title, subtitle);
  kist_draft_passage_add_choice (passage, *button ? button : "Begin", self->draft->start);
  g_ptr_array_insert (passages, 0, g_ptr_array_steal_index (passages, passages->len - 1));
  g_set_str (&self->draft->start, name);
  kist_account_add (self->account, KIST_IMPORT_NODE, KIST_IMPORT_KEPT, self->where, "It is the first passage.");
  if (image)
    {
      g_autofree char *picture = kist_h5p_take_picture (self, image, kist_h5p_get_text (screen, "startScreenAltText"));

      kist_h5p_append_paragraph (passage->text, picture);
    }
}

static void
read_scoring (KistH5p *self, JsonObject *scenario)
{
  JsonObject *group = kist_h5p_get_object (scenario, "scoringOptionGroup");
  const char *option = kist_h5p_get_text (group, "scoringOption");

  /* It stood one level up before there were further options. */
  if (!*option)
    option = kist_h5p_get_text (scenario, "scoringOption");
  self->scoring = g_str_equal (option, "static-end-score") ? KIST_H5P_STATIC
                  : g_str_equal (option, "dynamic-score")  ? KIST_H5P_DYNAMIC
                                                           : KIST_H5P_NONE;
  if (self->scoring == KIST_H5P_DYNAMIC)
    {
      self->draft->data = json_object_new ();
      json_object_set_string_member (self->draft->data, "scoring", "without-loops");
      kist_account_add (
          self->account, KIST_IMPORT_DATA, KIST_IMPORT_KEPT, "the scoring",
          "Points add up along the way; where one comes back to a screen, what was earned since is lost.");
    }
  if (kist_h5p_get_flag (group, "includeInteractionsScores"))
    kist_account_add (self->account, KIST_IMPORT_DATA, KIST_IMPORT_DROPPED, "the scoring",
                      "Points of questions inside of screens are not counted.");
}

static void
read_behaviour (KistH5p *self, JsonObject *scenario)
{
  static const char *const flags[] = { "enableBackwardsNavigation", "forceContentFinished",
                                       "randomizeBranchingQuestions", "requiresFinishing" };
  JsonObject              *behaviour = kist_h5p_get_object (scenario, "behaviour");

  for (unsigned i = 0; i < G_N_ELEMENTS (flags); i++)
    if (kist_h5p_get_flag (behaviour, flags[i]))
      kist_account_add (self->account, KIST_IMPORT_DATA, KIST_IMPORT_DROPPED, "the behaviour",
                        "“%s” is dropped: in Kist one may always go back, and choices stand in their order.", flags[i]);
}

static gboolean
read_scenario (KistH5p *self, JsonObject *scenario, GError **error)
{
  JsonObject      *words = kist_h5p_get_object (scenario, "l10n");
  g_autofree char *proceed = kist_h5p_dup_line (kist_h5p_get_text (words, "proceedButtonText"));
  unsigned         n_nodes;

  self->content = kist_h5p_get_array (scenario, "content");
  n_nodes = self->content ? json_array_get_length (self->content) : 0;
  if (n_nodes == 0 || n_nodes > MAX_NODES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This Branching Scenario has no screens, or more than %d.",
                   MAX_NODES);
      return FALSE;
    }
  for (unsigned i = 0; i < n_nodes; i++)
    {
      JsonObject      *type = kist_h5p_get_object (kist_h5p_get_item (self->content, i), "type");
      JsonObject      *metadata = kist_h5p_get_object (type, "metadata");
      g_autofree char *otherwise = g_strdup_printf ("Screen %u", i + 1);

      g_ptr_array_add (self->names, kist_h5p_make_name (self, kist_h5p_get_text (metadata, "title"), otherwise));
    }
  read_scoring (self, scenario);
  read_behaviour (self, scenario);
  kist_h5p_read_ends (self, scenario);
  for (unsigned i = 0; i < n_nodes && !kist_account_is_full (self->account); i++)
    read_node (self, i, *proceed ? proceed : "Go on");
  read_start (self, scenario);
  if (kist_account_is_full (self->account))
    g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "It has more than %d parts.", KIST_ACCOUNT_MAX_ITEMS);
  return !kist_account_is_full (self->account);
}

/* Returns (transfer full) (nullable): what the entry @name holds. */
static JsonParser *
parse_entry (GPtrArray *entries, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  unsigned         line;

  for (unsigned i = 0; i < entries->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (entries, i);
      gsize               length = g_bytes_get_size (entry->bytes);

      if (!text && g_str_equal (entry->name, name) && length <= MAX_JSON)
        text = kist_text_normalise (g_bytes_get_data (entry->bytes, NULL), length, NULL);
    }
  json_parser_set_strict (parser, TRUE);
  if (text && kist_text_is_shallow (text, MAX_NESTING, &line) && json_parser_load_from_data (parser, text, -1, NULL) &&
      json_parser_get_root (parser) && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return g_steal_pointer (&parser);
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "“%s” in it is missing or cannot be read.", name);
  return NULL;
}

static gboolean
read_both (KistH5p *self, JsonObject *about, JsonObject *content, const char *name, GError **error)
{
  if (!g_str_equal (kist_h5p_get_text (about, "mainLibrary"), "H5P.BranchingScenario"))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID,
                   "Of H5P, Kist can import a Branching Scenario, and this is “%.100s”.",
                   kist_h5p_get_text (about, "mainLibrary"));
      return FALSE;
    }
  self->draft->title = kist_h5p_dup_line (kist_h5p_get_text (about, "title"));
  if (!*self->draft->title)
    g_set_str (&self->draft->title, name);
  self->where = g_strdup ("the whole");
  return read_scenario (self, kist_h5p_get_object (content, "branchingScenario"), error);
}

/* What is read of a package: what it says, and what may be a picture. Films are not even unpacked. */
static gboolean
is_wanted (const char *name, guint64 size, gpointer data)
{
  if (g_str_equal (name, ABOUT) || g_str_equal (name, CONTENT))
    return size <= MAX_JSON;
  return kist_h5p_is_picture (name, size, data);
}

static gboolean
read_entries (KistH5p *self, GPtrArray *entries, const char *name, GError **error)
{
  g_autoptr (JsonParser) about = parse_entry (entries, ABOUT, error);
  g_autoptr (JsonParser) content = about ? parse_entry (entries, CONTENT, error) : NULL;

  for (unsigned i = 0; i < entries->len; i++)
    {
      KistZipEntry *entry = g_ptr_array_index (entries, i);

      if (g_hash_table_contains (self->media, entry->name))
        g_hash_table_insert (self->media, g_strdup (entry->name), entry);
    }
  return content && read_both (self, json_node_get_object (json_parser_get_root (about)),
                               json_node_get_object (json_parser_get_root (content)), name, error);
}

/**
 * kist_import_read_h5p:
 * @source: an .h5p file
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_h5p (KistSource *source, GError **error)
{
  g_autoptr (KistDraft) draft = kist_draft_new ();
  g_autoptr (GHashTable) media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) scores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  KistH5p  self = { .source = source,
                    .account = source->account,
                    .media = media,
                    .draft = draft,
                    .names = names,
                    .taken = taken,
                    .ends = ends,
                    .scores = scores };
  gboolean is_read;

  entries = kist_zip_read_some (source->bytes, is_wanted, &self, error);
  is_read = entries && read_entries (&self, entries, source->name, error);
  g_free (self.where);
  return is_read && kist_source_take_draft (source, draft, error);
}
