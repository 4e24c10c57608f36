#include "kist-document-view.h"

#include "document/kist-document-blocks.h"
#include "document/kist-document-find.h"
#include "document/kist-document-focus.h"
#include "document/kist-document-layout.h"
#include "document/kist-document-place.h"
#include "document/kist-document-text.h"

#define BLOCK_SPACING 12

struct _KistDocumentView
{
  GtkWidget parent_instance;

  KistDocument *document;    /* (owned) (nullable) */
  char         *base_folder; /* (owned) (nullable) */
  GMenuModel   *extra_menu;  /* (owned) (nullable) */
  double        zoom;

  GPtrArray         *blocks; /* (owned) (element-type GtkWidget): the children; owned as such */
  KistDocumentParts  parts;  /* (owned) what is inside the blocks */
  KistDocumentFind  *find;   /* (owned) */
  KistDocumentPlace *place;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistDocumentView, kist_document_view, GTK_TYPE_WIDGET)

enum
{
  PROP_DOCUMENT = 1,
  PROP_BASE_FOLDER,
  PROP_ZOOM,
  N_PROPERTIES
};

enum
{
  LINK_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static void
apply_zoom (KistDocumentView *self)
{
  kist_document_find_set_zoom (self->find, self->zoom);
  for (guint i = 0; i < self->parts.markers->len; i++)
    kist_document_text_decorate (g_ptr_array_index (self->parts.markers, i), self->zoom, NULL, 0, NULL);
}

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, KistDocumentView *self)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
  return TRUE; /* never GTK's own handler, which would open it without asking */
}

static void
rebuild (KistDocumentView *self)
{
  const KistBlock *root = self->document != NULL ? kist_document_get_root (self->document) : NULL;

  kist_document_place_release (self->place);
  kist_document_find_clear (self->find);
  g_ptr_array_set_size (self->parts.texts, 0);
  g_ptr_array_set_size (self->parts.markers, 0);
  g_array_set_size (self->parts.links, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->blocks, i));
  g_ptr_array_set_size (self->blocks, 0);

  for (guint i = 0; root != NULL && root->children != NULL && i < root->children->len; i++)
    {
      GtkWidget *block =
          kist_document_blocks_build (g_ptr_array_index (root->children, i), self->base_folder, &self->parts);

      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
  for (guint i = 0; i < self->parts.texts->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (self->parts.texts, i);

      g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_DEFAULT);
      gtk_label_set_extra_menu (label, self->extra_menu);
    }
  if (self->zoom != 1.0)
    apply_zoom (self);
}

static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  KistDocumentView *self = KIST_DOCUMENT_VIEW (widget);

  return kist_document_focus_move (&self->parts, kist_document_place_first_text (self->place, self->parts.texts),
                                   direction);
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kist_document_view_parent_class)->map (widget);
  kist_document_place_restore (KIST_DOCUMENT_VIEW (widget)->place);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  KistDocumentView *self = KIST_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_BASE_FOLDER:
      g_value_set_string (value, self->base_folder);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  KistDocumentView *self = KIST_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      kist_document_view_set_document (self, g_value_get_object (value));
      break;
    case PROP_BASE_FOLDER:
      kist_document_view_set_base_folder (self, g_value_get_string (value));
      break;
    case PROP_ZOOM:
      kist_document_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
dispose (GObject *object)
{
  KistDocumentView *self = KIST_DOCUMENT_VIEW (object);

  g_clear_object (&self->document);
  rebuild (self);
  g_clear_object (&self->extra_menu);
  G_OBJECT_CLASS (kist_document_view_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  KistDocumentView *self = KIST_DOCUMENT_VIEW (object);

  g_clear_pointer (&self->base_folder, g_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->parts.texts, g_ptr_array_unref);
  g_clear_pointer (&self->parts.markers, g_ptr_array_unref);
  g_clear_pointer (&self->parts.links, g_array_unref);
  g_clear_object (&self->find);
  g_clear_object (&self->place);
  G_OBJECT_CLASS (kist_document_view_parent_class)->finalize (object);
}

static void
kist_document_view_class_init (KistDocumentViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->focus = focus;
  widget_class->map = map;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, KIST_TYPE_DOCUMENT, flags);
  properties[PROP_BASE_FOLDER] = g_param_spec_string ("base-folder", NULL, NULL, NULL, flags);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, KIST_DOCUMENT_VIEW_MIN_ZOOM, KIST_DOCUMENT_VIEW_MAX_ZOOM, 1.0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * KistDocumentView::link-activated:
   * @uri: where the link goes, as its author wrote it: "https:…", "mailto:…", a path inside the pack, or "#id"
   *
   * The reader followed a link. Nothing has been opened: the page asks and opens, or shows the place.
   */
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "kist-document");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
kist_document_view_init (KistDocumentView *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), kist_document_layout_new (GTK_ORIENTATION_VERTICAL, BLOCK_SPACING));
  self->zoom = 1.0;
  self->blocks = g_ptr_array_new ();
  self->parts.texts = g_ptr_array_new ();
  self->parts.markers = g_ptr_array_new ();
  self->parts.links = g_array_new (FALSE, FALSE, sizeof (KistLink));
  self->find = kist_document_find_new (self->parts.texts);
  self->place = kist_document_place_new (GTK_WIDGET (self), self->blocks);
}

