/* What the formats share, each of which is a file kist-publish-NAME.c: pure functions from a publication, or one entry
 * of it, to the bytes of a file. For publish/ alone. */
#pragma once

#include "publish/kist-publish.h"

G_BEGIN_DECLS

/* The names that an xAPI object, an Atom feed or an extension must have. “.invalid” never leads anywhere (RFC 2606):
 * nothing that leaves Kist points at a site that somebody could come to own. */
#define KIST_PUBLISH_ADDRESS "https://kist.invalid/"

GBytes *kist_publish_markdown (const KistPublication *publication, const KistPublicEntry *item, GError **error);
GBytes *kist_publish_text (const KistPublication *publication, const KistPublicEntry *item, GError **error);

GBytes *kist_publish_html (const KistPublication *publication, GError **error);
GBytes *kist_publish_site_index (const KistPublication *publication, GError **error);
GBytes *kist_publish_site_page (const KistPublication *publication, unsigned index, GError **error);
GBytes *kist_publish_wxr (const KistPublication *publication, GError **error);
GBytes *kist_publish_atom (const KistPublication *publication, GError **error);
GBytes *kist_publish_json (const KistPublication *publication, GError **error);
GBytes *kist_publish_xapi (const KistPublication *publication, GError **error);
GBytes *kist_publish_leap2a (const KistPublication *publication, GError **error);
GBytes *kist_publish_odt (const KistPublication *publication, GError **error);

GBytes *kist_publish_pdf (const KistPublication *publication, KistPublishProgress *progress, GError **error);

char *kist_publish_body_to_html (KistEntry *entry, unsigned level);

G_END_DECLS
