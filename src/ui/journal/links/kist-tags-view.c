#include "kist-config.h"

#include "kist-tags-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "journal/kist-tag.h"
#include "ui/journal/links/kist-tag-chips.h"
#include "ui/journal/links/kist-tag-index.h"

/* More are found by typing a letter. */
#define MOST_SUGGESTIONS 6

struct _KistTagsView
{
  AdwBin parent_instance;

  char     **tags; /* (owned): of the entry */
  GPtrArray *used; /* (element-type KistTagUse) (owned) (nullable): in the whole journal; %NULL until set up */

  KistTagChips *chips;
  GtkEditable  *entry;
  GtkLabel     *refused;
  AdwWrapBox   *suggestions;
};

G_DEFINE_FINAL_TYPE (KistTagsView, kist_tags_view, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static gboolean
has_key (KistTagsView *self, const char *key)
{
  for (char **tag = self->tags; *tag; tag++)
    {
      g_autofree char *own = kist_tag_dup_key (*tag);

      if (g_str_equal (own, key))
        return TRUE;
    }
  return FALSE;
}

static void
add_suggestion (KistTagsView *self, const char *tag)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (tag);
  /* Translators: %s is a tag of other entries */
  g_autofree char *name = g_strdup_printf (_ ("Add the tag %s"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "kist-suggestion");
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tag);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tags.add");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_wrap_box_append (self->suggestions, button);
}

/* The first that begin, or have a word that begins, with what is typed. */
static gboolean
fits (const KistTagUse *use, const char *typed)
{
  const char *at = use->key;

  while ((at = strstr (at, typed)))
    {
      if (at == use->key || at[-1] == ' ' || at[-1] == '-')
        return TRUE;
      at = g_utf8_next_char (at);
    }
  return FALSE;
}

static void
show_suggestions (KistTagsView *self)
{
  g_autofree char *clean = kist_tag_dup_clean (gtk_editable_get_text (self->entry));
  g_autofree char *typed = kist_tag_dup_key (clean ? clean : "");
  unsigned         n = 0;
  GtkWidget       *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))))
    adw_wrap_box_remove (self->suggestions, child);
  for (unsigned i = 0; self->used && i < self->used->len && n < MOST_SUGGESTIONS; i++)
    {
      const KistTagUse *use = g_ptr_array_index (self->used, i);

      if ((*typed && !fits (use, typed)) || has_key (self, use->key))
        continue;
      add_suggestion (self, use->tag);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), n > 0);
}

static void
show (KistTagsView *self)
{
  kist_tag_chips_show (self->chips, (const char *const *)self->tags, "win.show-tag", TRUE);
  show_suggestions (self);
}

static void
take (KistTagsView *self, char **tags)
{
  g_strfreev (self->tags);
  self->tags = tags;
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* As it is written elsewhere already. */
static const char *
find_spelling (KistTagsView *self, const char *text)
{
  g_autofree char *clean = kist_tag_dup_clean (text);
  g_autofree char *key = clean ? kist_tag_dup_key (clean) : NULL;

  for (unsigned i = 0; key && i < self->used->len; i++)
    if (g_str_equal (((const KistTagUse *)g_ptr_array_index (self->used, i))->key, key))
      return ((const KistTagUse *)g_ptr_array_index (self->used, i))->tag;
  return text;
}

static void
refuse (KistTagsView *self, const char *said)
{
  gtk_label_set_text (self->refused, said ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused), said != NULL);
}

/* Returns: whether it is a tag of the entry now. */
static gboolean
add (KistTagsView *self, const char *text)
{
  char           **tags = kist_tags_with ((const char *const *)self->tags, find_spelling (self, text));
  g_autofree char *clean = kist_tag_dup_clean (text);
  g_autofree char *key = clean ? kist_tag_dup_key (clean) : NULL;
  g_autofree char *said = NULL;

  if (tags)
    take (self, tags);
  if (tags || (key && has_key (self, key)))
    return TRUE;
  said = clean ? g_strdup_printf (_ ("An entry has up to %d tags."), KIST_TAG_MAX)
               : g_strdup_printf (_ ("A tag has up to %d characters."), KIST_TAG_MAX_CHARACTERS);
  refuse (self, said);
  return FALSE;
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistTagsView *self = KIST_TAGS_VIEW (widget);

  /* The button goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (add (self, g_variant_get_string (parameter, NULL)))
    gtk_editable_set_text (self->entry, "");
}

/* Several may be typed or pasted with commas between them; what is refused stays to be seen. */
static void
activate_cb (KistTagsView *self)
{
  g_auto (GStrv) texts = g_strsplit (gtk_editable_get_text (self->entry), ",", -1);

  for (unsigned i = 0; texts[i]; i++)
    if (*g_strstrip (texts[i]) && !add (self, texts[i]))
      return;
  gtk_editable_set_text (self->entry, "");
}

static void
typed_cb (KistTagsView *self)
{
  refuse (self, NULL);
  show_suggestions (self);
}

static void
remove_cb (KistTagsView *self, const char *tag)
{
  char **tags = kist_tags_without ((const char *const *)self->tags, tag);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  take (self, tags);
}

static void
kist_tags_view_dispose (GObject *object)
{
  KistTagsView *self = KIST_TAGS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_TAGS_VIEW);
  g_clear_pointer (&self->used, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_tags_view_parent_class)->dispose (object);
}

static void
kist_tags_view_finalize (GObject *object)
{
  g_strfreev (KIST_TAGS_VIEW (object)->tags);
  G_OBJECT_CLASS (kist_tags_view_parent_class)->finalize (object);
}

static void
kist_tags_view_class_init (KistTagsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_tags_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kist_tags_view_finalize;

  /**
   * KistTagsView::changed:
   *
   * The person added a tag or took one away.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_TAGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KIST_TYPE_TAG_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/links/kist-tags-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistTagsView, chips);
  gtk_widget_class_bind_template_child (widget_class, KistTagsView, entry);
  gtk_widget_class_bind_template_child (widget_class, KistTagsView, refused);
  gtk_widget_class_bind_template_child (widget_class, KistTagsView, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_install_action (widget_class, "tags.add", "s", add_action);
}

static void
kist_tags_view_init (KistTagsView *self)
{
  self->tags = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_tags_view_set_up:
 * @self: a view
 * @journal: where tags were used before
 * @entry: the entry whose tags these are
 */
void
kist_tags_view_set_up (KistTagsView *self, KistJournal *journal, KistEntry *entry)
{
  g_return_if_fail (KIST_IS_TAGS_VIEW (self) && KIST_IS_JOURNAL (journal) && KIST_IS_ENTRY (entry));

  g_clear_pointer (&self->used, g_ptr_array_unref);
  self->used = kist_tag_index_of (kist_journal_get_entries (journal));
  g_strfreev (self->tags);
  self->tags = g_strdupv ((char **)kist_entry_get_tags (entry));
  show (self);
}

/**
 * kist_tags_view_get_tags:
 * @self: a view
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags as they are now
 */
const char *const *
kist_tags_view_get_tags (KistTagsView *self)
{
  g_return_val_if_fail (KIST_IS_TAGS_VIEW (self), NULL);

  return (const char *const *)self->tags;
}
