/* The one window: the sidebar with the sections, the pages on their stack, and the way in when the record cannot be
 * opened. Pages ask for other pages by its actions and know none of them:
 *
 *  win.open-section (s)   "home", "learn", "practise", "journal", "badges", "record", "codes"
 *  win.open-thing (s)     a Thing's key
 *  win.open-step (ss)     a Thing's key, a step's id
 *  win.open-entry (s)     an entry's id
 *  win.preview-entry (s)  an entry's id: as a web page
 *  win.new-entry (s)      a Thing's key, or "" for an entry of its own
 *  win.open-badge (s)     a badge's id
 *  win.open-map (sss)     a Thing's key, a step's id, the choices of the run that stands out, or ""
 *  win.open-group (ss)    a Thing's key, a step's id; win.open-runs (ss) too
 *  win.open-comparison (ssss)  a Thing's key, a step's id, the ids of two runs, the second one or ""
 *  win.open-code (s)      a code, "workers-2024/2.8"
 *  win.open-link (s)      an address outside, after asking
 *  win.delete-entry (s)   an entry's id
 *  win.undelete-entry (s) an entry's id, as long as the window lives
 *  win.erase-entries (as) the ids of entries that the person said are to be deleted for good
 *  win.open-bin           what was deleted
 *  win.bring-in-blog      a blog of one's own, after asking which file
 *  win.bring-in-folder    the same, after asking which folder of Markdown
 *  win.open-blog (s)      the path of that file or folder, to say first what comes of it
 *  win.show-brought-in (as) the ids of the entries that came of it
 *  win.take-back (as)     puts them in the bin
 *  win.complain (ss)      a heading, and what went wrong
 *  win.open-file (s)      the path of a pack to install, of a pack's folder to work on, of a back-up to restore, of a
 *                         blog, of a picture for the entry that is open, or of what else there is
 *  win.import             the same, after asking which
 *  win.import-file (s)    the path of a foreign file, to say first what becomes of it
 *  win.open-imported (s)  the folder of the pack it went to, instead of the page about the file
 *  win.open-pack-folder   the same for a folder
 *  win.open-author (s)    the path of a pack's folder
 *  win.try-scenario (ss)  that folder, and the file of a scenario in it
 *  win.preview (sss)      plays it from a passage
 *  win.say-made (s)       the path of a file that was made; win.show-file (s) shows where it is
 *  win.show-folder (s)    the path of a folder; win.edit-file (s) opens a file in the person's own editor
 *  win.remove-pack (s)    the id of a pack that was installed; win.restore-pack (s) takes that back
 *  win.back-up            back-ups, made and restored
 *  win.restore            asks for a back-up's file
 *  win.restore-file (s)   shows what is in it
 *  win.restore-copy (s)   the path of a rolling back-up, to be restored at once
 *  win.preferences        what a person sets once
 *  win.toast (s)          something short to say
 *  win.retry-saving       hand what was not saved to the store again
 *
 * Owned by the application. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_WINDOW (kist_window_get_type ())
G_DECLARE_FINAL_TYPE (KistWindow, kist_window, KIST, WINDOW, AdwApplicationWindow)

void     kist_window_set_services (KistWindow *self, KistServices *services);
void     kist_window_set_library (KistWindow *self, KistLibrary *library);
gboolean kist_window_is_ready (KistWindow *self);
void     kist_window_show_recovery (KistWindow *self, KistStore *store, const GError *error);

G_END_DECLS
