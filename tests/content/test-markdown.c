#include "content/kist-markdown.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"

/* A tree in one line, which reads like the document: "h2(Title) p(a *b*)". */
static void
append_outline (const KistBlock *block, GString *text)
{
  static const char *const names[] = { "doc",  "h",     "p",   "list", "item", "quote",
                                       "code", "table", "row", "cell", "rule", "img" };

  g_string_append (text, names[block->kind]);
  if (block->kind == KIST_BLOCK_HEADING)
    g_string_append_printf (text, "%u", block->level);
  if (block->is_ordered)
    g_string_append_printf (text, "%u", block->start);
  if (block->task)
    g_string_append (text, block->task == KIST_TASK_DONE ? "[x]" : "[ ]");
  if (block->id)
    g_string_append_printf (text, "#%s", block->id);
  if (block->target)
    g_string_append_printf (text, "@%s", block->target);
  g_string_append_c (text, '(');
  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      g_assert_true (*span->text);
      g_string_append_printf (text, "%s%s%s%s", i ? "|" : "", span->style & KIST_STYLE_EMPHASIS ? "*" : "",
                              span->style & KIST_STYLE_STRONG ? "**" : "", span->style & KIST_STYLE_CODE ? "`" : "");
      g_string_append_printf (text, "%s%s", span->style & KIST_STYLE_STRIKE ? "~" : "", span->text);
      if (span->target)
        g_string_append_printf (text, "<%s>", span->target);
    }
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    {
      g_string_append (text, i ? " " : "");
      append_outline (g_ptr_array_index (block->children, i), text);
    }
  g_string_append_c (text, ')');
}

static void
assert_outline (const char *markdown, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole = g_strdup_printf ("doc(%s)", expected);

  g_assert_no_error (error);
  append_outline (kist_document_get_root (document), text);
  g_assert_cmpstr (text->str, ==, whole);
}

/* Examples of the CommonMark specification 0.31.2, by number. */
static void
test_blocks_are_those_of_commonmark (void)
{
  assert_outline ("***\n---\n___\n", "rule() rule() rule()");                   /* 43 */
  assert_outline ("# foo\n## foo\n###### foo", "h1(foo) h2(foo) h6(foo)");      /* 62 */
  assert_outline ("#5 bolt\n\n#hashtag", "p(#5 bolt) p(#hashtag)");             /* 64 */
  assert_outline ("Foo *bar*\n=========\n", "h1(Foo |*bar)");                   /* 80 */
  assert_outline ("```\n<\n >\n```", "code(<\n >)");                            /* 119 */
  assert_outline ("> # Foo\n> bar\n> baz", "quote(h1(Foo) p(bar baz))");        /* 228 */
  assert_outline ("1.  A\n\n        code\n", "list1(item(p(A) code(code)))");   /* like 270 */
  assert_outline ("- foo\n  - bar\n", "list(item(p(foo) list(item(p(bar)))))"); /* like 294 */
  assert_outline ("3. a\n4. b\n", "list3(item(p(a)) item(p(b)))");              /* like 266 */
  assert_outline ("- a\n\n- b\n", "list(item(p(a)) item(p(b)))");               /* like 314 */
  assert_outline ("-\n- a\n", "list(item() item(p(a)))");                       /* like 281 */
  assert_outline ("", "");
}

static void
test_spans_are_those_of_commonmark (void)
{
  assert_outline ("*foo **bar** baz*", "p(*foo |***bar|* baz)");               /* 409 */
  assert_outline ("`` foo ` bar ``", "p(`foo ` bar)");                         /* 329 */
  assert_outline ("`code\nspan`", "p(`code span)");                            /* like 335 */
  assert_outline ("foo  \n     bar", "p(foo\nbar)");                           /* 636 */
  assert_outline ("foo\\\nbar", "p(foo\nbar)");                                /* 634 */
  assert_outline ("foo \n baz", "p(foo baz)");                                 /* 649 */
  assert_outline ("[link](/uri \"title\")", "p(link</uri>)");                  /* 482 */
  assert_outline ("[foo]: /url\n\n[foo]", "p(foo</url>)");                     /* 161 */
  assert_outline ("<https://foo.bar>", "p(https://foo.bar<https://foo.bar>)"); /* like 594 */
  assert_outline ("[a <https://b.c> d](e)", "p(a <e>|https://b.c<https://b.c>| d<e>)");
  assert_outline ("<foo@bar.example>", "p(foo@bar.example<mailto:foo@bar.example>)"); /* like 604 */
  assert_outline ("[a](</x?a=1&amp;b=2>)", "p(a</x?a=1&b=2>)");                       /* like 32 */
  assert_outline ("\\*not emphasised*", "p(*not emphasised*)");                       /* 14 */
}

