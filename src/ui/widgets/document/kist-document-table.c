#include "kist-document-table.h"

/* A column is never made narrower than this many characters to fit, nor wider than it is comfortable to read. */
#define MIN_COLUMN_CHARS 10
#define MAX_COLUMN_CHARS 32

#define MIN_WIDTH 120

struct _KistDocumentTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled; /* (owned) as a child */
  GtkWidget *grid;     /* inside it */
};

G_DEFINE_FINAL_TYPE (KistDocumentTable, kist_document_table, GTK_TYPE_WIDGET)

static GtkWidget *
new_cell (const KistBlock *cell, gboolean is_header, gboolean is_last, KistDocumentParts *parts)
{
  GtkAccessibleRole role = is_header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL;
  GtkWidget        *label = kist_document_text_new (parts, cell->spans, role, "kist-cell");
  int               length = (int)g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1);

  gtk_label_set_width_chars (GTK_LABEL (label), MIN (length, MIN_COLUMN_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MIN (length, MAX_COLUMN_CHARS));
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  if (is_header)
    gtk_widget_add_css_class (label, "heading");
  if (is_last)
    gtk_widget_add_css_class (label, "kist-last-row");
  return label;
}

static void
fill_row (GtkGrid *grid, const KistBlock *row, int y, gboolean is_last, KistDocumentParts *parts)
{
  for (guint x = 0; row->children != NULL && x < row->children->len; x++)
    {
      GtkWidget *cell = new_cell (g_ptr_array_index (row->children, x), y == 0, is_last, parts);
      GtkWidget *header = gtk_grid_get_child_at (grid, (int)x, 0);

      gtk_grid_attach (grid, cell, (int)x, y, 1, 1);
      if (header != NULL)
        gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, header, NULL, -1);
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size,
         int           *minimum,
         int           *natural,
         int           *minimum_baseline,
         int           *natural_baseline)
{
  KistDocumentTable *self = KIST_DOCUMENT_TABLE (widget);
  int                narrowest, comfortable;

  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, &comfortable, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (narrowest, MIN_WIDTH);
      *natural = comfortable;
      return;
    }
  gtk_widget_measure (self->grid, GTK_ORIENTATION_VERTICAL, for_size < 0 ? comfortable : MAX (for_size, narrowest),
                      NULL, natural, NULL, NULL);
  *minimum = *natural;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (KIST_DOCUMENT_TABLE (widget)->scrolled, width, height, baseline, NULL);
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&KIST_DOCUMENT_TABLE (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (kist_document_table_parent_class)->dispose (object);
}

static void
kist_document_table_class_init (KistDocumentTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}

/* A wheel or a finger that goes up or down over the table scrolls the page that it is on. GtkScrolledWindow takes such
 * events for itself wherever it could scroll up and down, even when, as here, it never has to. */
static void
leave_vertical_scrolling (GtkWidget *scrolled)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL |
                                                   GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
    }
}

static void
kist_document_table_init (KistDocumentTable *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (self->grid, "kist-table");
  gtk_widget_set_overflow (self->grid, GTK_OVERFLOW_HIDDEN);

  /* External, because this widget gives it the height that it needs, and never would it scroll up and down. */
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
  leave_vertical_scrolling (self->scrolled);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * kist_document_table_new:
 * @block: a table; its first row is the header
 * @parts: where the cells and their links are added
 *
 * Returns: (transfer floating): a widget of @block
 */
GtkWidget *
kist_document_table_new (const KistBlock *block, KistDocumentParts *parts)
{
  KistDocumentTable *self;

  g_return_val_if_fail (block != NULL && block->kind == KIST_BLOCK_TABLE, NULL);

  self = g_object_new (KIST_TYPE_DOCUMENT_TABLE, NULL);
  for (guint y = 0; block->children != NULL && y < block->children->len; y++)
    fill_row (GTK_GRID (self->grid), g_ptr_array_index (block->children, y), (int)y, y + 1 == block->children->len,
              parts);
  return GTK_WIDGET (self);
}
