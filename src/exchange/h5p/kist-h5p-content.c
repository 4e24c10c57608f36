/* What stands on a screen: text and pictures stay; films, sound and questions of other
 * kinds are left out with a line each. Structure: semantics.json of h5p-course-presentation, h5p-interactive-video,
 * h5p-image-hotspots, h5p-image and h5p-advanced-text. */
#include <string.h>

#include "kist-h5p.h"

/* Slides hold elements, which hold content; nothing holds more than that. */
#define MAX_DEPTH 4

static void append_library (KistH5p *self, JsonObject *content, GString *text, unsigned depth);

static void
append_html (KistH5p *self, const char *html, GString *text)
{
  g_autofree char *markdown = kist_h5p_dup_markdown (self, html);

  kist_h5p_append_paragraph (text, markdown);
}

static gboolean
is_library (const char *library, const char *name)
{
  gsize length = strlen (name);

  return strncmp (library, name, length) == 0 && (library[length] == ' ' || library[length] == '\0');
}

static void
append_image (KistH5p *self, JsonObject *image, const char *alt, GString *text)
{
  g_autofree char *picture = kist_h5p_take_picture (self, image, alt);

  kist_h5p_append_paragraph (text, picture);
}

/* Each of @list holds content, under @key where one is given. */
static void
append_list (KistH5p *self, JsonArray *list, const char *key, GString *text, unsigned depth)
{
  for (unsigned i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *item = kist_h5p_get_item (list, i);

      append_library (self, key ? kist_h5p_get_object (item, key) : item, text, depth);
    }
}

/* What a slide stands before says nothing: {imageGlobalBackground} or {imageSlideBackground}. */
static void
count_backgrounds (KistH5p *self, JsonObject *selector)
{
  if (kist_h5p_get_object (selector, "imageGlobalBackground") || kist_h5p_get_object (selector, "imageSlideBackground"))
    kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, self->where,
                      "The picture behind the slides is not brought along.");
}

static void
append_slides (KistH5p *self, JsonObject *params, GString *text, unsigned depth)
{
  JsonObject *presentation = kist_h5p_get_object (params, "presentation");
  JsonArray  *slides = kist_h5p_get_array (presentation, "slides");
  unsigned    n_slides = slides ? json_array_get_length (slides) : 0;

  count_backgrounds (self, kist_h5p_get_object (presentation, "globalBackgroundSelector"));
  for (unsigned i = 0; i < n_slides; i++)
    {
      JsonObject *slide = kist_h5p_get_item (slides, i);

      count_backgrounds (self, kist_h5p_get_object (slide, "slideBackgroundSelector"));
      append_list (self, kist_h5p_get_array (slide, "elements"), "action", text, depth);
    }
  kist_account_add (self->account, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, self->where,
                    "The words of its slides, %u of them, stand in one passage.", n_slides);
}

static void
append_hotspots (KistH5p *self, JsonObject *params, GString *text, unsigned depth)
{
  JsonArray *hotspots = kist_h5p_get_array (params, "hotspots");

  append_image (self, kist_h5p_get_object (params, "image"), kist_h5p_get_text (params, "backgroundImageAltText"),
                text);
  if (hotspots)
    kist_account_add (self->account, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, self->where,
                      "The words of its hotspots, %u of them, stand below the picture.",
                      json_array_get_length (hotspots));
  for (unsigned i = 0; hotspots && i < json_array_get_length (hotspots); i++)
    {
      JsonObject *hotspot = kist_h5p_get_item (hotspots, i);

      append_html (self, kist_h5p_get_text (hotspot, "header"), text);
      append_list (self, kist_h5p_get_array (hotspot, "content"), NULL, text, depth);
    }
}

static void
append_video (KistH5p *self, JsonObject *params, GString *text, unsigned depth)
{
  JsonObject *video = kist_h5p_get_object (params, "interactiveVideo");

  kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, self->where,
                    "The film is not brought along: write its words as text.");
  append_list (self, kist_h5p_get_array (kist_h5p_get_object (video, "assets"), "interactions"), "action", text, depth);
}

static void
append_other (KistH5p *self, const char *library, JsonObject *params, GString *text)
{
  static const char *const keys[] = { "text", "question", "taskDescription", "description" };
  const char              *found = "";

  for (unsigned i = 0; i < G_N_ELEMENTS (keys) && !*found; i++)
    found = kist_h5p_get_text (params, keys[i]);
  append_html (self, found, text);
  if (*found)
    kist_account_add (self->account, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, self->where,
                      "Of “%.100s” only the words are kept.", library);
  else
    kist_account_add (self->account, KIST_IMPORT_TEXT, KIST_IMPORT_DROPPED, self->where, "“%.100s” is left out.",
                      library);
}

static void
append_library (KistH5p *self, JsonObject *content, GString *text, unsigned depth)
{
  const char *library = kist_h5p_get_text (content, "library");
  JsonObject *params = kist_h5p_get_object (content, "params");

  if (!content || depth > MAX_DEPTH || kist_account_is_full (self->account))
    return;
  if (is_library (library, "H5P.AdvancedText") || is_library (library, "H5P.Text"))
    append_html (self, kist_h5p_get_text (params, "text"), text);
  else if (is_library (library, "H5P.Image"))
    append_image (self, kist_h5p_get_object (params, "file"), kist_h5p_get_text (params, "alt"), text);
  else if (is_library (library, "H5P.CoursePresentation"))
    append_slides (self, params, text, depth + 1);
  else if (is_library (library, "H5P.ImageHotspots"))
    append_hotspots (self, params, text, depth + 1);
  else if (is_library (library, "H5P.InteractiveVideo") || is_library (library, "H5P.Video"))
    append_video (self, params, text, depth + 1);
  else if (is_library (library, "H5P.Audio"))
    kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, self->where,
                      "The sound is not brought along.");
  else
    append_other (self, library, params, text);
}

/**
 * kist_h5p_append_paragraph:
 * @text: what is shown, as Markdown
 * @paragraph: one more of it; "" is none
 */
void
kist_h5p_append_paragraph (GString *text, const char *paragraph)
{
  if (!*paragraph)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
}

/**
 * kist_h5p_append_content:
 * @self: what is being read
 * @content: (nullable): {library, params}
 * @text: what is shown, as Markdown
 */
void
kist_h5p_append_content (KistH5p *self, JsonObject *content, GString *text)
{
  append_library (self, content, text, 0);
}
