#include "kist-config.h"

#include "kist-player.h"

#include "kist-consequence-view.h"
#include "ending/kist-ending-view.h"
#include "group/kist-group-view.h"
#include "kist-passage-view.h"
#include "kist-play.h"

#define N_KEYS 9
/* How much of the page stays in sight above what is new, in pixels. */
#define MARGIN 18

struct _KistPlayer
{
  AdwBin parent_instance;

  KistThing    *thing;  /* (owned) */
  KistStep     *step;   /* (owned) */
  KistPlay     *play;   /* (owned) */
  GSignalGroup *clock;  /* (owned) of the window, while its layout is to be followed by moving to what is new */
  gboolean      is_new; /* whether what is shown has not been moved to yet */

  GtkLabel  *notice;
  GtkStack  *stack;
  AdwBin    *first;
  AdwBin    *second;
  GtkWidget *problem;
  GtkLabel  *problem_text;
  GtkWidget *back_from_problem;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (KistPlayer, kist_player, ADW_TYPE_BIN)

static GtkWidget *
create_view (const KistPlayerState *state)
{
  switch (state->stage)
    {
    case KIST_PLAYER_CONSEQUENCE:
      return kist_consequence_view_new (state);
    case KIST_PLAYER_ENDING:
      return kist_ending_view_new (state);
    case KIST_PLAYER_PASSAGE:
    default:
      return state->is_group && state->choices->len > 1 ? kist_group_view_new (state) : kist_passage_view_new (state);
    }
}

static AdwBin *
get_hidden (KistPlayer *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->first) ? self->second : self->first;
}

static void
clear_hidden (KistPlayer *self)
{
  AdwBin *hidden = get_hidden (self);

  adw_bin_set_child (hidden, NULL);
  gtk_widget_set_visible (GTK_WIDGET (hidden), FALSE);
}

/* What fades out must not be clicked any more. */
static void
show_view (KistPlayer *self, GtkWidget *view)
{
  AdwBin *next = get_hidden (self);

  gtk_widget_set_can_target (gtk_stack_get_visible_child (self->stack), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (next), TRUE);
  adw_bin_set_child (next, view);
  gtk_widget_set_visible (GTK_WIDGET (next), TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (next));
  if (!gtk_stack_get_transition_running (self->stack))
    clear_hidden (self);
}

static void
apply_state (KistPlayer *self, const KistPlayerState *state)
{
  gtk_label_set_text (self->notice, state->notice ? state->notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), state->notice != NULL);
  show_view (self, create_view (state));
  gtk_label_set_text (self->problem_text, state->problem ? state->problem : "");
  gtk_widget_set_visible (self->problem, state->problem != NULL);
  gtk_widget_set_visible (self->back_from_problem, state->can_go_back);
  gtk_widget_set_visible (self->back, state->can_go_back && !state->problem && state->stage != KIST_PLAYER_ENDING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "player.choose", state->stage == KIST_PLAYER_PASSAGE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "player.go-on", state->stage == KIST_PLAYER_CONSEQUENCE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "player.go-back", state->can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "player.go-back-to", state->can_go_back);
}

static GtkAdjustment *
get_adjustment (KistPlayer *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scrolled ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
}

/* Once one plays, what is new always begins at the top of the window: so the player is as high as that. A fast key
 * comes before the window has a height. */
static void
fill_window (KistPlayer *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (adjustment)
    gtk_widget_set_size_request (GTK_WIDGET (self), -1,
                                 MAX ((int)gtk_adjustment_get_page_size (adjustment) - MARGIN, -1));
}

/* Else the stack would move it into what it shows next, before it is known which text of that is the first. */
static void
drop_focus (KistPlayer *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

/* Shows what the play has come to, and moves reader, focus and screen reader there. */
static void
move_on (KistPlayer *self)
{
  g_autoptr (KistPlayerState) state = kist_play_dup_state (self->play);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  drop_focus (self);
  fill_window (self);
  apply_state (self, state);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), state->problem ? state->problem : state->announcement,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (!clock)
    return;
  self->is_new = TRUE;
  g_signal_group_set_target (self->clock, clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
scroll_to_top (KistPlayer *self)
{
  GtkAdjustment  *adjustment = get_adjustment (self);
  GtkWidget      *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  /* Measured in what moves, so that it does not matter where that stands now. */
  if (adjustment && viewport &&
      gtk_widget_compute_bounds (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - MARGIN);
}

/* Only now is it known where things are. The focus goes first: it scrolls by itself, to the button at the bottom of a
 * long consequence, which is to be read from its top. */
static void
layout_cb (KistPlayer *self)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->stack)));

  g_signal_group_set_target (self->clock, NULL);
  if (!self->is_new)
    return;
  self->is_new = FALSE;
  scroll_to_top (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->problem) ? self->back_from_problem : view);
  scroll_to_top (self);
}

static void
transition_cb (KistPlayer *self)
{
  if (!gtk_stack_get_transition_running (self->stack))
    clear_hidden (self);
}

static void
choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPlayer *self = KIST_PLAYER (widget);

  kist_play_choose (self->play, g_variant_get_uint32 (parameter));
  move_on (self);
}

