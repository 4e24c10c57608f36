#include "kist-weak-box.h"

struct _KistWeakBox
{
  GWeakRef reference; /* its address is known to the object: it must not move */
};

/**
 * kist_weak_box_new:
 * @object: (type GObject): what not to keep alive
 *
 * Returns: (transfer full): a box, for kist_weak_box_open()
 */
KistWeakBox *
kist_weak_box_new (gpointer object)
{
  KistWeakBox *self = g_new0 (KistWeakBox, 1);

  g_weak_ref_init (&self->reference, object);
  return self;
}

/**
 * kist_weak_box_look:
 * @self: a box
 *
 * Leaves the box closed, for a callback that comes again and again.
 *
 * Returns: (transfer full) (nullable) (type GObject): the object; %NULL when it is gone
 */
gpointer
kist_weak_box_look (KistWeakBox *self)
{
  return g_weak_ref_get (&self->reference);
}

/**
 * kist_weak_box_open:
 * @self: (transfer full): a box
 *
 * Returns: (transfer full) (nullable) (type GObject): the object; %NULL when it is gone
 */
gpointer
kist_weak_box_open (KistWeakBox *self)
{
  gpointer object = kist_weak_box_look (self);

  g_weak_ref_clear (&self->reference);
  g_free (self);
  return object;
}
