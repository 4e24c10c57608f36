#include "kist-config.h"

#include "kist-codes-page.h"

#include <glib/gi18n.h>

#include "kist-code-wording.h"
#include "library/kist-record.h"
#include "ui/record/kist-link-row.h"

struct _KistCodesPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  GHashTable   *rows;     /* (element-type utf8 KistLinkRow) (owned table of unowned rows) by code */

  GtkStack *stack;
  GtkBox   *frameworks;
};

G_DEFINE_FINAL_TYPE (KistCodesPage, kist_codes_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (KistCodesPage *self)
{
  KistLibrary *library = kist_services_get_library (self->services);
  g_autoptr (GHashTable) touches = kist_code_touches_of (library, kist_services_get_events (self->services));
  GHashTableIter iter;
  gpointer       code, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &code, &row))
    {
      g_autoptr (GPtrArray) things = kist_code_find_things (library, code);
      g_autofree char *state = kist_code_wording_dup_state (g_hash_table_lookup (touches, code), things->len);

      kist_link_row_set_subtitle (row, state);
    }
}

static void
append_text (GtkBox *box, const char *text, const char *style, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static GtkBox *
append_box (KistCodesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (self->frameworks, box);
  return GTK_BOX (box);
}

/* The title of a group in libadwaita does not wrap, and these are long. */
static void
add_part (KistCodesPage *self, KistFramework *framework, unsigned index)
{
  const KistCode  *part = kist_framework_get_part (framework, index);
  g_autofree char *title =
      part->number ? g_strdup_printf (_ ("%s. %s"), part->number, part->title) : g_strdup (part->title);
  GtkBox    *box = append_box (self);
  GtkWidget *group = adw_preferences_group_new ();
  unsigned   n_rows = 0;

  append_text (box, title, "heading", GTK_ACCESSIBLE_ROLE_HEADING);
  if (part->text)
    append_text (box, part->text, "dimmed", GTK_ACCESSIBLE_ROLE_LABEL);
  for (unsigned i = 0; i < kist_framework_get_n_codes (framework); i++)
    {
      const KistCode  *code = kist_framework_get_code (framework, i);
      g_autofree char *id = g_strdup_printf ("%s/%s", kist_framework_get_id (framework), code->number);
      g_autofree char *name = g_strdup_printf ("%s %s", code->number, code->title);
      GtkWidget       *row;

      if (code->part != index)
        continue;
      row = kist_link_row_new (name, "", "win.open-code", g_variant_new_string (id));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_hash_table_insert (self->rows, g_steal_pointer (&id), row);
      n_rows++;
    }
  if (n_rows == 0)
    append_text (box, _ ("None of its items is listed."), "dimmed", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_set_margin_top (group, 6);
  gtk_widget_set_visible (group, n_rows > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (box, group);
}

static void
add_framework (KistCodesPage *self, KistFramework *framework)
{
  GtkBox *box = append_box (self);

  append_text (box, kist_framework_get_title (framework), "title-2", GTK_ACCESSIBLE_ROLE_HEADING);
  if (*kist_framework_get_description (framework))
    append_text (box, kist_framework_get_description (framework), "dimmed", GTK_ACCESSIBLE_ROLE_LABEL);
  for (unsigned i = 0; i < kist_framework_get_n_parts (framework); i++)
    add_part (self, framework, i);
}

/* Another page may be on top: what is under it is brought up to date when it shows again. */
static void
changed_cb (KistCodesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
kist_codes_page_showing (AdwNavigationPage *page)
{
  update (KIST_CODES_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_codes_page_parent_class)->showing (page);
}

static void
kist_codes_page_dispose (GObject *object)
{
  KistCodesPage *self = KIST_CODES_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_CODES_PAGE);
  G_OBJECT_CLASS (kist_codes_page_parent_class)->dispose (object);
}

static void
kist_codes_page_class_init (KistCodesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_codes_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_codes_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/codes/kist-codes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistCodesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistCodesPage, frameworks);
}

static void
kist_codes_page_init (KistCodesPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_codes_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_codes_page_new (KistServices *services)
{
  KistCodesPage *self = g_object_new (KIST_TYPE_CODES_PAGE, NULL);
  KistLibrary   *library = kist_services_get_library (services);
  KistFramework *elements = kist_record_get_framework (library);

  self->services = g_object_ref (services);
  for (unsigned i = 0; i < kist_library_get_n_frameworks (library); i++)
    if (kist_library_get_framework (library, i) != elements)
      add_framework (self, kist_library_get_framework (library, i));
  gtk_stack_set_visible_child_name (self->stack, g_hash_table_size (self->rows) > 0 ? "codes" : "empty");
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
