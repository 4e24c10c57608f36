/* What a player shows and says at one moment: a plain struct computed from the run, so that every word of it is tested
 * without a display. Made by kist_play_dup_state() and applied by KistPlayer, which keeps it as long as it shows it.
 * Main thread for gettext's sake. */
#pragma once

#include "library/kist-library.h"
#include "scenario/kist-run.h"
#include "ui/practise/kist-trail.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_PLAYER_PASSAGE,     /* the narrative and what one can do */
  KIST_PLAYER_CONSEQUENCE, /* what followed the last choice */
  KIST_PLAYER_ENDING,      /* how it ended, and the way there */
} KistPlayerStage;

/**
 * KistPlayerMoment:
 * @run: the run as it is now
 * @ahead: (nullable): the longer run that one went back from, so that it can be told what was chosen before
 * @is_following: whether the consequence of the last choice is still being read
 * @is_afresh: whether an earlier run could not be gone on with
 * @found: (nullable) (element-type utf8): names of the endings reached so far
 * @problem: (nullable): why the last choice could not be taken
 * @can_compare: whether another run of the step has ended that can be played again
 * @is_group: whether a group plays
 * @counts: (nullable) (element-type KistHandCount): the hands that it showed
 * @folder: (nullable): the folder of the scenario's file
 *
 * What a state is computed from; nothing of it is kept.
 */
typedef struct
{
  KistRun    *run;
  KistRun    *ahead;
  gboolean    is_following;
  gboolean    is_afresh;
  GPtrArray  *found;
  const char *problem;
  gboolean    can_compare;
  gboolean    is_group;
  GArray     *counts;
  const char *folder;
} KistPlayerMoment;

/**
 * KistPlayerChoice:
 * @text: what the button says
 * @was_taken: whether it is what was chosen before going back
 */
typedef struct
{
  char    *text;
  gboolean was_taken;
} KistPlayerChoice;

/**
 * KistPlayerCode:
 * @code: "workers-2024/2.8"
 * @title: "2.8 Boundaries"; @code itself when no framework has it
 * @framework: its framework with the edition; "" when none has it
 */
typedef struct
{
  char *code;
  char *title;
  char *framework;
} KistPlayerCode;

/**
 * KistPlayerState:
 * @stage: which of the three views
 * @can_go_back: whether there is a choice to take back
 * @title: (nullable): the ending's name
 * @text: the passage, the consequence or the ending
 * @folder: (nullable): the folder that pictures in @text are found from
 * @announcement: what a screen reader is told that the focus does not tell it
 * @notice: (nullable): something to know, said quietly
 * @problem: (nullable): what is wrong; then going back is the way on
 * @choices: (element-type KistPlayerChoice): as they stand
 * @changes: (element-type utf8): "Trust: −2", of the last choice
 * @codes: (element-type KistPlayerCode): of the last choice
 * @outcomes: (element-type KistRunOutcome): of the whole run
 * @limit: where the bars of @outcomes end on either side
 * @score: (nullable): when the scenario's author asks for one
 * @endings: (nullable): "Endings found: 2 of 8"
 * @trail: (element-type KistDecision): the decisions that led here, as kist_trail_dup_decisions() tells them
 * @can_compare: whether there is another run to compare with
 * @is_group: whether a group plays, and hands are counted where there is more than one choice
 */
typedef struct
{
  KistPlayerStage stage;
  gboolean        can_go_back;
  char           *title;
  KistDocument   *text;
  char           *folder;
  char           *announcement;
  char           *notice;
  char           *problem;
  GPtrArray      *choices;
  GPtrArray      *changes;
  GPtrArray      *codes;
  GPtrArray      *outcomes;
  gint64          limit;
  char           *score;
  char           *endings;
  GPtrArray      *trail;
  gboolean        can_compare;
  gboolean        is_group;
} KistPlayerState;

KistPlayerState *kist_player_state_new (const KistPlayerMoment *moment, KistLibrary *library);
void             kist_player_state_free (KistPlayerState *self);
unsigned         kist_player_state_count_endings (KistScenario *scenario, GPtrArray *found, const char *also);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPlayerState, kist_player_state_free)

G_END_DECLS
