#include "kist-config.h"

#include "kist-reference-target.h"

#include <glib/gi18n.h>

#include "library/kist-record.h"
#include "ui/practise/runs/kist-played-run.h"

struct _KistReferenceTarget
{
  GObject parent_instance;

  KistReference *reference; /* (owned) */
  char          *title;     /* (owned) */
  char          *detail;    /* (owned) */
  const char    *action;    /* (nullable): %NULL for what is not there */
  GVariant      *parameter; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KistReferenceTarget, kist_reference_target, G_TYPE_OBJECT)

static void
kist_reference_target_finalize (GObject *object)
{
  KistReferenceTarget *self = KIST_REFERENCE_TARGET (object);

  g_clear_object (&self->reference);
  g_free (self->title);
  g_free (self->detail);
  g_clear_pointer (&self->parameter, g_variant_unref);
  G_OBJECT_CLASS (kist_reference_target_parent_class)->finalize (object);
}

static void
kist_reference_target_class_init (KistReferenceTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_reference_target_finalize;
}

static void
kist_reference_target_init (KistReferenceTarget *self)
{
}

static void
lead_to (KistReferenceTarget *self, const char *action, GVariant *parameter)
{
  self->action = action;
  self->parameter = g_variant_ref_sink (parameter);
}

/* What no pack has any more keeps its link: the pack may come back. */
static void
describe_missing (KistReferenceTarget *self)
{
  self->title = kist_reference_dup_key (self->reference);
  self->detail = g_strdup (_ ("None of your packs has it"));
}

static void
describe_thing (KistReferenceTarget *self, KistLibrary *library)
{
  g_autofree char *key = kist_reference_dup_key (self->reference);
  KistThing       *thing = kist_library_lookup_thing (library, key);

  if (!thing)
    return;
  self->title = g_strdup (kist_thing_get_title (thing));
  self->detail = g_strdup (_ ("Thing"));
  lead_to (self, "win.open-thing", g_variant_new_string (key));
}

static void
describe_code (KistReferenceTarget *self, KistLibrary *library)
{
  g_autofree char *key = kist_reference_dup_key (self->reference);
  KistFramework   *framework = NULL;
  const KistCode  *code = kist_library_lookup_code (library, key, &framework);

  if (!code)
    return;
  if (kist_reference_get_kind (self->reference) == KIST_REFERENCE_ELEMENT)
    self->title = g_strdup (code->title);
  else
    self->title = g_strdup_printf ("%s %s", code->number, code->title);
  lead_to (self, "win.open-code", g_variant_new_string (key));
  self->detail = g_strdup (kist_framework_get_title (framework));
}

static void
describe_played (KistReferenceTarget *self,
                 KistServices        *services,
                 KistThing           *thing,
                 KistStep            *step,
                 const KistPlayedRun *run)
{
  g_autofree char *name = kist_played_run_dup_title (run, kist_services_get_clock (services));
  g_autofree char *state = kist_played_run_dup_state (run);
  g_autofree char *choices = run->run ? kist_run_dup_choices (run->run) : NULL;
  const char      *key = kist_thing_get_key (thing);
  const char      *id = kist_step_get_id (step);

  self->title = g_strdup (kist_step_get_title (step));
  self->detail = g_strdup_printf ("%s · %s", name, state);
  if (choices)
    lead_to (self, "win.open-map", g_variant_new ("(sss)", key, id, choices));
  else
    lead_to (self, "win.open-runs", g_variant_new ("(ss)", key, id));
}

static void
describe_run (KistReferenceTarget *self, KistServices *services)
{
  KistLibrary     *library = kist_services_get_library (services);
  g_autofree char *key = kist_reference_dup_key (self->reference);
  KistThing       *thing = kist_library_lookup_thing (library, key);
  KistStep        *step = thing ? kist_thing_lookup_step (thing, kist_reference_get_part (self->reference, 2)) : NULL;
  g_autoptr (GPtrArray) runs = NULL;
  const KistPlayedRun *run;

  if (!step || !kist_library_lookup_scenario (library, thing, step))
    return;
  runs = kist_played_runs_of (services, thing, step);
  run = kist_played_runs_lookup (runs, kist_reference_get_part (self->reference, 3));
  if (run)
    describe_played (self, services, thing, step, run);
}

