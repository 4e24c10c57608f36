#include "kist-document-place.h"

/* A match that has to be scrolled to comes to rest this far down the viewport: with some of what precedes it. */
#define REVEAL_AT 0.3

struct _KistDocumentPlace
{
  GObject parent_instance;

  GtkWidget    *view;       /* owns this object */
  GPtrArray    *blocks;     /* (owned) (element-type GtkWidget) */
  GSignalGroup *adjustment; /* (owned) of the scrolled window, while a place is held */
  GSignalGroup *clock;      /* (owned) of the window, while its layout is to be followed by scrolling */

  gboolean is_held;
  guint    block;
  double   fraction;
  double   value; /* where the adjustment was put */
};

G_DEFINE_FINAL_TYPE (KistDocumentPlace, kist_document_place, G_TYPE_OBJECT)

static GtkScrolledWindow *
get_scrolled (GtkWidget *view)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW));
}

/* What moves when one scrolls: heights are measured in it, so that they do not depend on where it stands now. */
static GtkWidget *
get_content (GtkWidget *view)
{
  GtkScrolledWindow *scrolled = get_scrolled (view);
  GtkWidget         *child = scrolled != NULL ? gtk_scrolled_window_get_child (scrolled) : NULL;

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : NULL;
}

static gboolean
get_extent (GtkWidget *view, GtkWidget *widget, double *top, double *height)
{
  GtkWidget      *content = get_content (view);
  graphene_rect_t bounds;

  if (content == NULL || gtk_widget_get_height (content) == 0 || !gtk_widget_compute_bounds (widget, content, &bounds))
    return FALSE;
  *top = bounds.origin.y;
  *height = bounds.size.height;
  return *height > 0;
}

static GtkAdjustment *
get_adjustment (GtkWidget *view)
{
  GtkScrolledWindow *scrolled = get_scrolled (view);

  return scrolled != NULL ? gtk_scrolled_window_get_vadjustment (scrolled) : NULL;
}

