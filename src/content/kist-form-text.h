/* A draft as the plain text that is pasted into a web form: what its reader sees, without Markdown's marks. It is in
 * content/ because it walks the block tree, and nothing above content/ knows Markdown. Pure; any thread; linear.
 *
 * Byte for byte, for the document that kist_markdown_parse() makes of the draft:
 *
 *  1. UTF-8; lines end with "\n". No line begins or ends with a blank, apart from the indents and tabs of rules 6, 8
 *     and 9. There is exactly one empty line between two blocks, and never more than one. The text ends with one "\n",
 *     or is "" where there is nothing to show.
 *  2. The title, where there is one, is the first block.
 *  3. A heading is a block of one line, whatever its level, with no mark.
 *  4. A paragraph is a block. Its lines are joined by a blank; a hard line break stays a line break, and of several in
 *     a row one. A run of white space of any kind, no-break spaces too, is one blank; control characters are left out.
 *  5. Of emphasis, strong, struck and code text the text stays. A link is its text, a blank, and its address in round
 *     brackets: "our policy (https://example.org/policy)". "mailto:" is left off. The address is not repeated where
 *     the text says it already, with or without "http://" or "https://". Escapes and entities are the characters they
 *     stand for. HTML is text, as everywhere in Kist.
 *  6. Each item of a list begins a line with "- ", or "1. " where it is numbered, counting on from the list's own first
 *     number; an open task with U+2610 and a blank in place of "- ", a done one with U+2611, and behind the number of a
 *     numbered one. Further lines of an item are indented by as many blanks as its mark has characters. Items follow
 *     each other without an empty line, and a list follows its paragraph within an item so too; but a list of which an
 *     item holds two blocks or more, lists and what rule 10 leaves out not counted, has empty lines throughout.
 *  7. Each paragraph of a quotation stands between U+201C and U+201D, unless it begins with a quotation mark or, to say
 *     whose words they are, with an en or em dash. What else is in a quotation is written as outside of one.
 *  8. Code is a block with its lines and their indents as they are; blanks at the end of a line, and empty lines at the
 *     beginning and the end are left out, and of several empty lines in a row one stays.
 *  9. Each row of a table is a line, a tab between its cells; tabs behind its last cell with text are left out.
 * 10. Rules, pictures with their words, definitions of links, blocks and items without text are left out. (Words of a
 *     picture in a table stay in their cell.) A permanent "{#id}" is no text in Kist. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kist_form_text_new (const char *title, const char *markdown, GError **error);

G_END_DECLS
