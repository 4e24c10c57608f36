#include "kist-widgets.h"

#include <gtk/gtk.h>

#include "kist-widgets-resources.h"

#define STYLE_SHEET "/scot/kist/Kist/ui/widgets/widgets.css"

/**
 * kist_widgets_init:
 *
 * Makes the widgets ready for use. To be called once GTK is initialised, before the first template that names one of
 * them; a second call does nothing. The styles come below the application's own style.css, which may thus refine them.
 */
void
kist_widgets_init (void)
{
  static gboolean is_done = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_done)
    return;
  is_done = TRUE;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  g_type_ensure (KIST_TYPE_OUTCOME_BAR);
  g_type_ensure (KIST_TYPE_RING);
  g_type_ensure (KIST_TYPE_SCALE_CHART);
  g_type_ensure (KIST_TYPE_SCENARIO_MAP);
  g_type_ensure (KIST_TYPE_STEP_BAR);

  kist_widgets_register_resource ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_SHEET);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}
