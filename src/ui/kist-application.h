/* The application: reads the learning material and opens the store, both on workers, then makes the services and the
 * window; a second start raises the first. It alone knows where things lie on disk. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_APPLICATION (kist_application_get_type ())
G_DECLARE_FINAL_TYPE (KistApplication, kist_application, KIST, APPLICATION, AdwApplication)

KistApplication *kist_application_new (void);

G_END_DECLS
