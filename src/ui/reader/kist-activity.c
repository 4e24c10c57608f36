#include "kist-activity.h"

#include <glib/gi18n.h>

#include "kist-prompt-list.h"
#include "kist-rating-view.h"
#include "kist-task-row.h"
#include "kist-write-card.h"
#include "ui/practise/kist-player.h"
#include "ui/reader/quiz/kist-question-view.h"

/* What the step needs could not be read: the library has said why on Learn. */
static GtkWidget *
create_missing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This Part Could Not Be Used"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Its file is broken. Learn says what is wrong with it; the other steps work."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
create_tasks (KistServices *services, KistThing *thing, KistStep *step)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (unsigned i = 0; i < kist_step_get_n_parts (step); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               kist_task_row_new (services, thing, step, kist_step_get_part (step, i)));
  return group;
}

static GtkWidget *
create_quiz (KistServices *services, KistThing *thing, KistStep *step)
{
  KistQuiz  *quiz = kist_library_lookup_quiz (kist_services_get_library (services), thing, step);
  GtkWidget *box;

  if (!quiz)
    return create_missing ();

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    gtk_box_append (GTK_BOX (box), kist_question_view_new (services, thing, step, kist_quiz_get_question (quiz, i)));
  return box;
}

static GtkWidget *
create_rating (KistServices *services, KistThing *thing, KistStep *step)
{
  if (!kist_library_lookup_scale (kist_services_get_library (services), thing, step))
    return create_missing ();
  return kist_rating_view_new (services, thing, step);
}

static GtkWidget *
create_player (KistServices *services, KistThing *thing, KistStep *step)
{
  GtkWidget *player = kist_player_new (services, thing, step, FALSE);

  return player ? player : create_missing ();
}

/**
 * kist_activity_new:
 * @services: the services
 * @thing: a Thing
 * @step: a step of it
 *
 * Returns: (transfer floating) (nullable): what goes below the step's text, or %NULL when its text is all there is
 */
GtkWidget *
kist_activity_new (KistServices *services, KistThing *thing, KistStep *step)
{
  switch (kist_step_get_kind (step))
    {
    case KIST_STEP_DO:
      return create_tasks (services, thing, step);
    case KIST_STEP_CHECK:
      return create_quiz (services, thing, step);
    case KIST_STEP_RATE:
      return create_rating (services, thing, step);
    case KIST_STEP_REFLECT:
      return kist_prompt_list_new (services, thing, step);
    case KIST_STEP_WRITE:
      return kist_write_card_new (services, thing, step);
    case KIST_STEP_DECIDE:
      return create_player (services, thing, step);
    case KIST_STEP_READ:
    case KIST_STEP_WATCH:
    default:
      return NULL;
    }
}
