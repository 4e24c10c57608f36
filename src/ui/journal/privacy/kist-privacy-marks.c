#include "kist-privacy-marks.h"

#include "journal/privacy/kist-privacy-concern.h"

/* Nobody looks at more, and each mark is laid out. */
#define MAX_MARKS 500

/**
 * kist_privacy_marks_create_tag:
 * @buffer: a text
 *
 * A tint and a line: not by colour alone, and neither the red wave of a wrong spelling.
 *
 * Returns: (transfer none): the tag, which is @buffer's
 */
GtkTextTag *
kist_privacy_marks_create_tag (GtkTextBuffer *buffer)
{
  const GdkRGBA amber = { 0.90f, 0.65f, 0.04f, 1.0f };
  const GdkRGBA tint = { 0.96f, 0.76f, 0.07f, 0.22f };

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  return gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_DOUBLE, "underline-rgba", &amber,
                                     "background-rgba", &tint, NULL);
}

/**
 * kist_privacy_marks_show:
 * @buffer: the text that was checked
 * @tag: of kist_privacy_marks_create_tag()
 * @concerns: (element-type KistPrivacyConcern): what was found in it, and what of it is meant so
 *
 * Marks what is to be looked at, and nothing else.
 */
void
kist_privacy_marks_show (GtkTextBuffer *buffer, GtkTextTag *tag, GPtrArray *concerns)
{
  GtkTextIter start, end;
  unsigned    n_marks = 0;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer) && GTK_IS_TEXT_TAG (tag) && concerns != NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);

      /* A combination is a sentence: marking all of it would hide what in it tells. */
      if (concern->is_meant || concern->kind == KIST_PRIVACY_COMBINATION)
        continue;
      for (guint j = 0; j < concern->places->len && n_marks < MAX_MARKS; j++)
        {
          const KistPrivacyPlace *place = &g_array_index (concern->places, KistPrivacyPlace, j);

          if (place->is_title)
            continue;
          gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)place->start);
          gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)place->end);
          gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
          n_marks++;
        }
    }
}
