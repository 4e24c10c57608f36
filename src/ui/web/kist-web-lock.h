/* What WebKit may do for a page of Kist's, which is next to nothing: no script, no store, no device, no request. For
 * the module alone. */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

WebKitSettings       *kist_web_lock_settings (void);
WebKitNetworkSession *kist_web_lock_session (void);
WebKitWebContext     *kist_web_lock_context (void);

G_END_DECLS
