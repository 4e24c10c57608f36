#include "kist-document-box.h"

#include "kist-document-layout.h"

struct _KistDocumentBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KistDocumentBox, kist_document_box, GTK_TYPE_WIDGET)

static void
kist_document_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kist_document_box_parent_class)->dispose (object);
}

static void
kist_document_box_class_init (KistDocumentBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_document_box_dispose;
}

static void
kist_document_box_init (KistDocumentBox *self)
{
}

/**
 * kist_document_box_new:
 * @role: what it is to a screen reader
 * @orientation: vertical for blocks below each other, horizontal for a marker and the one widget beside it
 * @spacing: pixels between them
 * @css_class: what the style calls it
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
kist_document_box_new (GtkAccessibleRole role, GtkOrientation orientation, int spacing, const char *css_class)
{
  GtkWidget *self = g_object_new (KIST_TYPE_DOCUMENT_BOX, "accessible-role", role, NULL);

  gtk_widget_set_layout_manager (self, kist_document_layout_new (orientation, spacing));
  gtk_widget_add_css_class (self, css_class);
  return self;
}

/**
 * kist_document_box_append:
 * @self: a box
 * @child: (transfer floating): what comes last in it
 */
void
kist_document_box_append (KistDocumentBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
