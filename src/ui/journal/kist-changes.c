#include "kist-config.h"

#include "kist-changes.h"

#include <glib/gi18n.h>

/* A screen reader says the first of them; the text itself has them all. */
#define MOST_SPOKEN 30

/* libadwaita's success and error colours as they are for text, light and dark: they can be read on the dialog's ground
 * (https://gnome.pages.gitlab.gnome.org/libadwaita/doc/1.7/css-variables.html). */
#define ADDED_LIGHT "#007c3d"
#define ADDED_DARK "#78e9ab"
#define REMOVED_LIGHT "#c30000"
#define REMOVED_DARK "#ff938c"

static const char *
text_of (const KistChanges *self, const KistTextPart *part)
{
  return (part->change == KIST_CHANGE_REMOVED ? self->old_text : self->new_text) + part->start;
}

/**
 * kist_changes_new:
 * @old_text: the text before
 * @new_text: the text after
 *
 * Any thread; see kist_text_difference_new() for how long it takes.
 *
 * Returns: (transfer full): what changed
 */
KistChanges *
kist_changes_new (const char *old_text, const char *new_text)
{
  KistChanges *self;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);

  self = g_new0 (KistChanges, 1);
  self->old_text = g_strdup (old_text);
  self->new_text = g_strdup (new_text);
  self->parts = kist_text_difference_new (old_text, new_text);
  self->n_added = kist_text_difference_count_words (self->parts, KIST_CHANGE_ADDED, old_text, new_text);
  self->n_removed = kist_text_difference_count_words (self->parts, KIST_CHANGE_REMOVED, old_text, new_text);
  return self;
}

/**
 * kist_changes_free:
 * @self: (transfer full) (nullable): changes
 */
void
kist_changes_free (KistChanges *self)
{
  if (!self)
    return;
  g_array_unref (self->parts);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/**
 * kist_changes_dup_summary:
 * @self: changes
 *
 * Returns: (transfer full): how much changed, in words of the text: "+34 words, −5"
 */
char *
kist_changes_dup_summary (const KistChanges *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_added > 0 && self->n_removed > 0)
    /* Translators: how many words were added and how many taken away since the version before */
    return g_strdup_printf (ngettext ("+%u word, −%u", "+%u words, −%u", self->n_added), self->n_added,
                            self->n_removed);
  if (self->n_added > 0)
    return g_strdup_printf (ngettext ("+%u word", "+%u words", self->n_added), self->n_added);
  if (self->n_removed > 0)
    return g_strdup_printf (ngettext ("−%u word", "−%u words", self->n_removed), self->n_removed);
  return g_strdup (_ ("No word changed"));
}

/**
 * kist_changes_dup_spoken:
 * @self: changes
 *
 * Returns: (transfer full): the first of the changes, a line for each, for who cannot see them
 */
char *
kist_changes_dup_spoken (const KistChanges *self)
{
  GString *spoken;
  unsigned n_spoken = 0;

  g_return_val_if_fail (self != NULL, NULL);

  spoken = g_string_new (NULL);
  for (unsigned i = 0; i < self->parts->len && n_spoken < MOST_SPOKEN; i++)
    {
      const KistTextPart *part = &g_array_index (self->parts, KistTextPart, i);
      g_autofree char    *words = g_strstrip (g_strndup (text_of (self, part), part->length));

      if (part->change == KIST_CHANGE_NONE || !*words)
        continue;
      if (n_spoken++ > 0)
        g_string_append_c (spoken, '\n');
      g_string_append_printf (
          spoken, part->change == KIST_CHANGE_ADDED ? _ ("Added: %s") : C_ ("of a text", "Removed: %s"), words);
    }
  return g_string_free (spoken, FALSE);
}

/**
 * kist_changes_dup_text:
 * @self: changes
 *
 * Returns: (transfer full): the text after, with what was taken away where it was
 */
char *
kist_changes_dup_text (const KistChanges *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (unsigned i = 0; i < self->parts->len; i++)
    {
      const KistTextPart *part = &g_array_index (self->parts, KistTextPart, i);

      g_string_append_len (text, text_of (self, part), (gssize)part->length);
    }
  return g_string_free (text, FALSE);
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize length)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)(start + length);
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttribute *
create_colour (KistChange change, gboolean is_dark)
{
  const char *added = is_dark ? ADDED_DARK : ADDED_LIGHT;
  const char *removed = is_dark ? REMOVED_DARK : REMOVED_LIGHT;
  PangoColor  colour;

  pango_color_parse (&colour, change == KIST_CHANGE_ADDED ? added : removed);
  return pango_attr_foreground_new (colour.red, colour.green, colour.blue);
}

/**
 * kist_changes_create_attributes:
 * @self: changes
 * @is_dark: whether the ground is dark
 *
 * Returns: (transfer full): what the text of kist_changes_dup_text() is to look like: never told apart by colour alone
 */
PangoAttrList *
kist_changes_create_attributes (const KistChanges *self, gboolean is_dark)
{
  PangoAttrList *attributes;
  gsize          start = 0;

  g_return_val_if_fail (self != NULL, NULL);

  attributes = pango_attr_list_new ();
  for (unsigned i = 0; i < self->parts->len; i++)
    {
      const KistTextPart *part = &g_array_index (self->parts, KistTextPart, i);

      if (part->change != KIST_CHANGE_NONE)
        insert (attributes, create_colour (part->change, is_dark), start, part->length);
      if (part->change == KIST_CHANGE_ADDED)
        insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, part->length);
      else if (part->change == KIST_CHANGE_REMOVED)
        insert (attributes, pango_attr_strikethrough_new (TRUE), start, part->length);
      start += part->length;
    }
  return attributes;
}
