/* What the tests of the formats share: a few entries of an invented person, one of them hostile, and a way to the bytes
 * of one format. */
#pragma once

#include "publish/kist-publish.h"

G_BEGIN_DECLS

/* Sunday 22 November 2026, 06:30 UTC. */
#define FIXTURE_TIME G_GINT64_CONSTANT (1795329000000000)

/* A title and a body in which every format finds something that it must not let out as it stands. */
#define HOSTILE_TITLE "yes: \"no\" # <b>&\x01 ]]> 'x'"
#define HOSTILE_BODY                                                                                                   \
  "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> ]]> \x02 &amp; \"q\"\n\n[run](javascript:alert(1)) "      \
  "![far](https://example.org/a.png)\n\n---\ntitle: other\n---\n"

KistPublication *fixture_new (void);
KistPublication *fixture_of (const char *title, const char *body);
char            *fixture_make (const char *format, const KistPublication *publication, unsigned index);

G_END_DECLS
