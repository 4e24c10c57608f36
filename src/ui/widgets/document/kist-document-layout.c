#include "kist-document-layout.h"

/* What it asks for when it may have what it likes: a readable line. Pages clamp it and give it what there is. */
#define NATURAL_WIDTH 480
/* Wider than any letter of a heading at four times its size, which is the narrowest that a text can be. */
#define TEXT_WIDTH 96

struct _KistDocumentLayout
{
  GtkLayoutManager parent_instance;

  GtkOrientation orientation; /* horizontal: a marker and one widget beside it */
  int            spacing;
};

G_DEFINE_FINAL_TYPE (KistDocumentLayout, kist_document_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, height;

  /* The natural height of a text is all of it; its minimum is the same for what neither scrolls nor is cut short. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &height, NULL, NULL);
  return MAX (minimum, height);
}

static int
measure_marker (GtkWidget *marker)
{
  int width;

  gtk_widget_measure (marker, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A text wraps anywhere; a table, a picture and what holds one are not. */
static int
measure_minimum (GtkWidget *child)
{
  int width = TEXT_WIDTH;

  if (!GTK_IS_LABEL (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static int
minimum_width (KistDocumentLayout *self, GtkWidget *widget)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int        width = 0;

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    return measure_marker (child) + self->spacing + measure_minimum (gtk_widget_get_next_sibling (child));
  for (; child; child = next_visible (gtk_widget_get_next_sibling (child)))
    width = MAX (width, measure_minimum (child));
  return width;
}

static int
column_height (KistDocumentLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int        height = 0;

  while (child)
    {
      height += measure_height (child, width);
      child = next_visible (gtk_widget_get_next_sibling (child));
      if (child)
        height += self->spacing;
    }
  return height;
}

static int
item_height (KistDocumentLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *marker = gtk_widget_get_first_child (widget);
  GtkWidget *body = gtk_widget_get_next_sibling (marker);
  int        taken = measure_marker (marker);

  return MAX (measure_height (marker, taken), measure_height (body, MAX (width - taken - self->spacing, 0)));
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *layout,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  KistDocumentLayout *self = KIST_DOCUMENT_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = minimum_width (self, widget);
      *natural = MAX (*minimum, NATURAL_WIDTH);
      return;
    }
  if (for_size < 0)
    for_size = MAX (minimum_width (self, widget), NATURAL_WIDTH);
  *minimum = *natural = self->orientation == GTK_ORIENTATION_VERTICAL ? column_height (self, widget, for_size)
                                                                      : item_height (self, widget, for_size);
}

static void
allocate_column (KistDocumentLayout *self, GtkWidget *widget, int width)
{
  int y = 0;

  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int height = measure_height (child, width);

      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, height }, -1);
      y += height + self->spacing;
    }
}

static void
allocate_item (KistDocumentLayout *self, GtkWidget *widget, int width, int height)
{
  GtkWidget *marker = gtk_widget_get_first_child (widget);
  GtkWidget *body = gtk_widget_get_next_sibling (marker);
  int        taken = measure_marker (marker);
  int        rest = MAX (width - taken - self->spacing, 0);
  gboolean   is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (marker, &(GtkAllocation){ is_rtl ? width - taken : 0, 0, taken, height }, -1);
  gtk_widget_size_allocate (body, &(GtkAllocation){ is_rtl ? 0 : taken + self->spacing, 0, rest, height }, -1);
}

static void
allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  KistDocumentLayout *self = KIST_DOCUMENT_LAYOUT (layout);

  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    allocate_column (self, widget, width);
  else
    allocate_item (self, widget, width, height);
}

static void
kist_document_layout_class_init (KistDocumentLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
kist_document_layout_init (KistDocumentLayout *self)
{
}

/**
 * kist_document_layout_new:
 * @orientation: vertical for blocks below each other, horizontal for a marker and the one widget beside it
 * @spacing: pixels between them
 *
 * Returns: (transfer full): a layout for one widget
 */
GtkLayoutManager *
kist_document_layout_new (GtkOrientation orientation, int spacing)
{
  KistDocumentLayout *self = g_object_new (KIST_TYPE_DOCUMENT_LAYOUT, NULL);

  self->orientation = orientation;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