static void
count_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPlayer *self = KIST_PLAYER (widget);
  g_autoptr (GArray) hands = g_array_new (FALSE, FALSE, sizeof (unsigned));
  g_autoptr (GVariantIter) iter = NULL;
  unsigned choice, n;

  g_variant_get (parameter, "(uau)", &choice, &iter);
  while (g_variant_iter_next (iter, "u", &n))
    g_array_append_val (hands, n);
  kist_play_count (self->play, choice, hands);
  move_on (self);
}

static void
go_back_to_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPlayer *self = KIST_PLAYER (widget);

  kist_play_go_back_to (self->play, g_variant_get_uint32 (parameter));
  move_on (self);
}

static void
move_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPlayer *self = KIST_PLAYER (widget);

  if (g_str_equal (action, "player.go-on"))
    kist_play_go_on (self->play);
  else if (g_str_equal (action, "player.go-back"))
    kist_play_go_back (self->play);
  else
    kist_play_begin_again (self->play);
  move_on (self);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPlayer      *self = KIST_PLAYER (widget);
  const char      *key = kist_thing_get_key (self->thing), *id = kist_step_get_id (self->step);
  g_autofree char *choices = kist_play_dup_choices (self->play);

  if (g_str_equal (action, "player.write"))
    gtk_widget_activate_action (widget, "win.open-entry", "s", kist_play_write (self->play));
  else if (g_str_equal (action, "player.compare"))
    gtk_widget_activate_action (widget, "win.open-comparison", "(ssss)", key, id, kist_play_get_run_id (self->play),
                                "");
  else
    gtk_widget_activate_action (widget, "win.open-map", "(sss)", key, id, choices);
}

/* The keys are heard wherever the focus is in the window; they mean the player only on its own page. */
static gboolean
is_meant (KistPlayer *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_PAGE);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus)
    return TRUE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  return !page || focus == page || gtk_widget_is_ancestor (focus, page);
}

static gboolean
number_pressed_cb (GtkWidget *widget, GVariant *number, gpointer data)
{
  KistPlayer *self = KIST_PLAYER (widget);
  GtkWidget  *view;
  g_autoptr (KistPlayerState) state = NULL;

  if (!is_meant (self))
    return GDK_EVENT_PROPAGATE;
  state = kist_play_dup_state (self->play);
  if (g_variant_get_uint32 (number) >= state->choices->len)
    return GDK_EVENT_PROPAGATE;
  view = adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->stack)));
  if (KIST_IS_GROUP_VIEW (view))
    kist_group_view_take (KIST_GROUP_VIEW (view), g_variant_get_uint32 (number));
  else
    gtk_widget_activate_action_variant (widget, "player.choose", number);
  return GDK_EVENT_STOP;
}

static gboolean
backspace_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!is_meant (KIST_PLAYER (widget)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, "player.go-back", NULL);
  return GDK_EVENT_STOP;
}

static void
add_shortcuts (KistPlayer *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *back;

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_MANAGED);
  for (unsigned i = 0; i < N_KEYS; i++)
    {
      g_autofree char *keys = g_strdup_printf ("%u|KP_%u", i + 1, i + 1);
      GtkShortcut     *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                    gtk_callback_action_new (number_pressed_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  back = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("BackSpace|<Alt>BackSpace"),
                           gtk_callback_action_new (backspace_pressed_cb, NULL, NULL));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), back);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
kist_player_dispose (GObject *object)
{
  KistPlayer *self = KIST_PLAYER (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->play);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PLAYER);
  G_OBJECT_CLASS (kist_player_parent_class)->dispose (object);
}

static void
kist_player_class_init (KistPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_player_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-player.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, notice);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, stack);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, first);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, second);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, problem);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, problem_text);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, back_from_problem);
  gtk_widget_class_bind_template_child (widget_class, KistPlayer, back);
  gtk_widget_class_bind_template_callback (widget_class, transition_cb);
  gtk_widget_class_install_action (widget_class, "player.choose", "u", choose_action);
  gtk_widget_class_install_action (widget_class, "player.count", "(uau)", count_action);
  gtk_widget_class_install_action (widget_class, "player.go-on", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "player.go-back", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "player.go-back-to", "u", go_back_to_action);
  gtk_widget_class_install_action (widget_class, "player.play-again", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "player.write", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "player.map", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "player.compare", NULL, open_action);
}

static void
kist_player_init (KistPlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
  self->clock = g_signal_group_new (GDK_TYPE_FRAME_CLOCK);
  g_signal_group_connect_data (self->clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                               G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/**
 * kist_player_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it
 * @is_group: whether a group plays: then in big type, and hands are counted before each choice
 *
 * Returns: (transfer floating) (nullable): a player that goes on where the step's scenario was left; %NULL when the
 *   library has no scenario for the step that can be used
 */
GtkWidget *
kist_player_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group)
{
  KistPlayer *self;
  g_autoptr (KistPlayerState) state = NULL;

  if (!kist_library_lookup_scenario (kist_services_get_library (services), thing, step))
    return NULL;

  self = g_object_new (KIST_TYPE_PLAYER, NULL);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->play = kist_play_new (services, thing, step, is_group);
  state = kist_play_dup_state (self->play);
  if (is_group)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kist-group");
  apply_state (self, state);
  return GTK_WIDGET (self);
}
