/* Cuts the body of a Thing into its steps: reads the headings, takes tasks, prompts and targets out of what is shown,
 * and says what is wrong with each. Pure; any thread. */
#pragma once

#include "base/kist-report.h"
#include "content/kist-document.h"

G_BEGIN_DECLS

GPtrArray *kist_thing_parser_read_steps (KistDocument *body, const char *file, KistReport *report, unsigned *n_intro);

G_END_DECLS
