/* Pages on their way to a printer, which GTK asks the person for. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "publish/print/kist-print-pages.h"

G_BEGIN_DECLS

GtkPrintOperation *kist_print_operation_new (KistPrintPages *pages, const char *title);

G_END_DECLS
