/* What the module kist-web.so offers: a widget that shows one web page and can do nothing else. The program does not
 * link it: kist-web-module.h opens it when a page is to be shown, and then calls KIST_WEB_VIEW_NEW. What comes back is
 * worked by its properties and signals alone:
 *
 *  page (GBytes)     HTML in UTF-8; setting it shows it instead of what was shown
 *  zoom-level (gdouble)  1 for the size that the page asks for
 *  ::loaded          what was set last can be looked at
 *  ::link (gchararray)   somebody chose a link that leads outside: its address. Nothing is fetched
 *  ::failed          the page cannot be shown, or no longer
 *
 * The process that draws ends with the widget. Main thread. */
#pragma once

#include <gmodule.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_WEB_VIEW_NEW "kist_web_view_new"

typedef GtkWidget *(*KistWebViewNew) (const char *policy);

G_MODULE_EXPORT GtkWidget *kist_web_view_new (const char *policy);

G_END_DECLS
