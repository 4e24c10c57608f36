/* The Things there are, to choose one for a post, or none: the drop-down of its row. Made when it is opened, for a
 * thousand rows have one each. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "library/kist-library.h"

G_BEGIN_DECLS

#define KIST_TYPE_THING_CHOOSER (kist_thing_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KistThingChooser, kist_thing_chooser, KIST, THING_CHOOSER, GtkPopover)

GtkWidget *kist_thing_chooser_new (KistLibrary *library, KistThing *thing);

G_END_DECLS
