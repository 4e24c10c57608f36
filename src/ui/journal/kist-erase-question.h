/* The one question before entries are deleted for good: the one act in the journal that nothing can undo. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The response that says so. */
#define KIST_ERASE_QUESTION_YES "erase"

AdwDialog *kist_erase_question_new (const char *title, unsigned n_entries);

G_END_DECLS
