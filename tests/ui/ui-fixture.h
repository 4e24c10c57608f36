/* What the tests of the pages share: services over a small pack and a store in a folder of the test's own, at a time
 * that stands still, and when a test wants it the real window. Tearing down proves that nothing kept the services: a
 * page that leaks is found by every test that shows it. */
#pragma once

#include "harness.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

typedef struct
{
  KistClock    *clock;
  KistLibrary  *library;
  KistStore    *store;
  KistServices *services;
  KistThing    *media;  /* (unowned) a Thing with a step of each kind */
  GtkWidget    *window; /* (unowned) (nullable) a KistWindow, once opened */
} UiFixture;

void ui_fixture_init (int *argc, char ***argv);
void ui_fixture_set_up (UiFixture *self, gconstpointer data);
void ui_fixture_tear_down (UiFixture *self, gconstpointer data);
void ui_fixture_close (UiFixture *self);
void ui_fixture_open (UiFixture *self);
void ui_fixture_settle (UiFixture *self);

KistStep *ui_fixture_step (UiFixture *self, const char *id);
void      ui_fixture_record (UiFixture *self, KistVerb verb, const char *step, const char *item, gint64 value);
unsigned  ui_fixture_count (UiFixture *self, KistVerb verb);
char     *ui_fixture_load_answer (UiFixture *self, const char *step, const char *item);

GtkWidget *ui_fixture_open_window (UiFixture *self);
void       ui_fixture_close_window (UiFixture *self);
GtkWidget *ui_fixture_open_step (UiFixture *self, const char *id);
GtkWidget *ui_fixture_open_entry (UiFixture *self, KistEntry *entry);
GtkWidget *ui_fixture_get_page (UiFixture *self);
void       ui_fixture_go_back (UiFixture *self);

void ui_remove_tree (const char *path);

GtkWidget *ui_find (GtkWidget *root, GType type);
GtkWidget *ui_find_nth (GtkWidget *root, GType type, unsigned n);
GtkWidget *ui_find_button (GtkWidget *root, const char *label);
gboolean   ui_has_label (GtkWidget *root, const char *text);
void       ui_click (GtkWidget *button);
void       ui_type (GtkWidget *text_view, const char *text);
char      *ui_dup_text (GtkWidget *text_view);

G_END_DECLS
