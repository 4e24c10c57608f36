/* Foreign HTML as a row of tokens: text, starts and ends of elements. It never looks back and never nests, so that any
 * input takes time in proportion to its length. What holds a program (script, style and the like) is no text of any
 * token. Points into the text it reads, which must outlive it. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KIST_HTML_TEXT,
  KIST_HTML_START,
  KIST_HTML_END,
  KIST_HTML_DROPPED, /* an element with all that was in it; name says which */
} KistHtmlKind;

/**
 * KistHtmlToken:
 * @kind: what it is
 * @name: of an element, in small letters, cut off where it is longer than any that counts
 * @start: the text, or the attributes of a start
 * @length: of it in bytes
 * @line: where it begins, from 1
 */
typedef struct
{
  KistHtmlKind kind;
  char         name[16];
  const char  *start;
  gsize        length;
  unsigned     line;
} KistHtmlToken;

typedef struct
{
  const char *at;
  unsigned    line;
  gboolean    is_cut; /* the input ends inside of a tag, a comment or a script */
} KistHtmlLexer;

gboolean kist_html_lexer_next (KistHtmlLexer *self, KistHtmlToken *token);
char    *kist_html_token_dup_attribute (const KistHtmlToken *token, const char *name);
char    *kist_html_decode (const char *text, gsize length);

G_END_DECLS
