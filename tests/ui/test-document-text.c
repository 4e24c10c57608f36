#include "harness.h"
#include "ui/widgets/document/kist-document-text.h"
#include "ui/widgets/document/kist-markup.h"

static GPtrArray *
new_spans (const char *text, KistStyle style, const char *target)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_span_free);
  KistSpan  *span = g_new0 (KistSpan, 1);

  span->text = g_strdup (text);
  span->style = style;
  span->target = g_strdup (target);
  g_ptr_array_add (spans, span);
  return spans;
}

static void
assert_markup (const char *text, KistStyle style, const char *target, const char *expected)
{
  g_autoptr (GPtrArray) spans = new_spans (text, style, target);
  g_autofree char *markup = kist_markup_from_spans (spans, NULL);

  g_assert_cmpstr (markup, ==, expected);
}

static GtkWidget *
new_label (const char *text, const char *target)
{
  g_autoptr (GPtrArray) spans = new_spans (text, KIST_STYLE_PLAIN, target);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (KistLink));
  KistDocumentParts parts = { texts, NULL, links };

  return g_object_ref_sink (kist_document_text_new (&parts, spans, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "test"));
}

static void
test_styles_become_tags (void)
{
  assert_markup ("word", KIST_STYLE_PLAIN, NULL, "word");
  assert_markup ("word", KIST_STYLE_STRONG | KIST_STYLE_EMPHASIS, NULL, "<b><i>word</i></b>");
  assert_markup ("word", KIST_STYLE_CODE, NULL, "<tt>word</tt>");
  assert_markup ("word", KIST_STYLE_STRIKE, NULL, "<s>word</s>");
}

static void
test_markup_in_a_text_is_only_text (void)
{
  assert_markup ("<b>&amp; <a href='x'>", KIST_STYLE_PLAIN, NULL, "&lt;b&gt;&amp;amp; &lt;a href=&apos;x&apos;&gt;");
  assert_markup ("x", KIST_STYLE_PLAIN, "https://a.example/?q=1&r=2",
                 "<a href=\"https://a.example/?q=1&amp;r=2\" title=\"https://a.example/?q=1&amp;r=2\">x</a>");
}

static void
test_link_with_a_bold_word_is_one_link (void)
{
  g_autoptr (GPtrArray) spans = new_spans ("Èe ", KIST_STYLE_PLAIN, NULL);
  g_autoptr (GPtrArray) bold = new_spans ("one", KIST_STYLE_STRONG, "#a");
  g_autoptr (GPtrArray) plain = new_spans (" two", KIST_STYLE_PLAIN, "#a");
  g_autoptr (GPtrArray) other = new_spans ("three", KIST_STYLE_PLAIN, "#b");
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *markup = NULL;

  g_ptr_array_extend_and_steal (spans, g_steal_pointer (&bold));
  g_ptr_array_extend_and_steal (spans, g_steal_pointer (&plain));
  g_ptr_array_extend_and_steal (spans, g_steal_pointer (&other));
  markup = kist_markup_from_spans (spans, links);
  g_assert_cmpstr (markup, ==, "Èe <a href=\"#a\"><b>one</b> two</a><a href=\"#b\">three</a>");
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpint (g_array_index (links, int, 0), ==, 3);
  g_assert_cmpint (g_array_index (links, int, 1), ==, 10);
}

static void
test_hostile_targets_are_no_links (void)
{
  static const char *const hostile[] = {
    "javascript:alert(1)",   "JavaScript:alert(1)",  "data:text/html,x",      "file:///etc/passwd", "vbscript:x",
    "/etc/passwd",           "../../secret.png",     "a/../../../secret.png", "..\\..\\secret.png", "",
    "java\nscript:alert(1)", " javascript:alert(1)", "https://a.example/ x",  "ftp://a.example/",   "a:b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_test_message ("%s", hostile[i]);
      g_assert_false (kist_markup_is_link (hostile[i]));
      assert_markup ("x", KIST_STYLE_PLAIN, hostile[i], "x");
    }
}

static void
test_targets_of_a_pack_are_links (void)
{
  static const char *const good[] = { "https://a.example/x", "mailto:a@b.example", "#own-policy",     "../media/x.png",
                                      "email.md#tone",       "a/../b.png",         "HTTP://a.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (kist_markup_is_link (good[i]));
    }
  g_assert_true (kist_markup_is_external ("mailto:a@b.example"));
  g_assert_false (kist_markup_is_external ("#own-policy"));
}

static void
test_pictures_come_from_the_pack_only (void)
{
  g_autofree char *path = kist_markup_dup_path ("/packs/one/things", "../media/x.png");

  g_assert_cmpstr (path, ==, "/packs/one/things/../media/x.png");
  g_assert_null (kist_markup_dup_path ("/packs/one/things", "../../two/x.png"));
  g_assert_null (kist_markup_dup_path ("/packs/one/things", "https://a.example/x.png"));
  g_assert_null (kist_markup_dup_path (NULL, "x.png"));
}

static guint
count (GtkWidget *label, const char *wanted)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (KistMatch));

  kist_document_text_find (GTK_LABEL (label), 0, wanted, matches);
  return matches->len;
}

static void
test_search_reads_as_a_person_does (void)
{
  GtkWidget *label = new_label ("Don’t post: DON'T. A “line” – drawn", NULL);

  g_assert_cmpuint (count (label, "don't"), ==, 2);
  g_assert_cmpuint (count (label, "\"line\" - D"), ==, 1);
  g_assert_cmpuint (count (label, "post: don’t. a"), ==, 1);
  g_assert_cmpuint (count (label, "drawn on"), ==, 0);
  g_assert_cmpuint (count (label, "."), ==, 1);
  g_assert_finalize_object (label);
}

static void
test_matches_are_whole_characters (void)
{
  GtkWidget *label = new_label ("Ċéilidh céilidh", NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (KistMatch));
  const KistMatch *match;

  kist_document_text_find (GTK_LABEL (label), 7, "ÉIL", matches);
  g_assert_cmpuint (matches->len, ==, 2);
  match = &g_array_index (matches, KistMatch, 0);
  g_assert_cmpuint (match->text, ==, 7);
  g_assert_cmpuint (match->start, ==, 2);
  g_assert_cmpuint (match->end, ==, 6);
  g_assert_finalize_object (label);
}

static void
test_label_shows_hostile_text_as_it_is (void)
{
  GtkWidget *label = new_label ("<b>&</b><a href='x'>", "javascript:alert(1)");

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "<b>&</b><a href='x'>");
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "<a "));
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
  g_assert_finalize_object (label);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/markup/styles-become-tags", test_styles_become_tags);
  g_test_add_func ("/markup/markup-in-a-text-is-only-text", test_markup_in_a_text_is_only_text);
  g_test_add_func ("/markup/link-with-a-bold-word-is-one-link", test_link_with_a_bold_word_is_one_link);
  g_test_add_func ("/markup/hostile-targets-are-no-links", test_hostile_targets_are_no_links);
  g_test_add_func ("/markup/targets-of-a-pack-are-links", test_targets_of_a_pack_are_links);
  g_test_add_func ("/markup/pictures-come-from-the-pack-only", test_pictures_come_from_the_pack_only);
  g_test_add_func ("/document-text/search-reads-as-a-person-does", test_search_reads_as_a_person_does);
  g_test_add_func ("/document-text/matches-are-whole-characters", test_matches_are_whole_characters);
  g_test_add_func ("/document-text/label-shows-hostile-text-as-it-is", test_label_shows_hostile_text_as_it_is);
  return g_test_run ();
}
