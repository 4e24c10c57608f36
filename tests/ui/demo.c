/* All widgets with something in them, to be looked at:
 *
 *   tests/ui/with-display build/tests/ui/widgets-demo FILE.png [WIDTH [HEIGHT [ZOOM [rtl]]]]
 *
 * draws them into FILE.png; without an argument a window opens. ADW_DEBUG_COLOR_SCHEME=prefer-dark and
 * ADW_DEBUG_HIGH_CONTRAST=1 work, KIST_DEMO_TEXT_SCALE=2 is the desktop's large text, KIST_DEMO_FILE is a Markdown file
 * to show and KIST_DEMO_FIND what to find in it. */
#include <adwaita.h>
#include <stdlib.h>

#include "base/kist-text.h"
#include "content/kist-markdown.h"
#include "ui/widgets/kist-widgets.h"

static const char sample[] =
    "# What counts as social media\n\n"
    "Anything where **you** post and *others* answer: a group chat of the night shift is social media too. The "
    "[Codes](https://www.sssc.uk.com/codes) say what is expected of you there, and [the next step](#own-policy) asks "
    "what you expect of yourself. Hostile text stays text: <b>&amp;</b> and [this](javascript:alert(1)) is no link.\n\n"
    "## Where the lines are\n\n"
    "In a small town you *will* know people who use the service. That is no fault. What matters is what you do "
    "next:\n\n"
    "- say so to your manager, before anyone else does\n"
    "- keep work conversations at work\n"
    "    - in person when you can\n"
    "    - in the service's own system when you cannot\n"
    "- look at your privacy settings twice a year, since they change more often than you would think that they do\n\n"
    "1. Stop.\n2. Think who could read this.\n3. Then press *Send*, or don’t.\n\n"
    "- [x] Looked myself up\n- [ ] Changed who can see my photos\n\n"
    "### In the words of a colleague\n\n"
    "> I answered at eleven at night because I was worried. In the morning she asked why I had read her page.\n>\n"
    "> I had no answer to that.\n\n"
    "| What happened | Who is affected | What it touches |\n|---|---|---|\n"
    "| A friend request from a parent | The child, the parent, you | Boundaries, trust |\n"
    "| A photograph of an outing | Everyone in it | Consent, confidentiality |\n"
    "| A comment in anger | The service | Public confidence |\n\n"
    "#### A line to keep\n\n"
    "```\nI don't add people I support, or their families.\nIt is not about you; it keeps us both safe.\n```\n\n"
    "![A drawing of two people at a kitchen table](../media/none.png)\n\n"
    "---\n\n"
    "That is all of it for today. `kist` means chest.\n";

static const char *const titles[] = {
  "Motivation", "Curiosity and questions", "Confidence", "Working with others online", "Reflection", "Resilience", NULL
};
static const int now[] = { 4, 5, 3, 4, 2, 4 };
static const int spring[] = { 3, 3, 3, 2, 2, 0 };
static const int before[] = { 2, 3, 1, 2, 1, 2 };

typedef struct
{
  const char *file;
  int         width;
  int         height;
  double      zoom;
  gboolean    is_rtl;
  GtkWidget  *window;
  GtkWidget  *page;
  GMainLoop  *loop;
} Demo;

static GtkWidget *
new_rings (void)
{
  static const struct
  {
    int         size;
    double      fraction;
    const char *text;
  } rings[] = { { 24, 0.3, NULL },   { 32, 1, NULL },  { 48, 0, "0/3" },
                { 48, 0.57, "4/7" }, { 64, 1, "7/7" }, { 96, 0.72, "72%" } };
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      GtkWidget *ring = kist_ring_new (rings[i].size);

      kist_ring_set_text (KIST_RING (ring), rings[i].text);
      kist_ring_set_fraction (KIST_RING (ring), rings[i].fraction);
      gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
      adw_wrap_box_append (ADW_WRAP_BOX (box), ring);
    }
  return box;
}