static KistReferenceTarget *
target_new (KistReference *reference)
{
  KistReferenceTarget *self = g_object_new (KIST_TYPE_REFERENCE_TARGET, NULL);

  self->reference = g_object_ref (reference);
  return self;
}

/**
 * kist_reference_target_new:
 * @services: the services
 * @reference: what is linked to
 *
 * Returns: (transfer full): what it leads to now
 */
KistReferenceTarget *
kist_reference_target_new (KistServices *services, KistReference *reference)
{
  KistReferenceTarget *self;
  KistLibrary         *library;

  g_return_val_if_fail (KIST_IS_SERVICES (services) && KIST_IS_REFERENCE (reference), NULL);

  self = target_new (reference);
  library = kist_services_get_library (services);
  switch (kist_reference_get_kind (reference))
    {
    case KIST_REFERENCE_THING:
      describe_thing (self, library);
      break;
    case KIST_REFERENCE_RUN:
      describe_run (self, services);
      break;
    case KIST_REFERENCE_CODE:
    case KIST_REFERENCE_ELEMENT:
    default:
      describe_code (self, library);
    }
  if (!self->title)
    describe_missing (self);
  return self;
}

/**
 * kist_reference_target_get_reference:
 * @self: a target
 *
 * Returns: (transfer none): what is linked to
 */
KistReference *
kist_reference_target_get_reference (KistReferenceTarget *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE_TARGET (self), NULL);

  return self->reference;
}

/**
 * kist_reference_target_get_title:
 * @self: a target
 *
 * Returns: (transfer none): what it is called
 */
const char *
kist_reference_target_get_title (KistReferenceTarget *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE_TARGET (self), NULL);

  return self->title;
}

/**
 * kist_reference_target_get_detail:
 * @self: a target
 *
 * Returns: (transfer none): which it is: a code's edition, a run's day; or that no pack has it
 */
const char *
kist_reference_target_get_detail (KistReferenceTarget *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE_TARGET (self), NULL);

  return self->detail;
}

/**
 * kist_reference_target_get_icon:
 * @self: a target
 *
 * Returns: (transfer none): the name of the icon of the part of Kist it belongs to
 */
const char *
kist_reference_target_get_icon (KistReferenceTarget *self)
{
  static const char *const icons[] = {
    [KIST_REFERENCE_THING] = "kist-learn-symbolic",
    [KIST_REFERENCE_RUN] = "kist-practise-symbolic",
    [KIST_REFERENCE_CODE] = "kist-codes-symbolic",
    [KIST_REFERENCE_ELEMENT] = "kist-record-symbolic",
  };

  g_return_val_if_fail (KIST_IS_REFERENCE_TARGET (self), NULL);

  return icons[kist_reference_get_kind (self->reference)];
}

/**
 * kist_reference_target_is_there:
 * @self: a target
 *
 * Returns: whether it can be opened
 */
gboolean
kist_reference_target_is_there (KistReferenceTarget *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE_TARGET (self), FALSE);

  return self->action != NULL;
}

/**
 * kist_reference_target_open:
 * @self: a target
 * @widget: a widget of the window
 *
 * Opens it in @widget's window; what is not there says so.
 */
void
kist_reference_target_open (KistReferenceTarget *self, GtkWidget *widget)
{
  g_return_if_fail (KIST_IS_REFERENCE_TARGET (self) && GTK_IS_WIDGET (widget));

  if (self->action)
    gtk_widget_activate_action_variant (widget, self->action, self->parameter);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", self->detail);
}

