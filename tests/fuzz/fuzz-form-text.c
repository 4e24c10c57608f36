#include "kist-fuzz.h"

#include "content/kist-form-text.h"
#include "fuzz-content.h"

/* Whatever is typed: clean text as kist-form-text.h promises it, or the error of a cap. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *draft = dup_text (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_form_text_new (length % 2 ? " A  title " : NULL, draft, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (!text || !*text)
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (*text != '\n' && g_str_has_suffix (text, "\n") && !g_str_has_suffix (text, "\n\n"));
  g_assert_null (strstr (text, "\n\n\n"));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_assert_true (character == '\n' || character == '\t' || !g_unichar_iscntrl (character));
      if (g_unichar_isspace (character) && *p != '\n')
        g_assert_cmpint (*g_utf8_next_char (p), !=, '\n');
    }
}
