#include "pack-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *file;
  const char *text;
} good[] = {
  { "things/05-media.md", "---\n"
                          "id: media\n"
                          "was: [old-media]\n"
                          "number: 5\n"
                          "title: Social media\n"
                          "minutes: 40\n"
                          "badge: thing-05\n"
                          "codes: [workers-2024/2.8]\n"
                          "licence: CC-BY-4.0\n"
                          "---\n"
                          "Why it matters.\n"
                          "\n"
                          "## Read: What counts (5 min) {#counts}\n"
                          "\n"
                          "See [the map](../media/map.txt) and <https://example.org>.\n"
                          "\n"
                          "![A map of the town](../media/map.png)\n"
                          "\n"
                          "## Do: Look yourself up (10 min) {#look}\n"
                          "\n"
                          "- [ ] Search for your name {#search}\n"
                          "- [ ] Look at the pictures {#pictures}\n"
                          "\n"
                          "## Decide: A request (5 min) {#request}\n"
                          "\n"
                          "[Begin](../scenarios/request.twee)\n"
                          "\n"
                          "## Check: Passwords (5 min) {#passwords}\n"
                          "\n"
                          "[Begin](../quizzes/passwords.gift)\n"
                          "\n"
                          "## Rate: Where I am (5 min) {#rate}\n"
                          "\n"
                          "[Begin](../scales/learner.yaml)\n"
                          "\n"
                          "## Reflect: Your policy (5 min) {#policy}\n"
                          "\n"
                          "- What will you keep? {#keep}\n"
                          "\n"
                          "## Write: Your post (5 min) {#write}\n"
                          "\n"
                          "Write it.\n" },
  { "things/06-second.md", "---\n"
                           "id: second\n"
                           "title: A second Thing\n"
                           "minutes: 10\n"
                           "licence: CC-BY-4.0\n"
                           "---\n"
                           "Why.\n"
                           "\n"
                           "## Read: One (4 min) {#one}\n"
                           "\n"
                           "Text.\n"
                           "\n"
                           "## Read: Two (6 min) {#two}\n"
                           "\n"
                           "Text.\n" },
  { "scenarios/request.twee", ":: StoryTitle\n"
                              "A request\n"
                              "\n"
                              ":: StoryData\n"
                              "{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": \"Kist\",\n"
                              "  \"format-version\": \"1.0.0\", \"start\": \"Friday\", \"outcomes\": [\"trust\"],\n"
                              "  \"licence\": \"CC-BY-4.0\" }\n"
                              "\n"
                              ":: Friday\n"
                              "A request arrives.\n"
                              "\n"
                              "[[Accept it->Accepted]]\n"
                              "  outcome: trust -1\n"
                              "  code: workers-2024/2.8\n"
                              "[[Leave it->Left]]\n"
                              "\n"
                              ":: Accepted [end]\n"
                              "They see your photos.\n"
                              "\n"
                              ":: Left [end]\n"
                              "You sleep well.\n" },
  { "quizzes/passwords.gift", "// licence: CC-BY-4.0\n"
                              "::length::What helps most? {=Length # Yes. ~A capital # Not much.}\n"
                              "\n"
                              "::reuse::One password for all is fine. {FALSE}\n" },
  { "scales/learner.yaml", "id: learner\n"
                           "title: A learner\n"
                           "licence: CC-BY-4.0\n"
                           "source: {address: 'https://example.org', seen: 2026-11, note: Ours.}\n"
                           "points:\n"
                           "  - {value: 1, label: Not yet}\n"
                           "  - {value: 2, label: Mostly}\n"
                           "items:\n"
                           "  - {id: drive, title: Drive, text: I want to.}\n"
                           "  - {id: tools, title: Tools, text: I can.}\n" },
  { "badges/thing-05.yaml", "id: thing-05\n"
                            "title: Thing 5\n"
                            "issuer: Somebody\n"
                            "licence: CC-BY-4.0\n"
                            "source: {address: 'https://example.org', seen: 2026-11}\n"
                            "criteria:\n"
                            "  - {id: post, text: A post, min-words: 100}\n" },
  { "frameworks/workers-2024.matrix",
    "{ \"framework\": { \"id\": \"workers-2024\", \"name\": \"Workers\", \"licence\": \"CC-BY-4.0\",\n"
    "  \"standards\": [ { \"shortname\": \"2\", \"name\": \"Trust\", \"standardid\": \"2\",\n"
    "    \"standardelement\": [ { \"shortname\": \"2.8\", \"name\": \"Boundaries\" } ] } ] } }\n" },
  { "templates/two.md", "---\n"
                        "id: two\n"
                        "title: Two headings\n"
                        "summary: As few as possible.\n"
                        "licence: CC-BY-4.0\n"
                        "---\n"
                        "## First\n\n- Who was there?\n\n## Second\n\n- And then?\n" },
  { "media/map.txt", "A map.\n" },
  { "media/map.png", "not really\n" },
};

/* Makes a good pack at G_USER_DATA_DIR/@folder, with two Things: "media", with a step of each kind that has a rule of
 * its own, and "second". Returns its path. */
char *
pack_fixture_make (const char *folder, const char *id)
{
  char            *pack = g_build_filename (g_get_user_data_dir (), folder, NULL);
  g_autofree char *manifest = g_strdup_printf ("---\n"
                                               "id: %s\n"
                                               "version: 1.0.0\n"
                                               "title: The pack %s\n"
                                               "language: en-GB\n"
                                               "licence: CC-BY-4.0\n"
                                               "authors: [Somebody]\n"
                                               "programmes:\n"
                                               "  - id: all\n"
                                               "    title: All\n"
                                               "    summary: All of them.\n"
                                               "    things: [media, second]\n"
                                               "---\n"
                                               "About it.\n",
                                               id, id);

  pack_fixture_write (pack, "pack.md", manifest);
  for (unsigned i = 0; i < G_N_ELEMENTS (good); i++)
    pack_fixture_write (pack, good[i].file, good[i].text);
  return pack;
}

void
pack_fixture_write (const char *pack, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (pack, file, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Exchanges @old_text, which must be there once, for @new_text. */
void
pack_fixture_edit (const char *pack, const char *file, const char *old_text, const char *new_text)
{
  g_autofree char *path = g_build_filename (pack, file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *edited = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, old_text, -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  edited = g_strjoinv (new_text, parts);
  pack_fixture_write (pack, file, edited);
}

void
pack_fixture_remove (const char *pack, const char *file)
{
  g_autofree char *path = g_build_filename (pack, file, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}
