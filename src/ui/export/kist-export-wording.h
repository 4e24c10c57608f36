/* What the formats are called and for whom each is, in the order in which they are offered. Pure; main thread for
 * gettext's sake. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistExportChoice:
 * @format: the id of a format
 * @group: (nullable): untranslated: what the format and those behind it are for; %NULL for what the one before it is
 * for
 * @title: untranslated
 * @for_whom: untranslated: one sentence
 * @is_of_all: whether it is only offered when all that there is leaves
 */
typedef struct
{
  const char *format;
  const char *group;
  const char *title;
  const char *for_whom;
  gboolean    is_of_all;
} KistExportChoice;

const KistExportChoice *kist_export_wording_choices (unsigned *n_choices);
char                   *kist_export_wording_dup_count (unsigned n_entries, unsigned n_pictures);
const char             *kist_export_wording_get_theme (unsigned index);

G_END_DECLS
