#include "kist-image-facts.h"

#include <gexiv2/gexiv2.h>
#include <string.h>

#include "kist-image-png.h"

/* Of one kind, in characters: enough to know what it is. */
#define MOST_CHARACTERS 200

static const struct
{
  const char *id;
  const char *certainty;
  const char *why;
} kinds[] = {
  [KIST_IMAGE_FACT_PLACE] = { "picture-place", "certain", "The file says where the picture was taken." },
  [KIST_IMAGE_FACT_PERSON] = { "picture-person", "certain", "The file names who took the picture or is on it." },
  [KIST_IMAGE_FACT_TIME] = { "picture-time", "likely", "The file says when the picture was taken." },
  [KIST_IMAGE_FACT_WORDS] = { "picture-words", "likely", "The file holds words that nobody sees in the picture." },
  [KIST_IMAGE_FACT_DEVICE] = { "picture-device", "weak", "The file says with what the picture was taken." },
  [KIST_IMAGE_FACT_PREVIEW] = { "picture-preview", "weak",
                                "The file holds a small copy, which may show what was cut off the picture." },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == KIST_IMAGE_N_FACTS);

/* How the names of the tags begin that tell something, as exiv2.org/metadata.html has them. */
static const struct
{
  const char       *prefix;
  KistImageFactKind kind;
} tags[] = {
  { "Exif.GPSInfo.GPSL", KIST_IMAGE_FACT_PLACE },
  { "Exif.GPSInfo.GPSDest", KIST_IMAGE_FACT_PLACE },
  { "Exif.GPSInfo.GPSAreaInformation", KIST_IMAGE_FACT_PLACE },
  { "Exif.GPSInfo.GPSDateStamp", KIST_IMAGE_FACT_TIME },
  { "Xmp.exif.GPSL", KIST_IMAGE_FACT_PLACE },
  { "Xmp.photoshop.City", KIST_IMAGE_FACT_PLACE },
  { "Xmp.iptc.Location", KIST_IMAGE_FACT_PLACE },
  { "Xmp.iptcExt.Location", KIST_IMAGE_FACT_PLACE },
  { "Iptc.Application2.City", KIST_IMAGE_FACT_PLACE },
  { "Iptc.Application2.SubLocation", KIST_IMAGE_FACT_PLACE },
  { "Iptc.Application2.LocationName", KIST_IMAGE_FACT_PLACE },
  { "Exif.Image.Artist", KIST_IMAGE_FACT_PERSON },
  { "Exif.Image.Copyright", KIST_IMAGE_FACT_PERSON },
  { "Exif.Image.XPAuthor", KIST_IMAGE_FACT_PERSON },
  { "Exif.Photo.CameraOwnerName", KIST_IMAGE_FACT_PERSON },
  { "Xmp.aux.OwnerName", KIST_IMAGE_FACT_PERSON },
  { "Xmp.dc.creator", KIST_IMAGE_FACT_PERSON },
  { "Xmp.dc.rights", KIST_IMAGE_FACT_PERSON },
  { "Xmp.iptcExt.PersonInImage", KIST_IMAGE_FACT_PERSON },
  { "Xmp.mwg-rs.Regions", KIST_IMAGE_FACT_PERSON },
  { "Xmp.MP.RegionInfo", KIST_IMAGE_FACT_PERSON },
  { "Iptc.Application2.Byline", KIST_IMAGE_FACT_PERSON },
  { "Iptc.Application2.Copyright", KIST_IMAGE_FACT_PERSON },
  { "Iptc.Application2.Writer", KIST_IMAGE_FACT_PERSON },
  { "Exif.Photo.DateTime", KIST_IMAGE_FACT_TIME },
  { "Exif.Image.DateTime", KIST_IMAGE_FACT_TIME },
  { "Xmp.xmp.CreateDate", KIST_IMAGE_FACT_TIME },
  { "Xmp.exif.DateTime", KIST_IMAGE_FACT_TIME },
  { "Xmp.photoshop.DateCreated", KIST_IMAGE_FACT_TIME },
  { "Iptc.Application2.DateCreated", KIST_IMAGE_FACT_TIME },
  { "Exif.Image.ImageDescription", KIST_IMAGE_FACT_WORDS },
  { "Exif.Image.XPTitle", KIST_IMAGE_FACT_WORDS },
  { "Exif.Image.XPComment", KIST_IMAGE_FACT_WORDS },
  { "Exif.Image.XPKeywords", KIST_IMAGE_FACT_WORDS },
  { "Exif.Image.XPSubject", KIST_IMAGE_FACT_WORDS },
  { "Exif.Photo.UserComment", KIST_IMAGE_FACT_WORDS },
  { "Xmp.dc.title", KIST_IMAGE_FACT_WORDS },
  { "Xmp.dc.description", KIST_IMAGE_FACT_WORDS },
  { "Xmp.dc.subject", KIST_IMAGE_FACT_WORDS },
  { "Iptc.Application2.Caption", KIST_IMAGE_FACT_WORDS },
  { "Iptc.Application2.Headline", KIST_IMAGE_FACT_WORDS },
  { "Iptc.Application2.Keywords", KIST_IMAGE_FACT_WORDS },
  { "Iptc.Application2.ObjectName", KIST_IMAGE_FACT_WORDS },
  { "Exif.Image.Make", KIST_IMAGE_FACT_DEVICE },
  { "Exif.Image.Model", KIST_IMAGE_FACT_DEVICE },
  { "Exif.Image.HostComputer", KIST_IMAGE_FACT_DEVICE },
  { "Exif.Photo.BodySerialNumber", KIST_IMAGE_FACT_DEVICE },
  { "Exif.Photo.LensSerialNumber", KIST_IMAGE_FACT_DEVICE },
  { "Xmp.tiff.Make", KIST_IMAGE_FACT_DEVICE },
  { "Xmp.tiff.Model", KIST_IMAGE_FACT_DEVICE },
  { "Xmp.aux.SerialNumber", KIST_IMAGE_FACT_DEVICE },
  { "Exif.Thumbnail.", KIST_IMAGE_FACT_PREVIEW },
};

