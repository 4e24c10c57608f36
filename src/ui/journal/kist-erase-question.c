#include "kist-config.h"

#include "kist-erase-question.h"

#include <glib/gi18n.h>

/**
 * kist_erase_question_new:
 * @title: (nullable): the title of the entry; %NULL when there are several
 * @n_entries: how many entries
 *
 * Returns: (transfer floating): a dialog, to be presented, whose #AdwAlertDialog::response is %KIST_ERASE_QUESTION_YES
 *   when the person wants it
 */
AdwDialog *
kist_erase_question_new (const char *title, unsigned n_entries)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Delete for Good?"), NULL));
  g_autofree char *what = NULL;

  if (title)
    /* Translators: %s is an entry's title */
    what = g_strdup_printf (_ ("“%s” goes with all its earlier versions."), *title ? title : _ ("Untitled"));
  else
    what = g_strdup_printf (ngettext ("%u entry goes with all its earlier versions.",
                                      "%u entries go with all their earlier versions.", n_entries),
                            n_entries);
  adw_alert_dialog_format_body (dialog,
                                /* Translators: %s is a sentence about what is deleted */
                                _ ("%s Nobody can bring that back: it goes from Kist’s back-ups too, and a back-up or "
                                   "a damaged file from which it cannot be taken out is removed. What you copied or "
                                   "saved elsewhere stays there."),
                                what);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), KIST_ERASE_QUESTION_YES, _ ("_Delete for Good"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, KIST_ERASE_QUESTION_YES, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  return ADW_DIALOG (dialog);
}
