/* An H5P Branching Scenario while it is being read. Lives on the stack of kist_import_read_h5p(). */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/kist-import-private.h"

G_BEGIN_DECLS

/**
 * KistH5pScoring:
 * @KIST_H5P_NONE: nothing is counted
 * @KIST_H5P_STATIC: the ending reached says how many points there are
 * @KIST_H5P_DYNAMIC: the points of every answer on the way are added
 */
typedef enum
{
  KIST_H5P_NONE,
  KIST_H5P_STATIC,
  KIST_H5P_DYNAMIC,
} KistH5pScoring;

/**
 * KistH5p:
 * @source: the file it stands in, which its pictures are added to
 * @account: for each part
 * @media: (element-type utf8 KistZipEntry): what may be a picture, by its path; %NULL where it is too large
 * @n_media_bytes: how large they are together
 * @n_pictures: how many were brought along
 * @draft: what becomes of it
 * @content: its nodes; a node's id is its index
 * @names: (element-type utf8): a name for each node
 * @taken: (element-type utf8 gpointer): every name that a passage has, with the last number given to its like
 * @ends: (element-type utf8 utf8): the passage of each end screen by its number
 * @scores: (element-type utf8 gpointer): its points
 * @scoring: how points are counted
 * @where: what is being read: "screen 3, “Title”"
 */
typedef struct
{
  KistSource    *source;
  KistAccount   *account;
  GHashTable    *media;
  guint64        n_media_bytes;
  unsigned       n_pictures;
  KistDraft     *draft;
  JsonArray     *content;
  GPtrArray     *names;
  GHashTable    *taken;
  GHashTable    *ends;
  GHashTable    *scores;
  KistH5pScoring scoring;
  char          *where;
} KistH5p;

/* Whatever is missing or of another kind is NULL, "" or the number given. */
JsonObject *kist_h5p_get_object (JsonObject *object, const char *key);
JsonArray  *kist_h5p_get_array (JsonObject *object, const char *key);
JsonObject *kist_h5p_get_item (JsonArray *array, unsigned index);
const char *kist_h5p_get_text (JsonObject *object, const char *key);
gint64      kist_h5p_get_number (JsonObject *object, const char *key, gint64 otherwise);
gboolean    kist_h5p_get_flag (JsonObject *object, const char *key);

char       *kist_h5p_dup_line (const char *html);
char       *kist_h5p_dup_markdown (KistH5p *self, const char *html);
char       *kist_h5p_make_name (KistH5p *self, const char *title, const char *otherwise);
char       *kist_h5p_take_picture (KistH5p *self, JsonObject *image, const char *alt);
gboolean    kist_h5p_is_picture (const char *name, guint64 size, gpointer data);
void        kist_h5p_append_paragraph (GString *text, const char *paragraph);
void        kist_h5p_append_content (KistH5p *self, JsonObject *content, GString *text);
void        kist_h5p_append_screen (KistH5p *self, GString *text, const char *title, const char *subtitle);
void        kist_h5p_read_ends (KistH5p *self, JsonObject *scenario);
const char *kist_h5p_find_end (KistH5p *self, JsonObject *item, gint64 next, gint64 *score);

G_END_DECLS
