/* Turns a condition or a value as SugarCube, Harlowe and Chapbook write it into an expression of Kist's dialect:
 * integers and flags, or nothing. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistDialect:
 * @KIST_DIALECT_PLAIN: links and Kist's own keys; what Snowman adds is code
 * @KIST_DIALECT_SUGARCUBE: `<<set $x to 1>>`
 * @KIST_DIALECT_HARLOWE: `(set: $x to 1)`
 * @KIST_DIALECT_CHAPBOOK: `x: 1` above `--`, `[if x]`
 *
 * What the text of a passage is written in.
 */
typedef enum
{
  KIST_DIALECT_PLAIN,
  KIST_DIALECT_SUGARCUBE,
  KIST_DIALECT_HARLOWE,
  KIST_DIALECT_CHAPBOOK,
} KistDialect;

char *kist_foreign_expression (const char *text, gsize length, KistDialect dialect, const char *passage);
char *kist_foreign_assignment (const char *text, gsize length, KistDialect dialect, const char *passage);
char *kist_foreign_negation (const char *expression);
char *kist_foreign_conjunction (const char *left, const char *right);
char *kist_foreign_visited (const char *passage);

G_END_DECLS