static void
test_entities_are_characters (void)
{
  assert_outline ("&nbsp; &amp; &copy; &AElig; &frac34; &apos;", "p(\302\240 & © Æ ¾ ')"); /* 25 */
  assert_outline ("&#35; &#1234; &#992; &#0;", "p(# Ӓ Ϡ \357\277\275)");                   /* 26 */
  assert_outline ("&#X22; &#XD06; &#xcab; &#xD800;", "p(\" ആ ಫ \357\277\275)");            /* 27 */
  assert_outline ("&ThisIsNotDefined; &hi?; &nbs;", "p(&ThisIsNotDefined; &hi?; &nbs;)");  /* 28 */
  assert_outline ("`f&ouml;`", "p(`f&ouml;)");                                             /* 35 */
}

static void
test_html_is_text_and_bare_addresses_are_no_links (void)
{
  assert_outline ("<script>alert(1)</script>\n", "p(<script>alert(1)</script>)");
  assert_outline ("a <b>c</b>\n", "p(a <b>c</b>)");
  assert_outline ("see https://example.org now\n", "p(see https://example.org now)");
}

static void
test_githubs_tables_tasks_and_strikes_are_read (void)
{
  assert_outline ("| a | b |\n|---|---|\n| c | |\n", "table(row(cell(a) cell(b)) row(cell(c) cell()))");
  assert_outline ("- [ ] one\n- [x] two\n- three\n", "list(item[ ](p(one)) item[x](p(two)) item(p(three)))");
  assert_outline ("~~gone~~", "p(~gone)");
}

static void
test_a_paragraph_that_is_one_image_is_an_image (void)
{
  assert_outline ("![A *red* kist](kist.png)\n", "img@kist.png(A red kist)");
  assert_outline ("![](kist.png)\n", "img@kist.png()");
  assert_outline ("- ![a](a.png)\n", "list(item(img@a.png(a)))");
}

static void
test_other_images_stand_behind_their_words (void)
{
  assert_outline ("Here: ![a *kist*](kist.png)\n", "p(Here:) img@kist.png(a kist)");
  assert_outline ("See ![a](a.png) and\n![b &amp; c](<b.png>), both.\n",
                  "p(See and , both.) img@a.png(a) img@b.png(b & c)");
  assert_outline ("![a](a.png)![b](b.png)\n", "img@a.png(a) img@b.png(b)");
  assert_outline ("![a](a.png)\n![b](b.png)\n\nEnd.\n", "img@a.png(a) img@b.png(b) p(End.)");
  assert_outline ("- one ![a](a.png) {#x}\n- two\n", "list(item#x(p(one) img@a.png(a)) item(p(two)))");
  assert_outline ("> ## Title ![a](a.png)\n", "quote(h2(Title) img@a.png(a))");
  assert_outline ("| A |\n|---|\n| x ![a](a.png) |\n", "table(row(cell(A)) row(cell(x a))) img@a.png(a)");
  assert_outline ("[![a](a.png) b](c.md)\n", "p(b<c.md>) img@a.png(a)");
}

/* The blank before an image is no text of its own. */
static void
test_no_span_is_empty (void)
{
  g_autoptr (KistDocument) document = kist_markdown_parse ("*red* ![](a.png)\n", 1, NULL);
  const KistBlock *paragraph = g_ptr_array_index (kist_document_get_root (document)->children, 0);

  g_assert_cmpint (paragraph->kind, ==, KIST_BLOCK_PARAGRAPH);
  g_assert_cmpuint (paragraph->spans->len, ==, 1);
}

/* The line and column of an image, also of one without words, which is what an author has to find. */
static void
test_images_know_their_places (void)
{
  g_autoptr (KistDocument) document =
      kist_markdown_parse ("Ä ![](a.png) and\nmore ![b](b.png)\n\n![c][ref]\n\n[ref]: c.png\n", 10, NULL);
  const KistBlock *root = kist_document_get_root (document);
  const KistBlock *first = g_ptr_array_index (root->children, 1);
  const KistBlock *second = g_ptr_array_index (root->children, 2);
  const KistBlock *third = g_ptr_array_index (root->children, 3);

  g_assert_cmpuint (first->line, ==, 10);
  g_assert_cmpuint (first->column, ==, 3);
  g_assert_cmpuint (second->line, ==, 11);
  g_assert_cmpuint (second->column, ==, 6);
  g_assert_cmpuint (third->line, ==, 13);
  g_assert_cmpuint (third->column, ==, 0);
}

static void
test_an_id_at_the_end_is_no_text (void)
{
  assert_outline ("## Read: A title (5 min) {#a-title}\n", "h2#a-title(Read: A title (5 min))");
  assert_outline ("- [ ] Look {#look}\n- **Bold** {#b}\n", "list(item[ ]#look(p(Look)) item#b(p(**Bold)))");
  assert_outline ("- a {#x}\n\n  more {#y}\n", "list(item#x(p(a) p(more {#y})))");
  assert_outline ("A paragraph {#no}\n", "p(A paragraph {#no})");
  assert_outline ("# A {#Not An Id}\n", "h1(A {#Not An Id})");
  assert_outline ("# A {#in} the middle\n", "h1(A {#in} the middle)");
}

static const KistBlock *
child (const KistBlock *block, unsigned index)
{
  return g_ptr_array_index (block->children, index);
}

