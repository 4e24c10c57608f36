#include "kist-document-focus.h"

static int
find_focused (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (texts, i)))
      return (int)i;
  return -1;
}

/* Where in its text a label's caret is; before the start, when the label has just been come to and is selected whole.
 */
static int
get_caret (GtkLabel *label)
{
  int start, end;

  return gtk_label_get_selection_bounds (label, &start, &end) ? -1 : start;
}

static gboolean
focus_text (KistDocumentParts *parts, int index)
{
  return index >= 0 && index < (int)parts->texts->len &&
         gtk_widget_grab_focus (g_ptr_array_index (parts->texts, (guint)index));
}

/* With a caret at a place and nothing selected: a label would stop at its links by itself if it were not selected as a
 * whole when it gets the focus; and a page that opens with the focus here should not open with a text selected. */
static gboolean
focus_place (KistDocumentParts *parts, guint text, int start)
{
  if (!focus_text (parts, (int)text))
    return FALSE;
  gtk_label_select_region (g_ptr_array_index (parts->texts, text), start, start);
  return TRUE;
}

static gboolean
focus_next_link (KistDocumentParts *parts, int from, int caret)
{
  for (guint i = 0; i < parts->links->len; i++)
    {
      const KistLink *link = &g_array_index (parts->links, KistLink, i);

      if ((int)link->text > from || ((int)link->text == from && link->start > caret))
        return focus_place (parts, link->text, link->start);
    }
  return FALSE;
}

static gboolean
focus_previous_link (KistDocumentParts *parts, int from, int caret)
{
  for (guint i = parts->links->len; i > 0; i--)
    {
      const KistLink *link = &g_array_index (parts->links, KistLink, i - 1);

      if ((int)link->text < from || ((int)link->text == from && link->start < caret))
        return focus_place (parts, link->text, link->start);
    }
  return FALSE;
}

/**
 * kist_document_focus_move:
 * @parts: the labels and links
 * @entry: the index of the label that a reader comes to first from outside
 * @direction: where to
 *
 * Moves the focus. Down and Up go to the next text and the one before, and select it; Tab goes from link to link, and
 * first to @entry when it comes from above.
 *
 * Returns: %FALSE when there is nothing more in that direction, so that the focus leaves
 */
gboolean
kist_document_focus_move (KistDocumentParts *parts, guint entry, GtkDirectionType direction)
{
  int from = find_focused (parts->texts);
  int caret = from >= 0 ? get_caret (g_ptr_array_index (parts->texts, (guint)from)) : 0;

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return from < 0 ? focus_place (parts, entry, 0) : focus_next_link (parts, from, caret);
    case GTK_DIR_TAB_BACKWARD:
      if (from >= 0)
        return focus_previous_link (parts, from, caret);
      return focus_previous_link (parts, (int)parts->texts->len, 0) || focus_place (parts, entry, 0);
    case GTK_DIR_DOWN:
      return focus_text (parts, from < 0 ? (int)entry : from + 1);
    case GTK_DIR_UP:
      return focus_text (parts, from < 0 ? (int)parts->texts->len - 1 : from - 1);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
    default:
      return FALSE;
    }
}
