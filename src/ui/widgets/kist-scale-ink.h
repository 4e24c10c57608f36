/* How the series of a scale are told apart, in both ways of drawing it and in the legend: by the shape of the mark and
 * the dashes of the line, and only then by colour. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       kist_scale_ink_get_color (GtkWidget *widget, guint series, GdkRGBA *color);
void       kist_scale_ink_get_track_color (GtkWidget *widget, GdkRGBA *color);
GskStroke *kist_scale_ink_new_stroke (guint series);
void kist_scale_ink_snapshot_mark (GtkWidget *widget, guint series, const graphene_point_t *at, GtkSnapshot *snapshot);
PangoLayout *kist_scale_ink_new_text (GtkWidget *widget, const char *text, double width);
void         kist_scale_ink_snapshot_text (GtkWidget   *widget,
                                           PangoLayout *layout,
                                           double       x,
                                           double       y,
                                           double       alpha,
                                           GtkSnapshot *snapshot);

G_END_DECLS
