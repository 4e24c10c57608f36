#include "kist-config.h"

#include "kist-editor-panel.h"

#include "journal/kist-word-count.h"
#include "ui/badges/kist-badge-wording.h"
#include "ui/badges/kist-criteria-view.h"
#include "ui/badges/kist-judge.h"
#include "ui/journal/links/kist-links-view.h"
#include "ui/journal/links/kist-passage-linker.h"
#include "ui/journal/links/kist-tags-view.h"
#include "ui/journal/pictures/kist-picture-glance.h"
#include "ui/journal/writing/kist-outline-view.h"
#include "ui/journal/writing/kist-template-view.h"
#include "ui/kist-wording.h"

struct _KistEditorPanel
{
  AdwBin parent_instance;

  KistServices    *services; /* (owned) (nullable) until set up */
  KistWritingView *view;     /* (weak) */

  KistPictureGlance *glance;
  GtkLabel          *total; /* when there is no badge to say it */
  KistCriteriaView  *criteria;
  KistOutlineView   *outline;
  KistTemplateView  *prompts;
  KistTagsView      *tags;
  KistLinksView     *links;
  KistPrivacyView   *privacy;
};

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS,
};

static unsigned signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KistEditorPanel, kist_editor_panel, ADW_TYPE_BIN)

static void
changed_cb (KistEditorPanel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
links_changed_cb (KistEditorPanel *self)
{
  g_autofree char *body = self->view ? kist_writing_view_dup_text (self->view) : NULL;

  if (body)
    kist_links_view_show_passages (self->links, body);
  changed_cb (self);
}

static void
chosen_cb (KistEditorPanel *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
kist_editor_panel_dispose (GObject *object)
{
  KistEditorPanel *self = KIST_EDITOR_PANEL (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_EDITOR_PANEL);
  G_OBJECT_CLASS (kist_editor_panel_parent_class)->dispose (object);
}

static void
kist_editor_panel_class_init (KistEditorPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_editor_panel_dispose;

  /**
   * KistEditorPanel::changed:
   *
   * The entry has other tags or links now: kist_editor_panel_mark() has them.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KistEditorPanel::chosen:
   *
   * Emitted after something here led to a place of the text, which is to be seen now.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KIST_TYPE_CRITERIA_VIEW);
  g_type_ensure (KIST_TYPE_OUTLINE_VIEW);
  g_type_ensure (KIST_TYPE_PICTURE_GLANCE);
  g_type_ensure (KIST_TYPE_TEMPLATE_VIEW);
  g_type_ensure (KIST_TYPE_TAGS_VIEW);
  g_type_ensure (KIST_TYPE_LINKS_VIEW);
  g_type_ensure (KIST_TYPE_PRIVACY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-editor-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, glance);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, total);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, outline);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, prompts);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, links);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPanel, privacy);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, links_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
kist_editor_panel_init (KistEditorPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kist_criteria_view_set_whole (self->criteria, TRUE);
}

/**
 * kist_editor_panel_set_up:
 * @self: the panel
 * @page: the page of the editor, which gets the action that links a passage
 * @services: the services
 * @entry: the entry as it is
 * @view: its text, filled
 */
void
kist_editor_panel_set_up (KistEditorPanel *self,
                          GtkWidget       *page,
                          KistServices    *services,
                          KistEntry       *entry,
                          KistWritingView *view)
{
  g_return_if_fail (KIST_IS_EDITOR_PANEL (self));

  g_set_object (&self->services, services);
  g_set_weak_pointer (&self->view, view);
  kist_picture_glance_set_up (self->glance, kist_services_get_store (services), view);
  kist_outline_view_set_view (self->outline, view);
  kist_template_view_set_up (self->prompts, kist_services_get_library (services), view);
  kist_tags_view_set_up (self->tags, kist_services_get_journal (services), entry);
  kist_links_view_set_up (self->links, services, entry);
  kist_passage_linker_add (page, services, view);
}

/**
 * kist_editor_panel_mark:
 * @self: the panel
 * @entry: the entry
 *
 * Returns: (transfer full): the entry with the tags and links that stand here
 */
KistEntry *
kist_editor_panel_mark (KistEditorPanel *self, KistEntry *entry)
{
  g_return_val_if_fail (KIST_IS_EDITOR_PANEL (self) && KIST_IS_ENTRY (entry), NULL);

  return kist_entry_new_with_marks (entry, kist_tags_view_get_tags (self->tags),
                                    kist_links_view_get_links (self->links));
}

/**
 * kist_editor_panel_show_words:
 * @self: the panel
 * @badge: (nullable): what the draft is for
 * @body: the draft
 *
 * Returns: (transfer full): the same in a few words, for where there is no room for more
 */
char *
kist_editor_panel_show_words (KistEditorPanel *self, KistBadge *badge, const char *body)
{
  KistLibrary *library;
  g_autoptr (KistEvidence) evidence = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (KIST_IS_EDITOR_PANEL (self) && body != NULL, NULL);

  library = kist_services_get_library (self->services);
  evidence = badge ? kist_judge_draft (self->services, badge, body) : NULL;
  words = badge ? kist_badge_wording_dup_summary (library, evidence) : kist_wording_dup_words (kist_word_count (body));
  kist_links_view_show_passages (self->links, body);
  gtk_label_set_text (self->total, words);
  gtk_widget_set_visible (GTK_WIDGET (self->total), badge == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->criteria), badge != NULL);
  if (badge)
    kist_criteria_view_show (self->criteria, library, evidence);
  return g_steal_pointer (&words);
}

/**
 * kist_editor_panel_get_privacy:
 * @self: the panel
 *
 * Returns: (transfer none): the list of what the check found
 */
KistPrivacyView *
kist_editor_panel_get_privacy (KistEditorPanel *self)
{
  g_return_val_if_fail (KIST_IS_EDITOR_PANEL (self), NULL);

  return self->privacy;
}