/* Exiv2's reader of XMP has one state for all threads. */
static GMutex mutex;

static gpointer
start_once (gpointer data)
{
  gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE); /* what is wrong with a file's metadata is nobody's concern */
  return GINT_TO_POINTER (gexiv2_initialize ());
}

/* In one line of printable characters; each text once. */
static void
add (KistImageFacts *self, KistImageFactKind kind, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (self->texts[kind]);
  gboolean is_blank = TRUE;

  if (self->texts[kind] && *valid && strstr (self->texts[kind], valid))
    return;
  if (line->len > 0 && *valid)
    g_string_append (line, ", ");
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      {
        g_string_append_unichar (line, g_utf8_get_char (p));
        is_blank = FALSE;
      }
    else if (!is_blank)
      {
        g_string_append_c (line, ' ');
        is_blank = TRUE;
      }
  g_free (self->texts[kind]);
  self->texts[kind] = g_utf8_substring (line->str, 0, MIN (MOST_CHARACTERS, g_utf8_strlen (line->str, -1)));
  g_strchomp (self->texts[kind]);
}

static void
add_tag (KistImageFacts *self, GExiv2Metadata *metadata, const char *tag)
{
  g_autofree char *text = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (tag, tags[i].prefix))
      {
        /* A position comes as one; of a region of a face, and of a small copy, the numbers tell nobody anything. */
        if (strstr (tag, "GPSL") == NULL && tags[i].kind != KIST_IMAGE_FACT_PREVIEW)
          text = gexiv2_metadata_try_get_tag_interpreted_string (metadata, tag, NULL);
        add (self, tags[i].kind, text ? text : "");
        return;
      }
}

