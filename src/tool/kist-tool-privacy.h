/* What the two halves of kist-tool privacy share. For tool/ alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_TOOL_PICTURE_CAUTION                                                                                      \
  "No program sees who is in a picture: look once for faces, name badges, screens and letters."

int kist_tool_privacy_picture (const char *path, const char *const *listed, gboolean is_json);

G_END_DECLS
