#include "kist-pages.h"

#include <glib/gi18n.h>

#include "author/kist-author-page.h"
#include "author/kist-import-page.h"
#include "author/kist-preview-page.h"
#include "author/kist-try-page.h"
#include "badges/kist-badge-page.h"
#include "badges/kist-readiness.h"
#include "blog/kist-blog-page.h"
#include "codes/kist-code-page.h"
#include "journal/kist-bin-page.h"
#include "journal/kist-editor-page.h"
#include "learn/kist-thing-page.h"
#include "practise/map/kist-map-page.h"
#include "practise/compare/kist-comparison-page.h"
#include "practise/group/kist-group-page.h"
#include "practise/runs/kist-runs-page.h"
#include "reader/kist-step-page.h"
#include "web/kist-web-page.h"

/* What the page of a step shows, whatever it shows of it. */
typedef struct
{
  KistThing *thing; /* (unowned) */
  KistStep  *step;  /* (unowned) */
} StepPlace;

static gboolean
find_step (KistServices *services, const char *key, const char *id, StepPlace *place)
{
  place->thing = kist_library_lookup_thing (kist_services_get_library (services), key);
  place->step = place->thing ? kist_thing_lookup_step (place->thing, id) : NULL;
  return place->step != NULL;
}

/* Those that need to know no more than which step it is. */
static AdwNavigationPage *
step_page (KistServices      *services,
           GVariant          *parameter,
           AdwNavigationPage *(*page_new) (KistServices *services, KistThing *thing, KistStep *step))
{
  const char *key;
  const char *id;
  StepPlace   place;

  g_variant_get (parameter, "(&s&s)", &key, &id);
  return find_step (services, key, id, &place) ? page_new (services, place.thing, place.step) : NULL;
}

static AdwNavigationPage *
map_page (KistServices *services, GVariant *parameter)
{
  const char *key;
  const char *id;
  const char *choices;
  StepPlace   place;

  g_variant_get (parameter, "(&s&s&s)", &key, &id, &choices);
  return find_step (services, key, id, &place) ? kist_map_page_new (services, place.thing, place.step, choices) : NULL;
}

static AdwNavigationPage *
comparison_page (KistServices *services, GVariant *parameter)
{
  const char *key;
  const char *id;
  const char *run;
  const char *other;
  StepPlace   place;

  g_variant_get (parameter, "(&s&s&s&s)", &key, &id, &run, &other);
  return find_step (services, key, id, &place)
             ? kist_comparison_page_new (services, place.thing, place.step, run, other)
             : NULL;
}

static AdwNavigationPage *
thing_page (KistServices *services, GVariant *parameter)
{
  KistThing *thing =
      kist_library_lookup_thing (kist_services_get_library (services), g_variant_get_string (parameter, NULL));

  return thing ? kist_thing_page_new (services, thing) : NULL;
}

static AdwNavigationPage *
entry_page (KistServices *services, GVariant *parameter)
{
  KistEntry *entry = kist_journal_lookup (kist_services_get_journal (services), g_variant_get_string (parameter, NULL));

  return entry ? kist_editor_page_new (services, entry) : NULL;
}

static AdwNavigationPage *
web_page (KistServices *services, GVariant *parameter)
{
  KistEntry *entry = kist_journal_lookup (kist_services_get_journal (services), g_variant_get_string (parameter, NULL));

  return entry ? kist_web_page_new (services, entry) : NULL;
}

static AdwNavigationPage *
badge_page (KistServices *services, GVariant *parameter)
{
  KistBadge *badge =
      kist_library_lookup_badge (kist_services_get_library (services), g_variant_get_string (parameter, NULL));

  return badge ? kist_badge_page_new (services, badge) : NULL;
}

/* A pack's folder, and what one does in it. */
static AdwNavigationPage *
author_page (const char *action, GVariant *parameter)
{
  const char *folder, *file, *passage;

  if (g_str_equal (action, "win.open-author"))
    return kist_author_page_new (g_variant_get_string (parameter, NULL));
  if (g_str_equal (action, "win.import-file"))
    return kist_import_page_new (g_variant_get_string (parameter, NULL));
  if (g_str_equal (action, "win.try-scenario"))
    {
      g_variant_get (parameter, "(&s&s)", &folder, &file);
      return kist_try_page_new (folder, file);
    }
  if (g_str_equal (action, "win.preview"))
    {
      g_variant_get (parameter, "(&s&s&s)", &folder, &file, &passage);
      return kist_preview_page_new (folder, file, passage);
    }
  return NULL;
}

