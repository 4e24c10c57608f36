#include "kist-element-row.h"

#include <glib/gi18n.h>

#include "kist-link-row.h"
#include "kist-record-wording.h"

struct _KistElementRow
{
  AdwExpanderRow parent_instance;

  KistServices *services; /* (owned) */
  GPtrArray    *rows;     /* (element-type GtkWidget) (unowned) inside */
  GtkWidget    *tick;     /* (unowned) */
};

G_DEFINE_FINAL_TYPE (KistElementRow, kist_element_row, ADW_TYPE_EXPANDER_ROW)

static void
add_row (KistElementRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_text (KistElementRow *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  add_row (self, row);
}

static void
add_done (KistElementRow *self, const KistRecordElement *element)
{
  KistClock *clock = kist_services_get_clock (self->services);

  for (unsigned i = 0; i < element->things->len; i++)
    {
      const KistRecordThing *thing = g_ptr_array_index (element->things, i);
      g_autofree char       *subtitle = kist_record_wording_dup_thing (clock, thing);

      add_row (self, kist_link_row_new (kist_thing_get_title (thing->thing), subtitle, "win.open-thing",
                                        g_variant_new_string (kist_thing_get_key (thing->thing))));
    }
}

static void
add_gap (KistElementRow *self, const KistRecordElement *element)
{
  g_autoptr (GPtrArray) things =
      kist_record_find_things (kist_services_get_library (self->services), element->code->number);

  for (unsigned i = 0; i < things->len; i++)
    {
      KistThing *thing = g_ptr_array_index (things, i);

      add_row (self, kist_link_row_new (kist_thing_get_title (thing), _ ("Touches this element"), "win.open-thing",
                                        g_variant_new_string (kist_thing_get_key (thing))));
    }
  if (things->len == 0)
    add_text (self,
              _ ("None of your packs has a Thing for it. Whatever else you learn counts too: supervision, a course, "
                 "a shadowed shift. Keep it in your journal."));
}

/* The page of the element, which lists the entries that are linked to it. */
static void
add_journal (KistElementRow *self, const KistRecordElement *element)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", KIST_RECORD_FRAMEWORK, element->code->number);

  add_row (self, kist_link_row_new (_ ("In Your Journal"), _ ("What you linked to this element"), "win.open-code",
                                    g_variant_new_string (key)));
}

static void
kist_element_row_dispose (GObject *object)
{
  KistElementRow *self = KIST_ELEMENT_ROW (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_element_row_parent_class)->dispose (object);
}

static void
kist_element_row_class_init (KistElementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_element_row_dispose;
}

static void
kist_element_row_init (KistElementRow *self)
{
  self->rows = g_ptr_array_new ();
  self->tick = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->tick, "accent");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->tick);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * kist_element_row_new:
 * @services: the services
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kist_element_row_new (KistServices *services)
{
  KistElementRow *self = g_object_new (KIST_TYPE_ELEMENT_ROW, NULL);

  self->services = g_object_ref (services);
  return GTK_WIDGET (self);
}

/**
 * kist_element_row_show:
 * @self: a row
 * @element: what was done for an element
 *
 * A row that is open stays open.
 */
void
kist_element_row_show (KistElementRow *self, const KistRecordElement *element)
{
  g_autofree char *state = kist_record_wording_dup_element (element);

  g_return_if_fail (KIST_IS_ELEMENT_ROW (self));

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), element->code->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), state);
  gtk_widget_set_visible (self->tick, element->n_steps > 0);
  add_text (self, element->code->text);
  if (element->things->len > 0)
    add_done (self, element);
  else
    add_gap (self, element);
  add_journal (self, element);
}
