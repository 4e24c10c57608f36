#include "kist-plain-status.h"

/**
 * kist_plain_status_describe:
 * @page: a status page
 * @text: its description, with no markup in it
 */
void
kist_plain_status_describe (AdwStatusPage *page, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page) && text != NULL);

  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_description (page, escaped);
}
