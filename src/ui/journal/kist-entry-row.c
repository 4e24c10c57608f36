#include "kist-config.h"

#include "kist-entry-row.h"

#include <glib/gi18n.h>

#include "ui/journal/links/kist-tag-chips.h"
#include "ui/kist-wording.h"

#define EXCERPT_CHARACTERS 160

struct _KistEntryRow
{
  GtkBox parent_instance;

  KistEntryChoice *choice; /* (owned) */
  char            *id;     /* (owned) (nullable) of the entry that is shown */

  GtkCheckButton *tick;
  GtkLabel       *title;
  GtkLabel       *excerpt;
  GtkLabel       *detail;
  KistTagChips   *tags;
};

G_DEFINE_FINAL_TYPE (KistEntryRow, kist_entry_row, GTK_TYPE_BOX)

static void
show_choice (KistEntryRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->tick), kist_entry_choice_is_active (self->choice));
  gtk_check_button_set_active (self->tick, self->id && kist_entry_choice_contains (self->choice, self->id));
}

/* By a person, or because the row shows what is so already: then nothing changes. */
static void
toggled_cb (KistEntryRow *self)
{
  if (self->id && kist_entry_choice_is_active (self->choice))
    kist_entry_choice_set (self->choice, self->id, gtk_check_button_get_active (self->tick));
}

static void
set_entry (KistEntryRow *self, const char *id, const char *title)
{
  g_set_str (&self->id, NULL); /* the tick of the entry that was shown before means another one now */
  show_choice (self);
  g_set_str (&self->id, id);
  show_choice (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *title ? title : _ ("Untitled"), -1);
}

/* The day, the words, the Thing; the tags. */
static void
show_detail (KistEntryRow *self, KistServices *services, KistEntry *entry)
{
  const char      *key = kist_entry_get_thing (entry);
  KistThing       *thing = key ? kist_library_lookup_thing (kist_services_get_library (services), key) : NULL;
  g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (entry));
  g_autofree char *day = kist_wording_dup_day (kist_services_get_clock (services), kist_entry_get_updated (entry));
  g_autofree char *detail = thing ? g_strdup_printf ("%s · %s · %s", day, words, kist_thing_get_title (thing))
                                  : g_strdup_printf ("%s · %s", day, words);

  gtk_label_set_text (self->detail, detail);
  kist_tag_chips_show (self->tags, kist_entry_get_tags (entry), "journal.show-tag", FALSE);
}

static void
show_snippet (GtkLabel *label, const KistSnippet *snippet, PangoAttribute *(*mark) (void))
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (unsigned i = 0; i < snippet->matches->len; i++)
    {
      const KistRange *span = &g_array_index (snippet->matches, KistRange, i);
      PangoAttribute  *attribute = mark ();

      attribute->start_index = (unsigned)span->start;
      attribute->end_index = (unsigned)span->end;
      pango_attr_list_insert (list, attribute);
    }
  gtk_label_set_text (label, snippet->text);
  gtk_label_set_attributes (label, list);
}

static PangoAttribute *
new_bold (void)
{
  return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
}

/* A title is bold as it is. */
static PangoAttribute *
new_underline (void)
{
  return pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
}

static void
kist_entry_row_dispose (GObject *object)
{
  KistEntryRow *self = KIST_ENTRY_ROW (object);

  g_clear_object (&self->choice);
  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_ENTRY_ROW);
  G_OBJECT_CLASS (kist_entry_row_parent_class)->dispose (object);
}

static void
kist_entry_row_class_init (KistEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_entry_row_dispose;

  g_type_ensure (KIST_TYPE_TAG_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistEntryRow, tick);
  gtk_widget_class_bind_template_child (widget_class, KistEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, KistEntryRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, KistEntryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KistEntryRow, tags);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
kist_entry_row_init (KistEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_entry_row_new:
 * @choice: which entries are chosen
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kist_entry_row_new (KistEntryChoice *choice)
{
  KistEntryRow *self = g_object_new (KIST_TYPE_ENTRY_ROW, NULL);

  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kist_entry_row_show:
 * @self: a row
 * @services: the services
 * @entry: the entry to show
 */
void
kist_entry_row_show (KistEntryRow *self, KistServices *services, KistEntry *entry)
{
  g_autofree char *excerpt = kist_entry_dup_excerpt (entry, EXCERPT_CHARACTERS);

  set_entry (self, kist_entry_get_id (entry), kist_entry_get_title (entry));
  gtk_label_set_text (self->title, *kist_entry_get_title (entry) ? kist_entry_get_title (entry) : _ ("Untitled"));
  gtk_label_set_text (self->excerpt, excerpt);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), *excerpt != '\0');
  show_detail (self, services, entry);
}

/**
 * kist_entry_row_show_hit:
 * @self: a row that shows nothing but hits
 * @services: the services
 * @hit: an entry that was found
 *
 * Shows what was found, all of it and with the words that were looked for in bold.
 */
void
kist_entry_row_show_hit (KistEntryRow *self, KistServices *services, KistHit *hit)
{
  KistEntry         *entry = kist_journal_lookup (kist_services_get_journal (services), kist_hit_get_entry (hit));
  const KistSnippet *title = kist_hit_get_title (hit);
  const KistSnippet *text = kist_hit_get_text (hit);

  set_entry (self, kist_hit_get_entry (hit), title->text);
  show_snippet (self->title, title, new_underline);
  if (!*title->text)
    gtk_label_set_text (self->title, _ ("Untitled"));
  show_snippet (self->excerpt, text, new_bold);
  gtk_label_set_ellipsize (self->excerpt, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_lines (self->excerpt, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), *text->text != '\0');
  /* It may have been deleted while it was searched for. */
  gtk_widget_set_visible (GTK_WIDGET (self->detail), entry != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), FALSE);
  if (entry)
    show_detail (self, services, entry);
}
