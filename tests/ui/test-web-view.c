/* What draws a page holds even when the page is hostile, whatever Kist's own writers would have let through: no script
 * runs, no other page comes, nobody is asked to open a link. web-lock.py runs it and looks at every socket. */
#include <string.h>

#include "child-processes.h"
#include "harness.h"
#include "publish/kist-publish-theme.h"
#include "ui/web/kist-web-module.h"

#define FAR "http://127.0.0.1:47808/"
#define HOSTILE                                                                                                        \
  "<!DOCTYPE html><html><head><title>Kept</title><base href='" FAR "'>"                                                \
  "<meta http-equiv='refresh' content='0; url=" FAR "refresh'>"                                                        \
  "<link rel='preconnect' href='" FAR "'><link rel='dns-prefetch' href='//dns.kist.invalid/'>"                         \
  "<link rel='prefetch' href='" FAR "prefetch'><link rel='preload' as='image' href='" FAR "preload'>"                  \
  "<link rel='stylesheet' href='" FAR "style.css'><link rel='icon' href='" FAR "icon.png'>"                            \
  "<link rel='manifest' href='" FAR "manifest'>"                                                                       \
  "<style>@import url('" FAR "import.css'); @font-face { font-family: x; src: url('" FAR "font'); }"                   \
  " body { background: url('" FAR "background'); font-family: x; }</style>"                                            \
  "<script>document.title = 'script'; fetch('" FAR "fetch');</script><script src='" FAR "far.js'></script></head>"     \
  "<body onload=\"document.title = 'onload'\" style=\"background: url('" FAR "attribute')\">"                          \
  "<img src='" FAR "image' onerror=\"document.title = 'onerror'\"><img srcset='" FAR "set 1x'>"                        \
  "<iframe src='" FAR "frame'></iframe><iframe src='file:///etc/passwd'></iframe>"                                     \
  "<iframe srcdoc=\"<script>parent.document.title = 'srcdoc'</script><img src='" FAR "inner'>\"></iframe>"             \
  "<object data='" FAR "object'></object><embed src='" FAR "embed'><video src='" FAR "video' autoplay></video>"        \
  "<audio src='" FAR "audio' autoplay></audio><svg><script>document.title = 'svg'</script>"                            \
  "<image href='" FAR "svg'/></svg><form action='" FAR "form' id='f'><input autofocus></form>"                         \
  "<a href='javascript:document.title = 1'>run</a><a href='data:text/html,x' target='_blank'>data</a>"                 \
  "<a href='kist:entry'>in</a><a ping='" FAR "ping' href='" FAR "link'>out</a><p>Text</p></body></html>"

typedef struct
{
  KistWebViewNew view_new;
  GtkWidget     *view;
  const char    *title; /* of the page that is to come */
  unsigned       n_loaded;
  unsigned       n_links;
  unsigned       n_failed;
} Fixture;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  fixture->view_new = kist_web_module_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
count_cb (unsigned *count)
{
  *count += 1;
}

static gboolean
is_open (gpointer data)
{
  return ((Fixture *)data)->view_new != NULL;
}

static gboolean
is_loaded (gpointer data)
{
  return ((Fixture *)data)->n_loaded > 0;
}

static gboolean
has_title (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *title = NULL;

  g_object_get (fixture->view, "title", &title, NULL);
  return g_strcmp0 (title, fixture->title) == 0;
}

/* Shows a page, waits until it is there under its own title, and asserts that it is still there. */
static void
show (Fixture *fixture, const char *title, const char *html)
{
  g_autoptr (GBytes) page = g_bytes_new_static (html, strlen (html));
  g_autofree char *address = NULL;

  fixture->n_loaded = 0;
  fixture->title = title;
  g_object_set (fixture->view, "page", page, NULL);
  harness_wait (is_loaded, fixture);
  harness_wait (has_title, fixture);
  g_object_get (fixture->view, "uri", &address, NULL);
  g_assert_cmpstr (address, ==, "about:blank");
}

static void
test_a_hostile_page_does_nothing (void)
{
  Fixture          fixture = { 0 };
  g_autofree char *policy = kist_publish_theme_dup_policy ("data:");
  GtkWidget       *window;

  kist_web_module_load_async (NULL, opened_cb, &fixture);
  harness_wait (is_open, &fixture);
  g_assert_cmpuint (child_processes_count (), ==, 0);
  fixture.view = fixture.view_new (policy);
  g_signal_connect_swapped (fixture.view, "loaded", G_CALLBACK (count_cb), &fixture.n_loaded);
  g_signal_connect_swapped (fixture.view, "link", G_CALLBACK (count_cb), &fixture.n_links);
  g_signal_connect_swapped (fixture.view, "failed", G_CALLBACK (count_cb), &fixture.n_failed);
  window = harness_show (fixture.view, 600, 400);
  show (&fixture, "Kept", HOSTILE);
  /* Two pages later all that the first one had asked for was answered, or refused. */
  show (&fixture, "Second", "<!DOCTYPE html><title>Second</title><p>Text</p>");
  show (&fixture, "Kept", HOSTILE);
  show (&fixture, "Last", "<!DOCTYPE html><title>Last</title><p>Text</p>");
  g_assert_cmpuint (fixture.n_links, ==, 0);
  g_assert_cmpuint (fixture.n_failed, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  child_processes_wait_gone ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/web-view/hostile", test_a_hostile_page_does_nothing);
  return g_test_run ();
}