/**
 * kist_pages_create:
 * @services: the services
 * @action: an action of the window that opens a page, "win.open-thing"
 * @parameter: (nullable): its parameter
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL when what it should show does not exist
 */
AdwNavigationPage *
kist_pages_create (KistServices *services, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "win.open-step"))
    return step_page (services, parameter, kist_step_page_new);
  if (g_str_equal (action, "win.open-map"))
    return map_page (services, parameter);
  if (g_str_equal (action, "win.open-group"))
    return step_page (services, parameter, kist_group_page_new);
  if (g_str_equal (action, "win.open-runs"))
    return step_page (services, parameter, kist_runs_page_new);
  if (g_str_equal (action, "win.open-comparison"))
    return comparison_page (services, parameter);
  if (g_str_equal (action, "win.open-thing"))
    return thing_page (services, parameter);
  if (g_str_equal (action, "win.open-entry"))
    return entry_page (services, parameter);
  if (g_str_equal (action, "win.preview-entry"))
    return web_page (services, parameter);
  if (g_str_equal (action, "win.open-badge"))
    return badge_page (services, parameter);
  if (g_str_equal (action, "win.open-bin"))
    return kist_bin_page_new (services);
  if (g_str_equal (action, "win.open-blog"))
    return kist_blog_page_new (services, g_variant_get_string (parameter, NULL));
  if (g_str_equal (action, "win.open-code"))
    return kist_code_page_new (services, g_variant_get_string (parameter, NULL));
  return author_page (action, parameter);
}

/**
 * kist_pages_is_step:
 * @page: a page
 *
 * Returns: whether @page shows a step
 */
gboolean
kist_pages_is_step (AdwNavigationPage *page)
{
  return KIST_IS_STEP_PAGE (page);
}

/**
 * kist_pages_create_entry:
 * @services: the services
 * @key: a Thing's key, or "" for an entry of its own
 *
 * Makes an entry that begins as its badge wants it: with a heading for each criterion when there are several.
 *
 * Returns: (transfer none): the entry
 */
KistEntry *
kist_pages_create_entry (KistServices *services, const char *key)
{
  KistLibrary     *library = kist_services_get_library (services);
  KistThing       *thing = *key ? kist_library_lookup_thing (library, key) : NULL;
  KistBadge       *badge = NULL;
  g_autofree char *body = NULL;

  if (thing && kist_thing_get_badge (thing))
    badge = kist_library_lookup_badge (library, kist_thing_get_badge (thing));
  if (badge)
    body = kist_readiness_dup_template (badge);
  return kist_journal_create (kist_services_get_journal (services), thing, thing ? kist_thing_get_title (thing) : "",
                              body ? body : "");
}

/**
 * kist_pages_dup_folder:
 * @services: the services
 * @thing: a Thing
 *
 * Returns: (transfer full) (nullable): the folder that links and pictures in the text of @thing are relative to
 */
char *
kist_pages_dup_folder (KistServices *services, KistThing *thing)
{
  g_autofree char *name = g_path_get_basename (kist_thing_get_file (thing));
  g_autofree char *path = kist_library_dup_path (kist_services_get_library (services), thing, name);

  return path ? g_path_get_dirname (path) : NULL;
}

static void
link_answered_cb (AdwAlertDialog *dialog, const char *response, GtkUriLauncher *launcher)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (dialog));

  if (g_str_equal (response, "open"))
    gtk_uri_launcher_launch (launcher, root ? GTK_WINDOW (root) : NULL, NULL, NULL, NULL);
}

/**
 * kist_pages_ask_about_link:
 * @window: the window
 * @address: an address outside
 *
 * Kist itself never goes online: a link is shown in full and opens in the person's browser when they say so.
 */
void
kist_pages_ask_about_link (GtkWindow *window, const char *address)
{
  GtkUriLauncher *launcher;
  AdwDialog      *dialog;

  if (!g_str_has_prefix (address, "https://") && !g_str_has_prefix (address, "http://") &&
      !g_str_has_prefix (address, "mailto:"))
    return;

  launcher = gtk_uri_launcher_new (address);
  dialog = adw_alert_dialog_new (_ ("Open in Your Browser?"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: %s is an address on the web */
                                _ ("Kist stays offline. This link leads outside, to %s"), address);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  g_signal_connect_data (dialog, "response", G_CALLBACK (link_answered_cb), launcher,
                         (GClosureNotify)(void (*) (void))g_object_unref, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}