static void
test_blocks_know_their_lines (void)
{
  g_autoptr (KistDocument) document =
      kist_markdown_parse ("\n# One\n\ntext\nmore\n\n- a\n\n  b\n- [ ] c\n\n***\n\n```\n\ncode\n```\n"
                           "\n| a | b |\n|---|---|\n|  | c |\n\n> > deep\n",
                           10, NULL);
  const KistBlock *root = kist_document_get_root (document);
  const unsigned   lines[] = { 11, 13, 16, 21, 23, 28, 32 };

  g_assert_cmpuint (root->children->len, ==, G_N_ELEMENTS (lines));
  for (unsigned i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (child (root, i)->line, ==, lines[i]);
  g_assert_cmpuint (child (child (child (root, 2), 0), 1)->line, ==, 18);
  g_assert_cmpuint (child (child (root, 2), 1)->line, ==, 19);
  g_assert_cmpuint (child (child (root, 5), 1)->line, ==, 30);
  g_assert_cmpuint (child (child (child (root, 5), 1), 0)->line, ==, 30);
}

static void
assert_too_large (const char *markdown)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_markdown_parse (markdown, 1, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
}

static void
test_caps_hold (void)
{
  g_autofree char *large = g_strnfill (KIST_TEXT_MAX_BYTES + 1, 'a');
  g_autofree char *deep = g_strnfill (100000, '>');
  g_autoptr (GString) blocks = g_string_new (NULL);
  g_autoptr (GString) nested = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (KistDocument) document = NULL;

  for (unsigned i = 0; i < KIST_MARKDOWN_MAX_BLOCKS; i++)
    {
      g_string_append (blocks, "a\n\n");
      g_string_append (items, "- [ ] a\n\n  ![a](b)\n");
    }
  for (unsigned i = 0; i < KIST_MARKDOWN_MAX_DEPTH; i++)
    g_string_append (nested, "1. ");
  g_string_append (nested, "a");
  assert_too_large (large);
  assert_too_large (deep);
  assert_too_large (blocks->str);
  assert_too_large (items->str);
  assert_too_large (nested->str);
  /* One below the cap is read. */
  g_string_truncate (blocks, blocks->len - 3);
  document = kist_markdown_parse (blocks->str, 1, NULL);
  g_assert_nonnull (document);
}

static void
test_a_long_block_takes_time_in_proportion (void)
{
  g_autoptr (GString) text = g_string_new ("```\n");
  g_autoptr (KistDocument) document = NULL;

  /* Joined piece by piece these would be 10¹¹ bytes to copy; the test would not end. */
  while (text->len < 1000000)
    g_string_append (text, "a\n");
  document = kist_markdown_parse (text->str, 1, NULL);
  g_assert_cmpuint (child (kist_document_get_root (document), 0)->spans->len, ==, 1);
}

static void
test_text_and_words_leave_style_out (void)
{
  g_autoptr (KistDocument) document =
      kist_markdown_parse ("# It's *here*\n\n- one\n- two — 3\n\n| a | b |\n|-|-|\n", 1, NULL);
  g_autoptr (KistDocument) slice = kist_document_slice (document, 1, 9);
  g_autofree char *text = kist_document_to_text (document);
  g_autofree char *rest = kist_document_to_text (slice);

  g_assert_cmpstr (text, ==, "It's here\n\none\ntwo — 3\n\na\tb");
  g_assert_cmpstr (rest, ==, "one\ntwo — 3\n\na\tb");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/markdown/blocks-are-those-of-commonmark", test_blocks_are_those_of_commonmark);
  g_test_add_func ("/markdown/spans-are-those-of-commonmark", test_spans_are_those_of_commonmark);
  g_test_add_func ("/markdown/entities-are-characters", test_entities_are_characters);
  g_test_add_func ("/markdown/html-is-text-and-bare-addresses-are-no-links",
                   test_html_is_text_and_bare_addresses_are_no_links);
  g_test_add_func ("/markdown/githubs-tables-tasks-and-strikes-are-read",
                   test_githubs_tables_tasks_and_strikes_are_read);
  g_test_add_func ("/markdown/a-paragraph-that-is-one-image-is-an-image",
                   test_a_paragraph_that_is_one_image_is_an_image);
  g_test_add_func ("/markdown/other-images-stand-behind-their-words", test_other_images_stand_behind_their_words);
  g_test_add_func ("/markdown/no-span-is-empty", test_no_span_is_empty);
  g_test_add_func ("/markdown/images-know-their-places", test_images_know_their_places);
  g_test_add_func ("/markdown/an-id-at-the-end-is-no-text", test_an_id_at_the_end_is_no_text);
  g_test_add_func ("/markdown/blocks-know-their-lines", test_blocks_know_their_lines);
  g_test_add_func ("/markdown/caps-hold", test_caps_hold);
  g_test_add_func ("/markdown/a-long-block-takes-time-in-proportion", test_a_long_block_takes_time_in_proportion);
  g_test_add_func ("/markdown/text-and-words-leave-style-out", test_text_and_words_leave_style_out);
  return g_test_run ();
}
