/* A weak reference to hand to a callback that may come when the object is gone: made once, opened once, on any thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _KistWeakBox KistWeakBox;

KistWeakBox *kist_weak_box_new (gpointer object);
gpointer     kist_weak_box_look (KistWeakBox *self);
gpointer     kist_weak_box_open (KistWeakBox *self);

G_END_DECLS
