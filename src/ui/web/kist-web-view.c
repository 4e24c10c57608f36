#include "kist-web-view.h"

#include "kist-web-lock.h"

/* Where a page stands that was handed over as bytes. */
#define HERE "about:blank"

#define KIST_TYPE_WEB_VIEW (kist_web_view_get_type ())
G_DECLARE_FINAL_TYPE (KistWebView, kist_web_view, KIST, WEB_VIEW, WebKitWebView)

struct _KistWebView
{
  WebKitWebView parent_instance;

  GBytes  *next; /* (owned) (nullable) to be shown when the one before it is there */
  gboolean is_loading;
  gboolean is_handing_over; /* a page of ours, which alone may be gone to */
};

G_DEFINE_FINAL_TYPE (KistWebView, kist_web_view, WEBKIT_TYPE_WEB_VIEW)

enum
{
  PROP_PAGE = 1,
  N_PROPERTIES
};

enum
{
  LOADED,
  LINK,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static unsigned    signals[N_SIGNALS];

/* Only what a person chose, and only on the web or by mail, is handed on. */
static void
hand_on (KistWebView *self, WebKitNavigationAction *action)
{
  const char *address = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  if (webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_LINK_CLICKED &&
      webkit_navigation_action_is_user_gesture (action) && !g_str_has_prefix (address, HERE))
    g_signal_emit (self, signals[LINK], 0, address);
}

static gboolean
may_go (KistWebView *self, WebKitNavigationAction *action)
{
  const char *address = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  gboolean    is_ours = self->is_handing_over && g_str_equal (address, HERE);

  self->is_handing_over = self->is_handing_over && !is_ours;
  return is_ours || g_str_has_prefix (address, HERE "#");
}

static gboolean
kist_web_view_decide_policy (WebKitWebView *view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  KistWebView            *self = KIST_WEB_VIEW (view);
  WebKitNavigationAction *action;
  gboolean                is_allowed = FALSE;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    {
      WebKitURIResponse *response =
          webkit_response_policy_decision_get_response (WEBKIT_RESPONSE_POLICY_DECISION (decision));

      is_allowed = g_str_has_prefix (webkit_uri_response_get_uri (response), HERE);
    }
  else
    {
      action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
      is_allowed = type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && may_go (self, action);
      if (!is_allowed)
        hand_on (self, action);
    }
  if (is_allowed)
    webkit_policy_decision_use (decision);
  else
    webkit_policy_decision_ignore (decision);
  return TRUE;
}

static gboolean
kist_web_view_permission_request (WebKitWebView *view, WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);
  return TRUE;
}

static gboolean
kist_web_view_authenticate (WebKitWebView *view, WebKitAuthenticationRequest *request)
{
  webkit_authentication_request_cancel (request);
  return TRUE;
}

static gboolean
kist_web_view_run_file_chooser (WebKitWebView *view, WebKitFileChooserRequest *request)
{
  webkit_file_chooser_request_cancel (request);
  return TRUE;
}

/* Nothing of WebKit's own that leads away, looks behind the page or keeps a part of it. */
static gboolean
kist_web_view_context_menu (WebKitWebView *view, WebKitContextMenu *menu, WebKitHitTestResult *hit)
{
  webkit_context_menu_remove_all (menu);
  if (webkit_hit_test_result_context_is_selection (hit))
    webkit_context_menu_append (menu, webkit_context_menu_item_new_from_stock_action (WEBKIT_CONTEXT_MENU_ACTION_COPY));
  webkit_context_menu_append (menu,
                              webkit_context_menu_item_new_from_stock_action (WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL));
  return FALSE;
}