static void
append_bars (GtkBox *box)
{
  static const struct
  {
    const char *title;
    gint64      value;
  } outcomes[] = { { "The person", 2 }, { "You", -1 }, { "Colleagues", 0 }, { "Trust", -3 } };
  GtkWidget *few = kist_step_bar_new ();
  GtkWidget *many = kist_step_bar_new ();

  kist_step_bar_set_steps (KIST_STEP_BAR (few), 4, 7);
  kist_step_bar_set_steps (KIST_STEP_BAR (many), 31, 90);
  gtk_box_append (box, few);
  gtk_box_append (box, many);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      GtkWidget *bar = kist_outcome_bar_new (outcomes[i].title);

      kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), outcomes[i].value, 3);
      gtk_box_append (box, bar);
    }
}

static GtkWidget *
new_chart (const char *const *items)
{
  const KistScaleSeries series[] = { { "Now", now }, { "In spring", spring }, { "Before I began", before } };
  GtkWidget            *chart = kist_scale_chart_new ();

  kist_scale_chart_set_title (KIST_SCALE_CHART (chart), "Digital learner");
  kist_scale_chart_set_data (KIST_SCALE_CHART (chart), items, 5, series, G_N_ELEMENTS (series));
  return chart;
}

static GtkWidget *
new_page (Demo *demo)
{
  const char      *file = g_getenv ("KIST_DEMO_FILE");
  g_autofree char *text = file != NULL ? kist_text_read_file (file, KIST_TEXT_MAX_BYTES, NULL) : g_strdup (sample);
  g_autoptr (KistDocument) document = kist_markdown_parse (text, 1, NULL);
  GtkWidget        *view = g_object_new (KIST_TYPE_DOCUMENT_VIEW, "document", document, NULL);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget        *clamp = adw_clamp_new ();
  const char *const two[] = { titles[0], titles[1], NULL };

  kist_document_view_set_zoom (KIST_DOCUMENT_VIEW (view), demo->zoom);
  kist_document_view_find (KIST_DOCUMENT_VIEW (view), g_getenv ("KIST_DEMO_FIND"));
  gtk_box_append (GTK_BOX (box), new_rings ());
  append_bars (GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), new_chart (titles));
  gtk_box_append (GTK_BOX (box), new_chart (two));
  gtk_box_append (GTK_BOX (box), view);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 660);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return clamp;
}

static gboolean
draw_cb (gpointer data)
{
  Demo *demo = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (demo->page);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (demo->page);
  int height = gtk_widget_get_height (demo->page);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), NULL);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  gdk_texture_save_to_png (texture, demo->file);
  gsk_renderer_unrealize (renderer);
  g_main_loop_quit (demo->loop);
  return G_SOURCE_REMOVE;
}

static gboolean
close_cb (GtkWindow *window, Demo *demo)
{
  g_main_loop_quit (demo->loop);
  return FALSE;
}

int
main (int argc, char *argv[])
{
  Demo demo = { argc > 1 ? argv[1] : NULL,
                argc > 2 ? atoi (argv[2]) : 360,
                argc > 3 ? atoi (argv[3]) : 640,
                argc > 4 ? g_ascii_strtod (argv[4], NULL) : 1,
                argc > 5,
                NULL,
                NULL,
                g_main_loop_new (NULL, FALSE) };
  const char *scale = g_getenv ("KIST_DEMO_TEXT_SCALE");
  GtkWidget  *scrolled;

  adw_init ();
  kist_widgets_init ();
  if (scale != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * g_ascii_strtod (scale, NULL)), NULL);
  gtk_widget_set_default_direction (demo.is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);

  demo.window = adw_window_new ();
  demo.page = new_page (&demo);
  gtk_widget_add_css_class (demo.page, "background");
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), demo.page);
  adw_window_set_content (ADW_WINDOW (demo.window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (demo.window), demo.width, demo.height);
  gtk_widget_set_size_request (demo.window, 360, -1);
  g_signal_connect (demo.window, "close-request", G_CALLBACK (close_cb), &demo);
  gtk_window_present (GTK_WINDOW (demo.window));
  if (demo.file != NULL)
    g_timeout_add (1200, draw_cb, &demo); /* after the rings have gone to where they go */
  g_main_loop_run (demo.loop);
  gtk_window_destroy (GTK_WINDOW (demo.window));
  g_main_loop_unref (demo.loop);
  return 0;
}
