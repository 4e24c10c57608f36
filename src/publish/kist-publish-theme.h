/* How a web page looks: three style sheets that differ in colours and letters and share one layout. What is previewed
 * and what is exported take the same bytes from here. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistPublishTheme:
 * @id: what scripts and the settings call it
 */
typedef struct
{
  const char *id;
} KistPublishTheme;

const KistPublishTheme *kist_publish_theme_get (unsigned index);
const KistPublishTheme *kist_publish_theme_find (const char *id);
char                   *kist_publish_theme_dup_style (const KistPublishTheme *self);
char                   *kist_publish_theme_dup_policy (const char *pictures);

G_END_DECLS
