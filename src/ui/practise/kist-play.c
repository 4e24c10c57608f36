#include "kist-play.h"

#include "kist-trail.h"
#include "runs/kist-run-log.h"

/* What the block of the run's place says: 0 stands in the passage. */
#define BLOCK_FOLLOWING 1

struct _KistPlay
{
  GObject parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */
  KistRun      *run;      /* (owned) */
  KistRun      *ahead;    /* (owned) (nullable) the longer run that one went back from */
  KistRunLog   *log;      /* (owned) */
  char         *entry;    /* (owned) (nullable) the id of what was written about this run */
  char         *problem;  /* (owned) (nullable) */
  gboolean      is_group;
  gboolean      is_following;
  gboolean      is_afresh;
};

G_DEFINE_FINAL_TYPE (KistPlay, kist_play, G_TYPE_OBJECT)

static char *
dup_place_key (KistPlay *self)
{
  return g_strdup_printf ("%s:%s/%s", self->is_group ? "group" : "run", kist_thing_get_key (self->thing),
                          kist_step_get_id (self->step));
}

static void
save_place (KistPlay *self)
{
  g_autofree char *key = dup_place_key (self);
  g_autoptr (KistPlace) place = kist_place_new (key);

  place->thing = g_strdup (kist_thing_get_key (self->thing));
  place->step = g_strdup (kist_step_get_id (self->step));
  place->entry = g_strdup (kist_run_log_get_id (self->log));
  place->block = self->is_following ? BLOCK_FOLLOWING : 0;
  place->detail = kist_run_dup_choices (self->run);
  kist_services_save_place (self->services, place);
}

static void
begin (KistPlay *self, KistScenario *scenario)
{
  g_autoptr (KistRun) run = kist_run_new (scenario);

  g_set_object (&self->run, run);
  g_clear_object (&self->ahead);
  g_clear_pointer (&self->entry, g_free);
  g_clear_pointer (&self->problem, g_free);
  kist_run_log_begin (self->log);
  self->is_following = FALSE;
}

static gboolean
was_told_what_follows (KistRun *run)
{
  unsigned             length = kist_run_get_length (run);
  const KistTrailStep *last = length > 0 ? kist_run_get_trail_step (run, length - 1) : NULL;
  const KistPassage   *passage = last ? kist_scenario_get_passage (kist_run_get_scenario (run), last->passage) : NULL;

  return passage && ((const KistChoice *)g_ptr_array_index (passage->choices, last->choice))->feedback;
}

static void
restore (KistPlay *self, KistScenario *scenario)
{
  g_autofree char *key = dup_place_key (self);
  const KistPlace *place = kist_services_get_place (self->services, key);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) run = NULL;

  begin (self, scenario);
  if (!place || !place->detail)
    return;
  run = kist_run_new_from_choices (scenario, place->detail, &error);
  if (!run)
    {
      g_message ("The run begins afresh: %s", error->message);
      self->is_afresh = TRUE;
      return;
    }
  g_set_object (&self->run, run);
  self->is_following = place->block == BLOCK_FOLLOWING && was_told_what_follows (run);
  if (place->entry)
    kist_run_log_restore (self->log, place->entry);
}

/* Whoever takes the same way again may still be told what they chose before further on. */
static void
follow_ahead (KistPlay *self, const KistTrailStep *taken)
{
  unsigned             length = kist_run_get_length (self->run);
  const KistTrailStep *before;

  if (!self->ahead)
    return;
  before = kist_run_get_trail_step (self->ahead, length - 1);
  if (before->choice != taken->choice || kist_run_get_length (self->ahead) == length)
    g_clear_object (&self->ahead);
}

static void
arrive (KistPlay *self)
{
  if (kist_run_is_ended (self->run))
    kist_run_log_end (self->log, self->run);
}

static void
kist_play_dispose (GObject *object)
{
  KistPlay *self = KIST_PLAY (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_object (&self->run);
  g_clear_object (&self->ahead);
  g_clear_object (&self->log);
  G_OBJECT_CLASS (kist_play_parent_class)->dispose (object);
}

static void
kist_play_finalize (GObject *object)
{
  KistPlay *self = KIST_PLAY (object);

  g_free (self->entry);
  g_free (self->problem);
  G_OBJECT_CLASS (kist_play_parent_class)->finalize (object);
}

static void
kist_play_class_init (KistPlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kist_play_dispose;
  object_class->finalize = kist_play_finalize;
}

static void
kist_play_init (KistPlay *self)
{
}

/**
 * kist_play_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it, whose scenario can be used
 * @is_group: whether a group plays, whose run is kept apart from the person's own
 *
 * Goes on with the run that was left, also when it has ended; begins one when there is none, or when the scenario has
 * changed so that it is no way through it any more.
 *
 * Returns: (transfer full): the play
 */
KistPlay *
kist_play_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group)
{
  KistScenario *scenario = kist_library_lookup_scenario (kist_services_get_library (services), thing, step);
  KistPlay     *self;

  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_object_new (KIST_TYPE_PLAY, NULL);
  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->is_group = is_group;
  self->log = kist_run_log_new (services, thing, step, is_group);
  restore (self, scenario);
  return self;
}

/**
 * kist_play_get_run_id:
 * @self: a play
 *
 * Returns: (transfer none): the id of the run that is being played, in events
 */
const char *
kist_play_get_run_id (KistPlay *self)
{
  return kist_run_log_get_id (self->log);
}

/**
 * kist_play_dup_choices:
 * @self: a play
 *
 * Returns: (transfer full): the choices of the run, for kist_run_new_from_choices()
 */
