/* Views of documents to try, and what is in them. */
#pragma once

#include "content/kist-markdown.h"
#include "harness.h"
#include "ui/widgets/kist-document-view.h"

static inline GtkWidget *
new_view (const char *markdown)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);

  g_assert_nonnull (document);
  return g_object_new (KIST_TYPE_DOCUMENT_VIEW, "document", document, NULL);
}

static inline GtkWidget *
show_scrolled (GtkWidget *view, int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new ("A title that the page puts above the text");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return harness_show (scrolled, width, height);
}

static inline GtkWidget *
get_block (GtkWidget *view, guint index)
{
  GtkWidget *block = gtk_widget_get_first_child (view);

  while (index-- > 0)
    block = gtk_widget_get_next_sibling (block);
  return block;
}

static inline GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = harness_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return labels->pdata[i];
  g_error ("there is no label '%s'", text);
}
