/* The page that an author leaves open beside the editor: it follows whatever happens to the folder. */
#include <glib/gstdio.h>

#include "../library/pack-fixture.h"
#include "ui-fixture.h"

#define SAVING_MS 20

typedef struct
{
  UiFixture  ui;
  char      *pack; /* (owned) */
  GtkWidget *page; /* (unowned) */
} Fixture;

/* What shall be read on the page, all of a label. */
typedef struct
{
  GtkWidget  *page;
  const char *text;
} Wanted;

static gboolean
is_said (gpointer data)
{
  Wanted *wanted = data;

  return ui_has_label (wanted->page, wanted->text);
}

static void
wait_said (Fixture *fixture, const char *text)
{
  harness_wait (is_said, &(Wanted){ fixture->page, text });
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->pack = pack_fixture_make ("mine", "mine");
  ui_fixture_open_window (&fixture->ui);
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-author", "s", fixture->pack));
  fixture->page = ui_fixture_get_page (&fixture->ui);
  wait_said (fixture, "Nothing to mend");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->ui, data);
  ui_remove_tree (fixture->pack);
  g_free (fixture->pack);
}

/* A new file takes the old one's name, as with most editors. */
static gboolean
save_cb (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *path = g_build_filename (fixture->pack, "quizzes", "passwords.gift", NULL);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);

  g_assert_true (
      g_file_set_contents (fresh, "// licence: CC-BY-4.0\n\n::length::What helps most? {=Length\n", -1, NULL));
  g_assert_cmpint (g_rename (fresh, path), ==, 0);
  return G_SOURCE_CONTINUE;
}

static void
test_saving_without_end_is_followed (Fixture *fixture, gconstpointer data)
{
  unsigned source = g_timeout_add (SAVING_MS, save_cb, fixture);

  wait_said (fixture, "1 error");
  g_source_remove (source);
}

static void
test_a_folder_that_goes_and_comes_back_is_followed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->pack, "-away", NULL);
  g_autofree char *anew = NULL;

  g_assert_cmpint (g_rename (fixture->pack, away), ==, 0);
  wait_said (fixture, "This Folder Is Gone");
  anew = pack_fixture_make ("mine", "mine");
  wait_said (fixture, "Nothing to mend");
  pack_fixture_edit (fixture->pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  wait_said (fixture, "1 warning");
  ui_remove_tree (away);
}

static void
test_a_folder_without_pack_md_waits_for_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *manifest = g_build_filename (fixture->pack, "pack.md", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (manifest, &text, NULL, NULL));
  pack_fixture_remove (fixture->pack, "pack.md");
  wait_said (fixture, "This Is No Pack Yet");
  pack_fixture_write (fixture->pack, "pack.md", text);
  wait_said (fixture, "Nothing to mend");
}

static void
assert_icons (GtkWidget *root)
{
  g_autoptr (GPtrArray) images = harness_find_all (root, GTK_TYPE_IMAGE);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (root));

  g_assert_cmpuint (images->len, >, 1);
  for (unsigned i = 0; i < images->len; i++)
    {
      const char *name = gtk_image_get_icon_name (images->pdata[i]);

      if (name && !gtk_icon_theme_has_icon (theme, name))
        g_error ("there is no icon “%s”", name);
    }
}

static void
test_no_picture_is_broken (Fixture *fixture, gconstpointer data)
{
  assert_icons (fixture->page);
  pack_fixture_edit (fixture->pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  pack_fixture_edit (fixture->pack, "things/05-media.md", "../media/map.txt", "../media/mop.txt");
  wait_said (fixture, "1 error and 1 warning");
  assert_icons (fixture->page);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
#define ADD(name) g_test_add ("/author-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (saving_without_end_is_followed);
  ADD (a_folder_that_goes_and_comes_back_is_followed);
  ADD (a_folder_without_pack_md_waits_for_one);
  ADD (no_picture_is_broken);
  return g_test_run ();
}
