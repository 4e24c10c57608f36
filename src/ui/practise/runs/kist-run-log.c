#include "kist-run-log.h"

#include "kist-played-run.h"
#include "progress/kist-run-record.h"

struct _KistRunLog
{
  GObject parent_instance;

  KistServices *services;   /* (owned) */
  KistThing    *thing;      /* (owned) */
  KistStep     *step;       /* (owned) */
  char         *id;         /* (owned) the run's, in events */
  unsigned      n_recorded; /* how many choices the events say the run has */
  gboolean      is_over;    /* whether they say it has ended */
  gboolean      is_group;   /* whether a group plays */
};

G_DEFINE_FINAL_TYPE (KistRunLog, kist_run_log, G_TYPE_OBJECT)

static char *
dup_new_id (KistRunLog *self)
{
  g_autofree char *id = g_uuid_string_random ();

  return g_strconcat (self->is_group ? KIST_RUN_GROUP_PREFIX : "", id, NULL);
}

static void
kist_run_log_dispose (GObject *object)
{
  KistRunLog *self = KIST_RUN_LOG (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  G_OBJECT_CLASS (kist_run_log_parent_class)->dispose (object);
}

static void
kist_run_log_finalize (GObject *object)
{
  g_free (KIST_RUN_LOG (object)->id);
  G_OBJECT_CLASS (kist_run_log_parent_class)->finalize (object);
}

static void
kist_run_log_class_init (KistRunLogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kist_run_log_dispose;
  object_class->finalize = kist_run_log_finalize;
}

static void
kist_run_log_init (KistRunLog *self)
{
}

/**
 * kist_run_log_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it, whose scenario can be used
 * @is_group: whether a group plays, and not the person alone
 *
 * Returns: (transfer full): the log of a run of which nothing is recorded yet
 */
KistRunLog *
kist_run_log_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group)
{
  KistRunLog *self = g_object_new (KIST_TYPE_RUN_LOG, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->is_group = is_group;
  kist_run_log_begin (self);
  return self;
}

/**
 * kist_run_log_get_id:
 * @self: a log
 *
 * Returns: (transfer none): the run's id, until it is another run
 */
const char *
kist_run_log_get_id (KistRunLog *self)
{
  return self->id;
}

/**
 * kist_run_log_begin:
 * @self: a log
 *
 * Goes on with a new run.
 */
void
kist_run_log_begin (KistRunLog *self)
{
  g_free (self->id);
  self->id = dup_new_id (self);
  self->n_recorded = 0;
  self->is_over = FALSE;
}

/**
 * kist_run_log_restore:
 * @self: a log
 * @id: a run's id
 *
 * Goes on with a run that was recorded before. One may stand further back in it now.
 */
void
kist_run_log_restore (KistRunLog *self, const char *id)
{
  g_autoptr (GPtrArray) records = kist_run_records_of (kist_services_get_events (self->services),
                                                       kist_thing_get_key (self->thing), kist_step_get_id (self->step));
  const KistRunRecord *record = kist_run_records_lookup (records, id);

  g_set_str (&self->id, id);
  self->n_recorded = record ? record->choices->len : 0;
  self->is_over = record && record->ending;
}

/**
 * kist_run_log_prepare:
 * @self: a log
 * @length: how many choices of the run stand before the next one
 *
 * To be called before a choice is recorded. Looking back is no event; choosing again there is. A run that has ended
 * stays as it was, to be compared with, and what is chosen now begins another one that has its beginning.
 */
void
kist_run_log_prepare (KistRunLog *self, unsigned length)
{
  g_autofree char *before = NULL;

  if (!self->is_over && self->n_recorded <= length)
    return;
  if (self->is_over)
    {
      before = g_steal_pointer (&self->id);
      self->id = dup_new_id (self);
    }
  kist_services_record (self->services, KIST_VERB_RETURNED, self->thing, self->step, self->id, length, before, NULL);
  self->n_recorded = length;
  self->is_over = FALSE;
}

/**
 * kist_run_log_count:
 * @self: a log
 * @run: the run before a choice
 * @hands: (element-type uint): how many hands are up for each of the choices offered
 *
 * Records the hands, also where there are none.
 */
void
kist_run_log_count (KistRunLog *self, KistRun *run, GArray *hands)
{
  const KistPassage *passage = kist_scenario_get_passage (kist_run_get_scenario (run), kist_run_get_passage (run));

  for (unsigned i = 0; i < MIN (hands->len, kist_run_get_n_offered (run)); i++)
    {
      g_autofree char *item = NULL;
      unsigned         choice;

      if (!g_ptr_array_find (passage->choices, kist_run_get_offered (run, i), &choice))
        continue;
      item = g_strdup_printf ("%s/%u", self->id, choice);
      kist_services_record (self->services, KIST_VERB_COUNTED, self->thing, self->step, item,
                            g_array_index (hands, unsigned, i), passage->name, NULL);
    }
}

/**
 * kist_run_log_dup_counts:
 * @self: a log
 *
 * Returns: (transfer full) (nullable) (element-type KistHandCount): the hands that were counted in the run; %NULL when
 *   no group plays
 */
GArray *
kist_run_log_dup_counts (KistRunLog *self)
{
  g_autoptr (GPtrArray) records = NULL;
  const KistRunRecord *record;

  if (!self->is_group)
    return NULL;
  records = kist_run_records_of (kist_services_get_events (self->services), kist_thing_get_key (self->thing),
                                 kist_step_get_id (self->step));
  record = kist_run_records_lookup (records, self->id);
  return record ? g_array_ref (record->counts) : NULL;
}

/**
 * kist_run_log_choose:
 * @self: a log
 * @run: the run after a choice
 *
 * Records the last choice of @run.
 */
void
kist_run_log_choose (KistRunLog *self, KistRun *run)
{
  unsigned             length = kist_run_get_length (run);
  const KistTrailStep *step = kist_run_get_trail_step (run, length - 1);
  const KistPassage   *passage = kist_scenario_get_passage (kist_run_get_scenario (run), step->passage);
  const KistChoice    *choice = g_ptr_array_index (passage->choices, step->choice);
  g_autofree char     *codes = choice->codes && choice->codes[0] ? g_strjoinv (" ", choice->codes) : NULL;

  kist_services_record (self->services, KIST_VERB_CHOSE, self->thing, self->step, self->id, step->choice, passage->name,
                        codes);
  self->n_recorded = length;
}

/**
 * kist_run_log_end:
 * @self: a log
 * @run: the run, which has ended
 *
 * Records how.
 */
void
kist_run_log_end (KistRunLog *self, KistRun *run)
{
  const KistPassage *passage = kist_scenario_get_passage (kist_run_get_scenario (run), kist_run_get_passage (run));

  self->is_over = TRUE;
  kist_services_record (self->services, KIST_VERB_ENDED, self->thing, self->step, self->id, 0, passage->name, NULL);
}

/**
 * kist_run_log_can_compare:
 * @self: a log
 *
 * Returns: whether the run has ended and there is another one to compare it with
 */
gboolean
kist_run_log_can_compare (KistRunLog *self)
{
  g_autoptr (GPtrArray) runs = kist_played_runs_of (self->services, self->thing, self->step);
  const KistPlayedRun *run = kist_played_runs_lookup (runs, self->id);

  return run && kist_played_run_can_compare (run) && kist_played_runs_find_other (runs, self->id);
}
