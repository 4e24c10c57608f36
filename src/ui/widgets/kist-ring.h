/* How much of something is there, as a ring that closes: a badge's words, a programme's Things. Says a short text in
 * its middle, a tick when it is complete, and to a screen reader what "description" says. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_RING_MIN_SIZE 24
#define KIST_RING_MAX_SIZE 96

#define KIST_TYPE_RING (kist_ring_get_type ())
G_DECLARE_FINAL_TYPE (KistRing, kist_ring, KIST, RING, GtkWidget)

GtkWidget *kist_ring_new (int size);
void       kist_ring_set_size (KistRing *self, int size);
void       kist_ring_set_fraction (KistRing *self, double fraction);
void       kist_ring_set_text (KistRing *self, const char *text);
void       kist_ring_set_description (KistRing *self, const char *description);

G_END_DECLS
