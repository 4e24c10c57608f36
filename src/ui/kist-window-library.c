/* The window when the learning material changes under it: it goes on showing what it shows. */
#include <glib/gi18n.h>

#include "kist-pages.h"
#include "kist-window-private.h"

/* A page that was opened by an action has it in its tag, and can be made anew from it. */
static AdwNavigationPage *
renew_page (KistWindow *self, AdwNavigationPage *page)
{
  const char      *tag = adw_navigation_page_get_tag (page);
  const char      *space = tag ? strchr (tag, ' ') : NULL;
  g_autofree char *action = space ? g_strndup (tag, space - tag) : NULL;
  g_autoptr (GVariant) parameter = space ? g_variant_parse (NULL, space + 1, NULL, NULL, NULL) : NULL;
  AdwNavigationPage *renewed = parameter ? kist_pages_create (self->services, action, parameter) : NULL;

  if (renewed)
    adw_navigation_page_set_tag (renewed, tag);
  return renewed;
}

static void
say_gone (KistWindow *self, AdwNavigationPage *page)
{
  /* Translators: %s is the title of a page that a new edition of a pack has no more */
  g_autofree char *title = g_strdup_printf (_ ("“%s” is no longer there"), adw_navigation_page_get_title (page));
  AdwToast        *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  /* Not through the window, which cannot where a test listens. */
  gtk_accessible_announce (GTK_ACCESSIBLE (self->navigation), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The section's own page, and above it all those that there still are. */
static void
renew_pages (KistWindow *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  unsigned n = g_list_model_get_n_items (stack);

  g_ptr_array_add (pages, self->section->page_new (self->services));
  for (unsigned i = 1; i < n; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);
      AdwNavigationPage *renewed = renew_page (self, page);

      if (!renewed)
        {
          say_gone (self, page);
          break;
        }
      g_ptr_array_add (pages, renewed);
    }
  kist_window_replace_pages (self, (AdwNavigationPage **)pages->pdata, pages->len);
}

/**
 * kist_window_set_library:
 * @self: the window, which has its services
 * @library: the learning material as it is from now on
 *
 * Shows the same pages of @library, as far as it has them, and says when it has one no more.
 */
void
kist_window_set_library (KistWindow *self, KistLibrary *library)
{
  g_return_if_fail (KIST_IS_WINDOW (self) && self->services != NULL);
  g_return_if_fail (KIST_IS_LIBRARY (library));

  kist_services_flush (self->services);
  kist_services_set_library (self->services, library);
  renew_pages (self);
}
