/* A disk that fails when told to: a SQLite VFS over the default one, which becomes the default itself. It counts every
 * write, sync and truncation of any file and lets the chosen one fail, half done as on a real disk that fills up. One
 * per process; made before the first database is opened. Set from the test's thread while no database is at work. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultMode:
 * @FAULT_NONE: a sound disk
 * @FAULT_ONCE: the chosen operation fails, those after it do not
 * @FAULT_FROM: the chosen operation and all after it fail, as on a disk that stays full
 */
typedef enum
{
  FAULT_NONE,
  FAULT_ONCE,
  FAULT_FROM,
} FaultMode;

void     fault_vfs_install (void);
void     fault_vfs_set (FaultMode mode, unsigned at, int code, int number);
unsigned fault_vfs_get_count (void);
gboolean fault_vfs_has_failed (void);
void     fault_vfs_set_read_only (gboolean is_read_only);

G_END_DECLS
