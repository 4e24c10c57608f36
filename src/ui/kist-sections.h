/* The rows of the sidebar and the pages that the window can open, in one table each: adding a screen is adding a line.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

/**
 * KistSection:
 * @name: for win.open-section
 * @title: untranslated; mark with N_()
 * @icon: an icon's name
 * @page_new: makes its first page
 * @is_for_authors: whether only those see it who have a pack in hand
 */
typedef struct
{
  const char        *name;
  const char        *title;
  const char        *icon;
  AdwNavigationPage *(*page_new) (KistServices *services);
  gboolean           is_for_authors;
} KistSection;

unsigned           kist_sections_get_n (void);
const KistSection *kist_sections_get (unsigned index);
const KistSection *kist_sections_lookup (const char *name);

G_END_DECLS
