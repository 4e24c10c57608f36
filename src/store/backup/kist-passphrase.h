/* What a person types to seal a back-up and to open it again. It lives in memory of its own that is kept out of the
 * swap as far as the system allows and is wiped when it is freed. Immutable; owned by who made it; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In bytes of UTF-8: a page of text, so that a wrong file is not read to its end. */
#define KIST_PASSPHRASE_MAX_BYTES 1024

typedef struct _KistPassphrase KistPassphrase;

KistPassphrase *kist_passphrase_new (const char *text, GError **error);
KistPassphrase *kist_passphrase_read (const char *path, GError **error);
void            kist_passphrase_free (KistPassphrase *self);
const char     *kist_passphrase_get_bytes (const KistPassphrase *self, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPassphrase, kist_passphrase_free)

G_END_DECLS
