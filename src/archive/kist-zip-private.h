/* What reading and writing a zip share. For archive/ alone. */
#pragma once

#include <locale.h>

#include "kist-zip.h"

G_BEGIN_DECLS

locale_t kist_zip_enter_utf8 (locale_t *own);
void     kist_zip_leave_utf8 (locale_t utf8, locale_t own);
gboolean kist_zip_is_within_caps (guint64 unpacked, gsize packed);

G_END_DECLS
