/* What the files that make the window share: kist-window*.c, here and in author/. */
#pragma once

#include "kist-sections.h"
#include "kist-window.h"
#include "ui/backup/kist-recovery-view.h"
#include "ui/backup/kist-replacement.h"

G_BEGIN_DECLS

struct _KistWindow
{
  AdwApplicationWindow parent_instance;

  KistServices      *services;            /* (owned) (nullable) until they are set, and while a back-up is restored */
  KistStore         *store;               /* (owned) (nullable) the last one that was opened, or did not open */
  GSettings         *settings;            /* (owned) */
  AdwToast          *save_toast;          /* (unowned) (nullable) as long as it is shown */
  const KistSection *section;             /* (nullable) until one is open */
  GHashTable        *deleted;             /* (element-type utf8 KistEntry) (owned) what a toast offers to bring back */
  gboolean           is_waiting_to_close; /* until nothing is on its way to the disk */
  gboolean           is_asking;           /* whether to close without saving */
  gboolean           is_closing;

  KistRecoveryView *recovery;    /* (unowned) (nullable) until it is needed */
  KistReplacement  *replacement; /* (owned) (nullable) a back-up on its way into the store's place */
  KistReplacement  *arrived;     /* (owned) (nullable) one that is there, until that was said */

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  AdwNavigationView      *navigation;
  GtkListBox             *sections;
};

void kist_window_install_actions (GtkWidgetClass *widget_class);
void kist_window_replace_pages (KistWindow *self, AdwNavigationPage **pages, unsigned n_pages);
void kist_window_complain (KistWindow *self, const char *heading, const char *message);
void kist_window_reopen (KistWindow *self);
void kist_window_open_section (KistWindow *self, const char *name);

G_END_DECLS
