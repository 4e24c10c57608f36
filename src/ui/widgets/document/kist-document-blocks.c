#include "kist-document-blocks.h"

#include <glib/gi18n.h>

#include "kist-document-box.h"
#include "kist-document-image.h"
#include "kist-document-table.h"
#include "kist-markup.h"

#define BLOCK_SPACING 12
#define ITEM_SPACING 6

static void
append_children (GtkWidget *box, const KistBlock *block, const char *folder, KistDocumentParts *parts)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      GtkWidget *child = kist_document_blocks_build (g_ptr_array_index (block->children, i), folder, parts);

      if (child != NULL)
        kist_document_box_append (KIST_DOCUMENT_BOX (box), child);
    }
}

static GtkWidget *
build_heading (const KistBlock *block, KistDocumentParts *parts)
{
  static const char *const classes[] = { "title-2", "title-3", "title-4" };
  unsigned                 level = CLAMP (block->level, 1, 6);
  const char              *css_class = level <= G_N_ELEMENTS (classes) ? classes[level - 1] : "heading";
  GtkWidget               *label = kist_document_text_new (parts, block->spans, GTK_ACCESSIBLE_ROLE_HEADING, css_class);

  gtk_widget_add_css_class (label, "kist-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int)level, -1);
  return label;
}

static GtkWidget *
build_marker (const KistBlock *list, guint index, KistDocumentParts *parts)
{
  const KistBlock *item = g_ptr_array_index (list->children, index);
  g_autofree char *number = NULL;
  GtkWidget       *marker;

  if (item->task != KIST_TASK_NONE)
    {
      gboolean done = item->task == KIST_TASK_DONE;

      marker = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "icon-name",
                             done ? "checkbox-checked-symbolic" : "checkbox-symbolic", "valign", GTK_ALIGN_START, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      done ? _ ("Done") : _ ("To do"), -1);
      return marker;
    }

  number = g_strdup_printf ("%u.", list->start + index);
  marker = gtk_label_new (list->is_ordered ? number : "•");
  if (list->is_ordered)
    gtk_label_set_width_chars (GTK_LABEL (marker), list->start + list->children->len > 10 ? 3 : 2);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (marker), 1.0);
  gtk_label_set_yalign (GTK_LABEL (marker), 0.0);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_add_css_class (marker, "kist-marker");
  gtk_widget_add_css_class (marker, "numeric");
  g_ptr_array_add (parts->markers, marker);
  return marker;
}

static GtkWidget *
build_list (const KistBlock *block, const char *folder, KistDocumentParts *parts)
{
  GtkWidget *list =
      kist_document_box_new (GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, ITEM_SPACING, "kist-list");

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      GtkWidget *item =
          kist_document_box_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_HORIZONTAL, 8, "kist-item");
      GtkWidget *body =
          kist_document_box_new (GTK_ACCESSIBLE_ROLE_GENERIC, GTK_ORIENTATION_VERTICAL, ITEM_SPACING, "kist-body");
      GtkWidget *marker = build_marker (block, i, parts);

      kist_document_box_append (KIST_DOCUMENT_BOX (item), marker);
      append_children (body, g_ptr_array_index (block->children, i), folder, parts);
      kist_document_box_append (KIST_DOCUMENT_BOX (item), body);
      kist_document_box_append (KIST_DOCUMENT_BOX (list), item);
    }
  return list;
}

static GtkWidget *
build_table (const KistBlock *block, KistDocumentParts *parts)
{
  return kist_document_table_new (block, parts);
}

static GtkWidget *
build_quote (const KistBlock *block, const char *folder, KistDocumentParts *parts)
{
  GtkWidget *quote =
      kist_document_box_new (GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE, GTK_ORIENTATION_VERTICAL, BLOCK_SPACING, "kist-quote");

  append_children (quote, block, folder, parts);
  return quote;
}

static GtkWidget *
build_code (const KistBlock *block, KistDocumentParts *parts)
{
  GtkWidget *label = kist_document_text_new (parts, block->spans, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "monospace");

  gtk_widget_add_css_class (label, "kist-code");
  return label;
}

static GtkWidget *
build_image (const KistBlock *block, const char *folder)
{
  g_autofree char *alternative = kist_block_to_text (block);
  g_autofree char *path = block->target != NULL ? kist_markup_dup_path (folder, block->target) : NULL;

  return kist_document_image_new (path, alternative);
}

static GtkWidget *
build_loose (const KistBlock *block, const char *folder, KistDocumentParts *parts)
{
  GtkWidget *box =
      kist_document_box_new (GTK_ACCESSIBLE_ROLE_GENERIC, GTK_ORIENTATION_VERTICAL, BLOCK_SPACING, "kist-body");

  append_children (box, block, folder, parts);
  return box;
}

/**
 * kist_document_blocks_build:
 * @block: what to show
 * @folder: (nullable): the folder of the text's file, which pictures are found from
 * @parts: where its labels and links are added
 *
 * Returns: (transfer floating): the widget of @block with all that is inside it
 */
GtkWidget *
kist_document_blocks_build (const KistBlock *block, const char *folder, KistDocumentParts *parts)
{
  g_return_val_if_fail (block != NULL, NULL);

  switch (block->kind)
    {
    case KIST_BLOCK_HEADING:
      return build_heading (block, parts);
    case KIST_BLOCK_PARAGRAPH:
      return kist_document_text_new (parts, block->spans, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "kist-paragraph");
    case KIST_BLOCK_LIST:
      return build_list (block, folder, parts);
    case KIST_BLOCK_QUOTE:
      return build_quote (block, folder, parts);
    case KIST_BLOCK_CODE:
      return build_code (block, parts);
    case KIST_BLOCK_TABLE:
      return build_table (block, parts);
    case KIST_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case KIST_BLOCK_IMAGE:
      return build_image (block, folder);
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_ROW:
    case KIST_BLOCK_CELL:
    default: /* never alone in a document that the parser made */
      return build_loose (block, folder, parts);
    }
}
