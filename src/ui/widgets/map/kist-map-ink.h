/* How a map's passages and lines are drawn: told apart by shape and strength first and by colour only then. Main
 * thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/map/kist-map-data.h"

G_BEGIN_DECLS

/**
 * KistMapInk:
 * @ink: the text's colour
 * @accent: for lines on the map
 * @accent_box: for boxes
 * @paper: the fill of a box
 * @fault: for what is wrong
 * @is_contrasting: whether everything quiet must be less so
 */
typedef struct
{
  GdkRGBA  ink;
  GdkRGBA  accent;
  GdkRGBA  accent_box;
  GdkRGBA  paper;
  GdkRGBA  fault;
  gboolean is_contrasting;
} KistMapInk;

void kist_map_ink_init (KistMapInk *self, GtkWidget *widget);
void kist_map_ink_snapshot_lines (const KistMapInk      *self,
                                  const KistMapData     *data,
                                  const graphene_rect_t *seen,
                                  GtkSnapshot           *snapshot);
void kist_map_ink_snapshot_passages (const KistMapInk      *self,
                                     GtkWidget             *widget,
                                     const KistMapData     *data,
                                     const graphene_rect_t *seen,
                                     GtkSnapshot           *snapshot);
void
kist_map_ink_snapshot_focus (const KistMapInk *self, const KistMapData *data, unsigned passage, GtkSnapshot *snapshot);

G_END_DECLS
