#include "kist-web-lock.h"

/* Where nobody listens. What asked for the network in spite of everything would ask here. */
#define NOWHERE "socks5://127.0.0.1:1"

/* What reaches out before anybody asked: a policy of the page does not hold it (preconnecting was seen to). */
static void
stop_foresight (WebKitSettings *settings)
{
  static const char *const names[] = { "LinkDNSPrefetch", "LinkPreconnect", "LinkPrefetch", "LinkPreload",
                                       "SpeculationRules" };
  WebKitFeatureList       *features = webkit_settings_get_all_features ();

  for (unsigned i = 0; i < webkit_feature_list_get_length (features); i++)
    {
      WebKitFeature *feature = webkit_feature_list_get (features, i);

      for (unsigned j = 0; j < G_N_ELEMENTS (names); j++)
        if (g_str_has_prefix (webkit_feature_get_identifier (feature), names[j]))
          webkit_settings_set_feature_enabled (settings, feature, FALSE);
    }
  webkit_feature_list_unref (features);
}

/**
 * kist_web_lock_settings:
 *
 * Returns: (transfer full): settings with all off that can be
 */
WebKitSettings *
kist_web_lock_settings (void)
{
  WebKitSettings *settings = webkit_settings_new ();

  g_object_set (settings, "enable-javascript", FALSE, "enable-javascript-markup", FALSE, "enable-developer-extras",
                FALSE, "enable-webgl", FALSE, "enable-webaudio", FALSE, "enable-webrtc", FALSE, "enable-media", FALSE,
                "enable-media-stream", FALSE, "enable-mediasource", FALSE, "enable-media-capabilities", FALSE,
                "enable-encrypted-media", FALSE, "enable-fullscreen", FALSE, "enable-html5-database", FALSE,
                "enable-html5-local-storage", FALSE, "enable-page-cache", FALSE, "enable-site-specific-quirks", FALSE,
                "enable-back-forward-navigation-gestures", FALSE, "allow-modal-dialogs", FALSE,
                "allow-file-access-from-file-urls", FALSE, "allow-universal-access-from-file-urls", FALSE,
                "allow-top-navigation-to-data-urls", FALSE, "disable-web-security", FALSE,
                "javascript-can-access-clipboard", FALSE, "javascript-can-open-windows-automatically", FALSE,
                "hardware-acceleration-policy", WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER, NULL);
  stop_foresight (settings);
  return settings;
}

static void
refuse_download_cb (WebKitNetworkSession *session, WebKitDownload *download)
{
  webkit_download_cancel (download);
}

/**
 * kist_web_lock_session:
 *
 * Returns: (transfer full): a session that keeps nothing on the disk and finds nobody to speak to
 */
WebKitNetworkSession *
kist_web_lock_session (void)
{
  WebKitNetworkSession       *session = webkit_network_session_new_ephemeral ();
  WebKitNetworkProxySettings *nowhere = webkit_network_proxy_settings_new (NOWHERE, NULL);

  webkit_network_session_set_proxy_settings (session, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, nowhere);
  webkit_network_proxy_settings_free (nowhere);
  g_signal_connect (session, "download-started", G_CALLBACK (refuse_download_cb), NULL);
  return session;
}

/**
 * kist_web_lock_context:
 *
 * Returns: (transfer full): a context of its own, which keeps nothing that was shown
 */
WebKitWebContext *
kist_web_lock_context (void)
{
  WebKitWebContext *context = webkit_web_context_new ();

  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  webkit_web_context_set_spell_checking_enabled (context, FALSE);
  return context;
}
