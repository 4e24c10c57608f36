#include "kist-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/kist-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (KistApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (KIST_GETTEXT_PACKAGE, KIST_LOCALE_DIR);
  bind_textdomain_codeset (KIST_GETTEXT_PACKAGE, "UTF-8");
  textdomain (KIST_GETTEXT_PACKAGE);

  /* A program run from its build tree has its settings' schema there and nowhere else. */
  if (*KIST_SCHEMA_DIR)
    g_setenv ("GSETTINGS_SCHEMA_DIR", KIST_SCHEMA_DIR, FALSE);

  application = kist_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