static void
scroll (KistDocumentPlace *self)
{
  GtkAdjustment *adjustment = get_adjustment (self->view);
  double         top, height, end;

  if (adjustment == NULL || self->blocks->len == 0)
    return;
  if (!get_extent (self->view, g_ptr_array_index (self->blocks, MIN (self->block, self->blocks->len - 1)), &top,
                   &height))
    return;
  if (self->block == 0 && self->fraction <= 0)
    top = gtk_adjustment_get_lower (adjustment);
  end = MAX (0, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  self->value = MIN (top + height * self->fraction, end); /* first, so that this change is not taken for the reader's */
  gtk_adjustment_set_value (adjustment, self->value);
}

/* In the middle of a layout it is too late to move what is being laid out. After it, within the same frame, GTK lays
 * out once more before it paints, so that nobody sees the text jump. */
static void
changed_cb (KistDocumentPlace *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->view);

  if (!self->is_held || clock == NULL)
    return;
  g_signal_group_set_target (self->clock, clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
layout_cb (KistDocumentPlace *self)
{
  g_signal_group_set_target (self->clock, NULL);
  kist_document_place_restore (self);
}

static void
value_changed_cb (KistDocumentPlace *self, GtkAdjustment *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  /* Less than a pixel is rounding, and what is beyond the end was moved by a shorter layout; all else is the reader. */
  if (self->value <= end && ABS (gtk_adjustment_get_value (adjustment) - self->value) >= 1)
    self->is_held = FALSE;
}

static void
finalize (GObject *object)
{
  KistDocumentPlace *self = KIST_DOCUMENT_PLACE (object);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (kist_document_place_parent_class)->finalize (object);
}

static void
kist_document_place_class_init (KistDocumentPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
kist_document_place_init (KistDocumentPlace *self)
{
  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  self->clock = g_signal_group_new (GDK_TYPE_FRAME_CLOCK);
  g_signal_group_connect_data (self->clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                               G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/**
 * kist_document_place_new:
 * @view: the document's view, which will own what is returned
 * @blocks: (element-type GtkWidget): its blocks, from top to bottom, filled and emptied by the view
 *
 * Returns: (transfer full): a place that is not held
 */
KistDocumentPlace *
kist_document_place_new (GtkWidget *view, GPtrArray *blocks)
{
  KistDocumentPlace *self = g_object_new (KIST_TYPE_DOCUMENT_PLACE, NULL);

  self->view = view;
  self->blocks = g_ptr_array_ref (blocks);
  return self;
}

/**
 * kist_document_place_read:
 * @self: a place
 * @block: (out): the index of the block at the top of the viewport
 * @fraction: (out): how much of it is above the top, 0 to 1
 *
 * The start of what is scrolled, with whatever the page shows above the text, is block 0 and fraction 0.
 *
 * Returns: %FALSE when nothing is laid out yet
 */
gboolean
kist_document_place_read (KistDocumentPlace *self, guint *block, double *fraction)
{
  GtkAdjustment *adjustment = get_adjustment (self->view);
  gboolean       found = FALSE;

  *block = 0;
  *fraction = 0;
  for (guint i = 0; adjustment != NULL && i < self->blocks->len; i++)
    {
      double top, height, passed;

      if (!get_extent (self->view, g_ptr_array_index (self->blocks, i), &top, &height))
        continue;
      passed = gtk_adjustment_get_value (adjustment) - top;
      if (found && passed < 0)
        break;
      found = TRUE;
      *block = i;
      *fraction = CLAMP (passed / height, 0, 1);
    }
  return found;
}

/**
 * kist_document_place_hold:
 * @self: a place
 * @block: an index; one that is too large is the last
 * @fraction: how much of it to put above the top, 0 to 1
 *
 * Scrolls there, now or as soon as it is laid out, and again whenever the layout changes, until the reader scrolls.
 */
void
kist_document_place_hold (KistDocumentPlace *self, guint block, double fraction)
{
  self->is_held = TRUE;
  self->block = block;
  self->fraction = CLAMP (fraction, 0, 1);
  kist_document_place_restore (self);
}

/**
 * kist_document_place_release:
 * @self: a place
 *
 * Holds nothing any more.
 */
void
kist_document_place_release (KistDocumentPlace *self)
{
  self->is_held = FALSE;
  g_signal_group_set_target (self->adjustment, NULL);
  g_signal_group_set_target (self->clock, NULL);
}

/**
 * kist_document_place_restore:
 * @self: a place
 *
 * Goes back to the place that is held, if any; for when the view comes into a scrolled window.
 */
void
kist_document_place_restore (KistDocumentPlace *self)
{
  GtkAdjustment *adjustment = get_adjustment (self->view);
  g_autoptr (GObject) target = g_signal_group_dup_target (self->adjustment);

  if (!self->is_held)
    return;
  if (target != (gpointer)adjustment)
    g_signal_group_set_target (self->adjustment, adjustment);
  scroll (self);
}

/**
 * kist_document_place_first_text:
 * @self: a place
 * @texts: (element-type GtkWidget): the labels in the view, in reading order
 *
 * Returns: the index of the first that begins in or below the viewport; the last when all are above; 0 when nothing
 * scrolls or nothing is laid out yet
 */
guint
kist_document_place_first_text (KistDocumentPlace *self, GPtrArray *texts)
{
  GtkAdjustment *adjustment = get_adjustment (self->view);
  double         top, height;
  gboolean       is_laid_out = FALSE;

  for (guint i = 0; adjustment != NULL && i < texts->len; i++)
    {
      if (!get_extent (self->view, g_ptr_array_index (texts, i), &top, &height))
        continue;
      is_laid_out = is_laid_out || height > 0;
      if (top >= gtk_adjustment_get_value (adjustment) && height > 0)
        return i;
    }
  return is_laid_out && texts->len > 0 ? texts->len - 1 : 0;
}

/**
 * kist_document_place_reveal:
 * @self: a place
 * @label: a label in the view
 * @byte: an index into the label's text
 *
 * Releases the place, and scrolls until the line with @byte is in the viewport; does not move when it is.
 */
void
kist_document_place_reveal (KistDocumentPlace *self, GtkLabel *label, guint byte)
{
  GtkAdjustment *adjustment = get_adjustment (self->view);
  double         top, height, value, page;
  PangoRectangle line;
  int            layout_y;

  self->is_held = FALSE;
  if (adjustment == NULL || !get_extent (self->view, GTK_WIDGET (label), &top, &height))
    return;

  gtk_label_get_layout_offsets (label, NULL, &layout_y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), (int)byte, &line);
  pango_extents_to_pixels (&line, NULL);
  top += layout_y + line.y;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (top < value || top + line.height > value + page)
    gtk_adjustment_set_value (adjustment, top - page * REVEAL_AT);
}
