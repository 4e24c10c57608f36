#include "kist-fuzz.h"

#include "content/kist-markdown.h"
#include "fuzz-content.h"

/* Whatever the text: a tree as promised, or the error of a cap. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDocument) document = kist_markdown_parse (text, 1, &error);
  g_autoptr (KistDocument) copy = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  if (!document)
    return;
  check_document (document, text);
  copy = kist_document_slice (document, 0, G_MAXUINT);
  first = kist_document_to_text (document);
  second = kist_document_to_text (copy);
  g_assert_cmpstr (first, ==, second);
}
