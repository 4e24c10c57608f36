#include "kist-config.h"

#include "kist-learn-page.h"

#include <glib/gi18n.h>

#include "kist-thing-row.h"

struct _KistLearnPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */

  GtkStack           *stack;
  AdwStatusPage      *empty;
  AdwPreferencesPage *programmes;
};

G_DEFINE_FINAL_TYPE (KistLearnPage, kist_learn_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwPreferencesGroup *
add_group (KistLearnPage *self, const char *title, const char *description)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_description = g_markup_escape_text (description ? description : "", -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped_description);
  adw_preferences_page_add (self->programmes, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_programme (KistLearnPage *self, KistManifest *pack, const KistProgramme *programme, GHashTable *shown)
{
  KistLibrary         *library = kist_services_get_library (self->services);
  AdwPreferencesGroup *group = NULL;

  for (unsigned i = 0; programme->things[i]; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", kist_manifest_get_id (pack), programme->things[i]);
      KistThing       *thing = kist_library_lookup_thing (library, key);

      if (!thing || !g_hash_table_add (shown, thing))
        continue;
      if (!group)
        group = add_group (self, programme->title, programme->summary);
      adw_preferences_group_add (group, kist_thing_row_new (self->services, thing));
    }
}

/* A Thing that no programme names is still a Thing. */
static void
add_others (KistLearnPage *self, GHashTable *shown)
{
  KistLibrary         *library = kist_services_get_library (self->services);
  AdwPreferencesGroup *group = NULL;

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      KistThing *thing = kist_library_get_thing (library, i);

      if (!g_hash_table_add (shown, thing))
        continue;
      if (!group)
        group = add_group (self, _ ("Other Things"), NULL);
      adw_preferences_group_add (group, kist_thing_row_new (self->services, thing));
    }
}

static void
add_refusals (KistLearnPage *self)
{
  KistLibrary         *library = kist_services_get_library (self->services);
  unsigned             n = kist_library_get_n_refusals (library);
  AdwPreferencesGroup *group;

  if (n == 0)
    return;

  group = add_group (self, _ ("Could Not Be Used"),
                     _ ("The rest works as it should. Whoever made these files can mend them with what is said here."));
  for (unsigned i = 0; i < n; i++)
    {
      const KistRefusal *refusal = kist_library_get_refusal (library, i);
      GtkWidget         *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), refusal->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->reason);
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_preferences_group_add (group, row);
    }
}

static void
add_line (AdwExpanderRow *expander, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (expander, row);
}

/* Only for what the person added: what came with Kist comes back with the next version of it. */
static void
add_remove_row (AdwExpanderRow *expander, KistManifest *pack)
{
  GtkWidget       *row = adw_button_row_new ();
  g_autofree char *action = g_strdup_printf ("win.remove-pack::%s", kist_manifest_get_id (pack));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Remove Pack"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
  gtk_widget_add_css_class (row, "destructive-action");
  adw_expander_row_add_row (expander, row);
}

/* Who made a pack and on what terms it may be passed on is part of the material. */
static void
add_provenance (KistLearnPage *self)
{
  KistLibrary         *library = kist_services_get_library (self->services);
  KistPackShelf       *shelf = kist_services_get_shelf (self->services);
  AdwPreferencesGroup *group = add_group (self, _ ("Packs"), NULL);

  for (unsigned i = 0; i < kist_library_get_n_packs (library); i++)
    {
      KistManifest    *pack = kist_library_get_pack (library, i);
      GtkWidget       *row = adw_expander_row_new ();
      g_autofree char *authors = g_strjoinv (", ", (char **)kist_manifest_get_authors (pack));
      g_autofree char *credits = g_strjoinv ("\n", (char **)kist_manifest_get_credits (pack));
      g_autofree char *about = kist_document_to_text (kist_manifest_get_about (pack));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kist_manifest_get_title (pack));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), kist_manifest_get_version (pack));
      add_line (ADW_EXPANDER_ROW (row), _ ("Authors"), authors);
      add_line (ADW_EXPANDER_ROW (row), _ ("Licence"), kist_manifest_get_licence (pack));
      if (*credits)
        add_line (ADW_EXPANDER_ROW (row), _ ("Credits"), credits);
      if (*about)
        add_line (ADW_EXPANDER_ROW (row), _ ("About"), g_strstrip (about));
      if (shelf && kist_pack_shelf_is_own (shelf, library, i))
        add_remove_row (ADW_EXPANDER_ROW (row), pack);
      adw_preferences_group_add (group, row);
    }
}

static void
describe_emptiness (KistLearnPage *self)
{
  KistLibrary     *library = kist_services_get_library (self->services);
  g_autofree char *description = NULL;

  if (kist_library_get_n_refusals (library) > 0)
    {
      const KistRefusal *refusal = kist_library_get_refusal (library, 0);
      g_autofree char   *reason = g_markup_escape_text (refusal->reason, -1);

      description = g_strdup_printf ("%s\n\n%s", reason,
                                     _ ("Mend this pack or put another in its place, then start Kist again."));
    }
  else
    description =
        g_strdup (_ ("No pack of learning material was found. Install Kist again to get its own packs back."));
  adw_status_page_set_description (self->empty, description);
}

static void
fill (KistLearnPage *self)
{
  KistLibrary *library = kist_services_get_library (self->services);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  if (kist_library_get_n_things (library) == 0)
    {
      describe_emptiness (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  for (unsigned i = 0; i < kist_library_get_n_packs (library); i++)
    {
      KistManifest *pack = kist_library_get_pack (library, i);

      for (unsigned j = 0; j < kist_manifest_get_n_programmes (pack); j++)
        add_programme (self, pack, kist_manifest_get_programme (pack, j), shown);
    }
  add_others (self, shown);
  add_refusals (self);
  add_provenance (self);
  gtk_stack_set_visible_child_name (self->stack, "programmes");
}

static void
kist_learn_page_dispose (GObject *object)
{
  KistLearnPage *self = KIST_LEARN_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_LEARN_PAGE);
  G_OBJECT_CLASS (kist_learn_page_parent_class)->dispose (object);
}

static void
kist_learn_page_class_init (KistLearnPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_learn_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/learn/kist-learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistLearnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistLearnPage, empty);
  gtk_widget_class_bind_template_child (widget_class, KistLearnPage, programmes);
}

static void
kist_learn_page_init (KistLearnPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_learn_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_learn_page_new (KistServices *services)
{
  KistLearnPage *self = g_object_new (KIST_TYPE_LEARN_PAGE, NULL);

  self->services = g_object_ref (services);
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