/* A text view that WebKit needs for input methods, and that a screen reader would offer as a text without a name. */
static void
hide_helper (KistWebView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (GTK_IS_TEXT_VIEW (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/* One after the other: of two loads that overtake each other nobody could say which one WebKit asks about. */
static void
load_next (KistWebView *self)
{
  g_autoptr (GBytes) page = g_steal_pointer (&self->next);

  self->is_loading = TRUE;
  self->is_handing_over = TRUE;
  webkit_web_view_load_bytes (WEBKIT_WEB_VIEW (self), page, "text/html", "UTF-8", NULL);
}

static void
kist_web_view_load_changed (WebKitWebView *view, WebKitLoadEvent event)
{
  KistWebView *self = KIST_WEB_VIEW (view);

  if (event != WEBKIT_LOAD_FINISHED)
    return;
  self->is_loading = FALSE;
  hide_helper (self);
  if (self->next)
    load_next (self);
  else
    g_signal_emit (self, signals[LOADED], 0);
}

static gboolean
kist_web_view_load_failed (WebKitWebView *view, WebKitLoadEvent event, const char *address, GError *error)
{
  /* What was refused was interrupted by us, and the page is still there. */
  if (g_error_matches (error, WEBKIT_POLICY_ERROR, WEBKIT_POLICY_ERROR_FRAME_LOAD_INTERRUPTED_BY_POLICY_CHANGE) ||
      g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED))
    return TRUE;
  g_message ("The preview cannot be shown: %s", error->message);
  g_signal_emit (view, signals[FAILED], 0);
  return TRUE;
}

static void
kist_web_view_web_process_terminated (WebKitWebView *view, WebKitWebProcessTerminationReason reason)
{
  g_message ("The process that draws the preview has ended: %d", reason);
  g_signal_emit (view, signals[FAILED], 0);
}

static void
kist_web_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *property)
{
  KistWebView *self = KIST_WEB_VIEW (object);

  g_clear_pointer (&self->next, g_bytes_unref);
  self->next = g_value_dup_boxed (value);
  if (!self->is_loading)
    load_next (self);
}

static void
kist_web_view_finalize (GObject *object)
{
  g_clear_pointer (&KIST_WEB_VIEW (object)->next, g_bytes_unref);
  G_OBJECT_CLASS (kist_web_view_parent_class)->finalize (object);
}

static void
kist_web_view_class_init (KistWebViewClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  WebKitWebViewClass *view_class = WEBKIT_WEB_VIEW_CLASS (klass);

  object_class->set_property = kist_web_view_set_property;
  object_class->finalize = kist_web_view_finalize;
  view_class->decide_policy = kist_web_view_decide_policy;
  view_class->permission_request = kist_web_view_permission_request;
  view_class->authenticate = kist_web_view_authenticate;
  view_class->run_file_chooser = kist_web_view_run_file_chooser;
  view_class->context_menu = kist_web_view_context_menu;
  view_class->load_changed = kist_web_view_load_changed;
  view_class->load_failed = kist_web_view_load_failed;
  view_class->web_process_terminated = kist_web_view_web_process_terminated;
  /* WebKit's is generic, which cannot have a name. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KistWebView:page:
   *
   * The page, HTML in UTF-8.
   */
  properties[PROP_PAGE] =
      g_param_spec_boxed ("page", NULL, NULL, G_TYPE_BYTES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[LOADED] = g_signal_new ("loaded", KIST_TYPE_WEB_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK] =
      g_signal_new ("link", KIST_TYPE_WEB_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", KIST_TYPE_WEB_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_web_view_init (KistWebView *self)
{
}

/**
 * kist_web_view_new:
 * @policy: the Content Security Policy that holds for whatever is shown, besides its own
 *
 * Returns: (transfer floating): the widget, with nothing in it
 */
GtkWidget *
kist_web_view_new (const char *policy)
{
  g_autoptr (WebKitSettings) settings = NULL;
  g_autoptr (WebKitNetworkSession) session = NULL;
  g_autoptr (WebKitWebContext) context = NULL;

  g_return_val_if_fail (policy != NULL, NULL);

  settings = kist_web_lock_settings ();
  session = kist_web_lock_session ();
  context = kist_web_lock_context ();
  return g_object_new (KIST_TYPE_WEB_VIEW, "settings", settings, "network-session", session, "web-context", context,
                       "default-content-security-policy", policy, NULL);
}