/**
 * kist_reference_target_refer_to:
 * @framework: a framework's id
 * @number: the number of one of its codes
 *
 * Returns: (transfer full) (nullable): how an entry is linked to it: as to a core element of continuous professional
 *   learning, or as to a code
 */
KistReference *
kist_reference_target_refer_to (const char *framework, const char *number)
{
  gboolean    is_element = g_strcmp0 (framework, KIST_RECORD_FRAMEWORK) == 0;
  const char *parts[] = { framework, number, NULL };

  return kist_reference_new (is_element ? KIST_REFERENCE_ELEMENT : KIST_REFERENCE_CODE, parts);
}

/* ---- what there is to choose from ---- */

/* @reference: (transfer full) (nullable) */
static void
append (GListStore *list, KistServices *services, KistReference *reference)
{
  g_autoptr (KistReference) own = reference;
  g_autoptr (KistReferenceTarget) target = reference ? kist_reference_target_new (services, reference) : NULL;

  if (target && target->action)
    g_list_store_append (list, target);
}

static void
append_thing (GListStore *list, KistServices *services, KistThing *thing)
{
  g_auto (GStrv) parts = g_strsplit (kist_thing_get_key (thing), "/", 2);

  append (list, services, kist_reference_new (KIST_REFERENCE_THING, (const char *const *)parts));
}

/* The runs of a step, the last first. */
static void
append_runs (GListStore *list, KistServices *services, KistThing *thing, KistStep *step)
{
  g_auto (GStrv) key = g_strsplit (kist_thing_get_key (thing), "/", 2);
  g_autoptr (GPtrArray) runs = kist_played_runs_of (services, thing, step);

  for (unsigned i = runs->len; i > 0; i--)
    {
      const KistPlayedRun *run = g_ptr_array_index (runs, i - 1);
      const char          *parts[] = { key[0], key[1], kist_step_get_id (step), run->id, NULL };
      g_autoptr (KistReference) reference = kist_reference_new (KIST_REFERENCE_RUN, parts);
      g_autoptr (KistReferenceTarget) target = reference ? target_new (reference) : NULL;

      if (!target)
        continue;
      describe_played (target, services, thing, step, run);
      g_list_store_append (list, target);
    }
}

static void
append_codes (GListStore *list, KistServices *services, KistFramework *framework)
{
  const char *id = kist_framework_get_id (framework);

  for (unsigned i = 0; i < kist_framework_get_n_codes (framework); i++)
    append (list, services, kist_reference_target_refer_to (id, kist_framework_get_code (framework, i)->number));
}

/**
 * kist_reference_targets_list:
 * @services: the services
 *
 * Returns: (transfer full): a list of lists of #KistReferenceTarget, one each for the Things, the runs so far, and
 * every framework; all that an entry can be linked to
 */
GListModel *
kist_reference_targets_list (KistServices *services)
{
  KistLibrary *library = kist_services_get_library (services);
  GListStore  *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) things = g_list_store_new (KIST_TYPE_REFERENCE_TARGET);
  g_autoptr (GListStore) runs = g_list_store_new (KIST_TYPE_REFERENCE_TARGET);

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      KistThing *thing = kist_library_get_thing (library, i);

      append_thing (things, services, thing);
      for (unsigned j = 0; j < kist_thing_get_n_steps (thing); j++)
        if (kist_library_lookup_scenario (library, thing, kist_thing_get_step (thing, j)))
          append_runs (runs, services, thing, kist_thing_get_step (thing, j));
    }
  g_list_store_append (lists, things);
  g_list_store_append (lists, runs);
  for (unsigned i = 0; i < kist_library_get_n_frameworks (library); i++)
    {
      g_autoptr (GListStore) codes = g_list_store_new (KIST_TYPE_REFERENCE_TARGET);

      append_codes (codes, services, kist_library_get_framework (library, i));
      g_list_store_append (lists, codes);
    }
  return G_LIST_MODEL (lists);
}
