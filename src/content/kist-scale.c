#include "kist-scale.h"

#include "kist-front-matter.h"

#define MAX_POINTS 20
#define MAX_ITEMS 100
#define MAX_VALUE 1000

typedef struct
{
  int   value;
  char *label;
} Point;

struct _KistScale
{
  GObject parent_instance;

  char      *id;     /* (owned) */
  char      *title;  /* (owned) */
  char      *source; /* (owned) (nullable) */
  GPtrArray *points; /* (element-type Point) (owned) */
  GPtrArray *items;  /* (element-type KistScaleItem) (owned) */
};

G_DEFINE_FINAL_TYPE (KistScale, kist_scale, G_TYPE_OBJECT)

static const char *const known_keys[] = { "id",      "title",  "edition", "source", "licence",
                                          "authors", "points", "items",   NULL };
static const char *const known_source_keys[] = { "address", "seen", "note", NULL };
static const char *const known_point_keys[] = { "value", "label", NULL };
static const char *const known_item_keys[] = { "id", "title", "text", NULL };

static void
point_free (Point *point)
{
  g_free (point->label);
  g_free (point);
}

static void
item_free (KistScaleItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_free (item->text);
  g_free (item);
}

static void
read_point (KistScale *self, const KistYaml *node, const char *file, KistReport *report)
{
  Point *point = g_new0 (Point, 1);
  gint64 value = 0;

  if (kist_front_matter_require_text (node, "value", file, report))
    kist_yaml_lookup_integer (node, "value", -MAX_VALUE, MAX_VALUE, &value, file, report);
  point->value = (int)value;
  point->label = g_strdup (kist_front_matter_require_text (node, "label", file, report));
  kist_yaml_check_keys (node, known_point_keys, file, report);
  for (unsigned i = 0; i < self->points->len; i++)
    if (((const Point *)g_ptr_array_index (self->points, i))->value >= point->value)
      {
        kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                         "Write the points from the lowest value to the highest, each value once.",
                         "The value %d does not rise.", point->value);
        break;
      }
  g_ptr_array_add (self->points, point);
}

static void
read_item (KistScale *self, const KistYaml *node, const char *file, KistReport *report)
{
  KistScaleItem *item = g_new0 (KistScaleItem, 1);

  item->id = g_strdup (kist_front_matter_require_id (node, file, report));
  item->title = g_strdup (kist_front_matter_require_text (node, "title", file, report));
  item->text = g_strdup (kist_front_matter_require_text (node, "text", file, report));
  kist_yaml_check_keys (node, known_item_keys, file, report);
  for (unsigned i = 0; item->id && i < self->items->len; i++)
    if (g_strcmp0 (((const KistScaleItem *)g_ptr_array_index (self->items, i))->id, item->id) == 0)
      kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR, "Give each item its own id.",
                       "Another item has the id “%s” already.", item->id);
  g_ptr_array_add (self->items, item);
}

static void
read_list (KistScale      *self,
           const KistYaml *root,
           const char     *key,
           unsigned        minimum,
           unsigned        maximum,
           void            (*read) (KistScale *, const KistYaml *, const char *, KistReport *),
           const char     *file,
           KistReport     *report)
{
  const KistYaml *list = kist_yaml_lookup (root, key);
  unsigned        n = list && kist_yaml_get_kind (list) == KIST_YAML_LIST ? kist_yaml_get_length (list) : 0;

  if (n < minimum || n > maximum)
    kist_report_add (report, file, kist_yaml_get_line (list ? list : root), KIST_SEVERITY_ERROR, NULL,
                     "“%s” must be a list of %u to %u.", key, minimum, maximum);
  for (unsigned i = 0; i < MIN (n, maximum); i++)
    read (self, kist_yaml_get_item (list, i), file, report);
}

static void
read_scale (KistScale *self, const KistYaml *root, const char *file, KistReport *report)
{
  const KistYaml *source = kist_yaml_lookup (root, "source");

  self->id = g_strdup (kist_front_matter_require_id (root, file, report));
  self->title = g_strdup (kist_front_matter_require_text (root, "title", file, report));
  if (source)
    {
      const char *address = kist_yaml_lookup_text (source, "address");

      self->source = g_strdup (address ? address : kist_yaml_lookup_text (source, "note"));
      kist_yaml_check_keys (source, known_source_keys, file, report);
    }
  kist_yaml_check_keys (root, known_keys, file, report);
  read_list (self, root, "points", 2, MAX_POINTS, read_point, file, report);
  read_list (self, root, "items", 1, MAX_ITEMS, read_item, file, report);
}

static void
kist_scale_finalize (GObject *object)
{
  KistScale *self = KIST_SCALE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_scale_parent_class)->finalize (object);
}

static void
kist_scale_class_init (KistScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_scale_finalize;
}

static void
kist_scale_init (KistScale *self)
{
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify)point_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
}

/**
 * kist_scale_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Returns: (transfer full) (nullable): the scale, or %NULL after an error was added to @report
 */
KistScale *
kist_scale_parse (const char *text, const char *file, KistReport *report)
{
  g_autoptr (KistScale) self = NULL;
  g_autoptr (KistYaml) root = NULL;
  unsigned errors;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_SCALE, NULL);
  root = kist_yaml_parse (text, file, 1, report);
  if (root)
    read_scale (self, root, file, report);
  return kist_report_count (report, KIST_SEVERITY_ERROR) == errors ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_scale_get_id:
 * @self: a scale
 *
 * Returns: (transfer none): its id
 */
const char *
kist_scale_get_id (KistScale *self)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), NULL);

  return self->id;
}

/**
 * kist_scale_get_title:
 * @self: a scale
 *
 * Returns: (transfer none): its title
 */
const char *
kist_scale_get_title (KistScale *self)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), NULL);

  return self->title;
}

/**
 * kist_scale_get_source:
 * @self: a scale
 *
 * Returns: (transfer none) (nullable): where it comes from: an address, else a note; %NULL when it does not say
 */
const char *
kist_scale_get_source (KistScale *self)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), NULL);

  return self->source;
}

/**
 * kist_scale_get_n_points:
 * @self: a scale
 *
 * Returns: the number of its points, at least 2
 */
unsigned
kist_scale_get_n_points (KistScale *self)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), 0);

  return self->points->len;
}

/**
 * kist_scale_get_value:
 * @self: a scale
 * @point: less than kist_scale_get_n_points()
 *
 * Returns: what the point counts; values rise
 */
int
kist_scale_get_value (KistScale *self, unsigned point)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), 0);
  g_return_val_if_fail (point < self->points->len, 0);

  return ((const Point *)g_ptr_array_index (self->points, point))->value;
}

/**
 * kist_scale_get_label:
 * @self: a scale
 * @point: less than kist_scale_get_n_points()
 *
 * Returns: (transfer none): what the point is called
 */
const char *
kist_scale_get_label (KistScale *self, unsigned point)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), NULL);
  g_return_val_if_fail (point < self->points->len, NULL);

  return ((const Point *)g_ptr_array_index (self->points, point))->label;
}

/**
 * kist_scale_get_n_items:
 * @self: a scale
 *
 * Returns: the number of its items, at least 1
 */
unsigned
kist_scale_get_n_items (KistScale *self)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), 0);

  return self->items->len;
}

/**
 * kist_scale_get_item:
 * @self: a scale
 * @index: less than kist_scale_get_n_items()
 *
 * Returns: (transfer none): the item, which lives as long as @self
 */
const KistScaleItem *
kist_scale_get_item (KistScale *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_SCALE (self), NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}