static void
add_tags (KistImageFacts *self, GExiv2Metadata *metadata, char **names)
{
  for (char **name = names; name && *name; name++)
    add_tag (self, metadata, *name);
  g_strfreev (names);
}

static void
add_metadata (KistImageFacts *self, GExiv2Metadata *metadata)
{
  g_autofree char *comment = NULL;
  double           longitude, latitude, altitude;

  if (gexiv2_metadata_try_get_gps_info (metadata, &longitude, &latitude, &altitude, NULL) &&
      (longitude != 0 || latitude != 0))
    {
      char             north[G_ASCII_DTOSTR_BUF_SIZE], east[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;

      g_ascii_formatd (north, sizeof north, "%.4f", latitude);
      g_ascii_formatd (east, sizeof east, "%.4f", longitude);
      place = g_strdup_printf ("%s, %s", north, east);
      add (self, KIST_IMAGE_FACT_PLACE, place);
    }
  add_tags (self, metadata, gexiv2_metadata_get_exif_tags (metadata));
  add_tags (self, metadata, gexiv2_metadata_get_iptc_tags (metadata));
  add_tags (self, metadata, gexiv2_metadata_get_xmp_tags (metadata));
  comment = gexiv2_metadata_try_get_comment (metadata, NULL);
  if (comment && *comment)
    add (self, KIST_IMAGE_FACT_WORDS, comment);
}

static void
png_text_cb (const char *text, gpointer data)
{
  /* Programs keep EXIF and IPTC there as digits, which exiv2 has read already. */
  if (!g_str_has_prefix (text, "Raw profile"))
    add (data, KIST_IMAGE_FACT_WORDS, text);
}

/**
 * kist_image_facts_read:
 * @bytes: a file
 *
 * What cannot be understood is passed over: nothing of it is kept whatever it says.
 *
 * Returns: (transfer full): what it tells
 */
KistImageFacts *
kist_image_facts_read (GBytes *bytes)
{
  static GOnce    once = G_ONCE_INIT;
  KistImageFacts *self = g_new0 (KistImageFacts, 1);
  g_autoptr (GExiv2Metadata) metadata = NULL;
  gsize         length;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, self);

  data = g_bytes_get_data (bytes, &length);
  g_once (&once, start_once, NULL);
  g_mutex_lock (&mutex);
  metadata = gexiv2_metadata_new ();
  if (length > 0 && gexiv2_metadata_open_buf (metadata, data, (glong)length, NULL))
    add_metadata (self, metadata);
  g_mutex_unlock (&mutex);
  kist_image_png_foreach_text (bytes, png_text_cb, self);
  return self;
}

/**
 * kist_image_facts_free:
 * @self: (transfer full) (nullable): facts
 */
void
kist_image_facts_free (KistImageFacts *self)
{
  if (!self)
    return;
  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * kist_image_fact_get_id:
 * @kind: a kind
 *
 * Returns: its permanent name, beside those of #KistPrivacyKind
 */
const char *
kist_image_fact_get_id (KistImageFactKind kind)
{
  g_return_val_if_fail (kind < KIST_IMAGE_N_FACTS, NULL);

  return kinds[kind].id;
}

/**
 * kist_image_fact_get_why:
 * @kind: a kind
 *
 * Returns: one sentence in British English that says what it is about; what shows it in a window has its own words
 */
const char *
kist_image_fact_get_why (KistImageFactKind kind)
{
  g_return_val_if_fail (kind < KIST_IMAGE_N_FACTS, NULL);

  return kinds[kind].why;
}

/**
 * kist_image_fact_get_certainty:
 * @kind: a kind
 *
 * Returns: how sure it is that somebody can be known by it: "weak", "likely" or "certain", as #KistPrivacyCertainty
 */
const char *
kist_image_fact_get_certainty (KistImageFactKind kind)
{
  g_return_val_if_fail (kind < KIST_IMAGE_N_FACTS, NULL);

  return kinds[kind].certainty;
}