/**
 * kist_document_view_set_document:
 * @self: a view
 * @document: (nullable): what to show in place of what it showed; forgets the place and the search
 */
void
kist_document_view_set_document (KistDocumentView *self, KistDocument *document)
{
  g_return_if_fail (KIST_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (document == NULL || KIST_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * kist_document_view_set_base_folder:
 * @self: a view
 * @folder: (nullable): the folder of the file that the document was read from; without it no pictures are shown
 */
void
kist_document_view_set_base_folder (KistDocumentView *self, const char *folder)
{
  g_return_if_fail (KIST_IS_DOCUMENT_VIEW (self));

  if (!g_set_str (&self->base_folder, folder))
    return;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE_FOLDER]);
}

/**
 * kist_document_view_set_zoom:
 * @self: a view
 * @zoom: the text's size as a factor of the system's, clamped to 0.8 … 2.0; the place is kept
 */
void
kist_document_view_set_zoom (KistDocumentView *self, double zoom)
{
  guint  block;
  double fraction;

  g_return_if_fail (KIST_IS_DOCUMENT_VIEW (self));

  zoom = CLAMP (zoom, KIST_DOCUMENT_VIEW_MIN_ZOOM, KIST_DOCUMENT_VIEW_MAX_ZOOM);
  if (zoom == self->zoom)
    return;
  if (kist_document_place_read (self->place, &block, &fraction))
    kist_document_place_hold (self->place, block, fraction);
  self->zoom = zoom;
  apply_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * kist_document_view_set_extra_menu:
 * @self: a view
 * @menu: (nullable): shown in the context menu of each text, below Copy and Select All
 */
void
kist_document_view_set_extra_menu (KistDocumentView *self, GMenuModel *menu)
{
  g_return_if_fail (KIST_IS_DOCUMENT_VIEW (self));

  g_set_object (&self->extra_menu, menu);
  for (guint i = 0; i < self->parts.texts->len; i++)
    gtk_label_set_extra_menu (g_ptr_array_index (self->parts.texts, i), menu);
}

/**
 * kist_document_view_get_position:
 * @self: a view in a #GtkScrolledWindow with a #GtkViewport
 * @block: (out): the block at the top of the viewport, as an index into the children of the document's root
 * @fraction: (out): how much of that block is above the top, 0 to 1
 *
 * The start of what is scrolled, with whatever the page shows above the text, is block 0 and fraction 0.
 *
 * Returns: %FALSE when nothing is laid out yet
 */
gboolean
kist_document_view_get_position (KistDocumentView *self, guint *block, double *fraction)
{
  g_return_val_if_fail (KIST_IS_DOCUMENT_VIEW (self), FALSE);
  g_return_val_if_fail (block != NULL && fraction != NULL, FALSE);

  return kist_document_place_read (self->place, block, fraction);
}

/**
 * kist_document_view_scroll_to:
 * @self: a view that is, or will be, in a #GtkScrolledWindow with a #GtkViewport
 * @block: an index into the children of the document's root; one that is too large is the last
 * @fraction: how much of that block to put above the top, 0 to 1
 *
 * Scrolls there now, or as soon as the view is laid out, and keeps the place while pictures arrive or the window
 * changes, until the reader scrolls.
 */
void
kist_document_view_scroll_to (KistDocumentView *self, guint block, double fraction)
{
  g_return_if_fail (KIST_IS_DOCUMENT_VIEW (self));

  kist_document_place_hold (self->place, block, fraction);
}

/**
 * kist_document_view_find:
 * @self: a view
 * @text: (nullable): what to search for; %NULL or empty ends the search
 *
 * Marks all matches and scrolls to the first that is not above the viewport. Case makes no difference, nor does the
 * shape of quotation marks and dashes. A match does not go over the end of a block.
 *
 * Returns: how many matches there are
 */
guint
kist_document_view_find (KistDocumentView *self, const char *text)
{
  guint count;

  g_return_val_if_fail (KIST_IS_DOCUMENT_VIEW (self), 0);

  count = kist_document_find_start (self->find, text, kist_document_place_first_text (self->place, self->parts.texts));
  kist_document_view_find_step (self, 0);
  return count;
}

/**
 * kist_document_view_find_step:
 * @self: a view
 * @step: 1 for the next match, -1 for the one before, 0 to stay; goes round the ends
 *
 * Scrolls to the match.
 *
 * Returns: which match it is, from 1; 0 when there is none
 */
guint
kist_document_view_find_step (KistDocumentView *self, int step)
{
  const KistMatch *match;
  guint            number;

  g_return_val_if_fail (KIST_IS_DOCUMENT_VIEW (self), 0);

  number = kist_document_find_step (self->find, step);
  match = kist_document_find_get_current (self->find);
  if (match != NULL)
    kist_document_place_reveal (self->place, g_ptr_array_index (self->parts.texts, match->text), match->start);
  return number;
}

/**
 * kist_document_view_dup_selection:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the text that is selected, in one block, or %NULL
 */
char *
kist_document_view_dup_selection (KistDocumentView *self)
{
  g_return_val_if_fail (KIST_IS_DOCUMENT_VIEW (self), NULL);

  for (guint i = 0; i < self->parts.texts->len; i++)
    {
      char *selection = kist_document_text_dup_selection (g_ptr_array_index (self->parts.texts, i));

      if (selection != NULL)
        return selection;
    }
  return NULL;
}