char *
kist_play_dup_choices (KistPlay *self)
{
  return kist_run_dup_choices (self->run);
}

/**
 * kist_play_dup_state:
 * @self: a play
 *
 * Returns: (transfer full): what to show now
 */
KistPlayerState *
kist_play_dup_state (KistPlay *self)
{
  const KistStepFacts *facts = kist_progress_get_step (kist_services_get_progress (self->services),
                                                       kist_thing_get_key (self->thing), kist_step_get_id (self->step));
  g_autoptr (GArray) counts = kist_run_log_dup_counts (self->log);
  g_autofree char *file = kist_library_dup_path (kist_services_get_library (self->services), self->thing,
                                                 kist_step_get_target (self->step));
  g_autofree char *folder = file ? g_path_get_dirname (file) : NULL;
  KistPlayerMoment moment = {
    .run = self->run,
    .folder = folder,
    .ahead = self->ahead,
    .is_following = self->is_following,
    .is_afresh = self->is_afresh,
    .found = facts ? facts->endings : NULL,
    .problem = self->problem,
    .is_group = self->is_group,
    .counts = counts,
    .can_compare = kist_run_is_ended (self->run) && !self->is_following && kist_run_log_can_compare (self->log),
  };

  return kist_player_state_new (&moment, kist_services_get_library (self->services));
}

/**
 * kist_play_choose:
 * @self: a play
 * @index: one of the choices offered; nothing happens when it is none
 *
 * Takes a choice and records it. When it cannot be taken, because a number would leave the 64-bit range or the run is
 * too long, the state says so.
 */
void
kist_play_choose (KistPlay *self, unsigned index)
{
  kist_play_count (self, index, NULL);
}

/**
 * kist_play_count:
 * @self: a play
 * @index: one of the choices offered, which a group takes; nothing happens when it is none
 * @hands: (nullable) (element-type uint): how many hands are up for each of the choices offered
 *
 * Takes a choice as kist_play_choose() does, after recording the hands.
 */
void
kist_play_count (KistPlay *self, unsigned index, GArray *hands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) run = NULL;
  const KistChoice    *choice;
  const KistTrailStep *taken;

  if (self->is_following || index >= kist_run_get_n_offered (self->run))
    return;

  g_clear_pointer (&self->problem, g_free);
  choice = kist_run_get_offered (self->run, index);
  run = kist_run_choose (self->run, index, &error);
  if (!run)
    {
      self->problem = g_strdup (error->message);
      return;
    }

  kist_run_log_prepare (self->log, kist_run_get_length (self->run));
  if (hands)
    kist_run_log_count (self->log, self->run, hands);
  g_set_object (&self->run, run);
  taken = kist_run_get_trail_step (run, kist_run_get_length (run) - 1);
  follow_ahead (self, taken);
  self->is_following = choice->feedback != NULL;
  self->is_afresh = FALSE;
  save_place (self);
  kist_run_log_choose (self->log, run);
  if (!self->is_following)
    arrive (self);
}

/**
 * kist_play_go_on:
 * @self: a play
 *
 * The consequence was read: goes on to where the choice led.
 */
void
kist_play_go_on (KistPlay *self)
{
  if (!self->is_following)
    return;
  self->is_following = FALSE;
  save_place (self);
  arrive (self);
}

/**
 * kist_play_go_back:
 * @self: a play
 *
 * Takes the last choice back, if any: from its consequence, to where it was taken.
 */
void
kist_play_go_back (KistPlay *self)
{
  if (kist_run_get_length (self->run) > 0)
    kist_play_go_back_to (self, kist_run_get_length (self->run) - 1);
}

/**
 * kist_play_go_back_to:
 * @self: a play
 * @length: how many choices to keep; nothing happens when there are no more than that
 *
 * Goes back to an earlier decision. What was chosen before is still known, so that one can go the same way again. That
 * one went back is recorded when another choice is taken.
 */
void
kist_play_go_back_to (KistPlay *self, unsigned length)
{
  unsigned now = kist_run_get_length (self->run);
  g_autoptr (KistRun) run = NULL;

  if (length >= now)
    return;
  run = kist_run_go_back (self->run, now - length);
  if (!self->ahead)
    self->ahead = g_object_ref (self->run);
  g_set_object (&self->run, run);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->entry, g_free);
  self->is_following = FALSE;
  save_place (self);
}

/**
 * kist_play_begin_again:
 * @self: a play
 *
 * Begins another run.
 */
void
kist_play_begin_again (KistPlay *self)
{
  g_autoptr (KistScenario) scenario = g_object_ref (kist_run_get_scenario (self->run));

  begin (self, scenario);
  save_place (self);
}

/**
 * kist_play_write:
 * @self: a play
 *
 * Makes an entry about this run, once: asked again it is the same one, as long as it was not deleted. It belongs to no
 * Thing, because the list of decisions in it is not the person's own words and must not count towards a badge.
 *
 * Returns: (transfer none): the entry's id
 */
const char *
kist_play_write (KistPlay *self)
{
  KistJournal     *journal = kist_services_get_journal (self->services);
  KistScenario    *scenario = kist_run_get_scenario (self->run);
  KistEntry       *entry;
  g_autofree char *body = NULL;
  g_autoptr (GArray) counts = NULL;

  if (self->entry && kist_journal_lookup (journal, self->entry))
    return self->entry;
  counts = kist_run_log_dup_counts (self->log);
  body = kist_trail_dup_draft (self->run, self->thing, kist_services_get_library (self->services), counts);
  entry = kist_journal_create (journal, NULL, kist_scenario_get_title (scenario), body);
  g_set_str (&self->entry, kist_entry_get_id (entry));
  return self->entry;
}
