#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* behind this struct, in the same memory */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  fault_vfs;
static FaultMode    fault_mode;
static unsigned     fault_at;
static int          fault_code;
static int          fault_number;
static gint         operation_count; /* atomic */
static gint         failure_count;   /* atomic */
static gint         read_only;       /* atomic */

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *)file)->real;
}

static gboolean
is_to_fail (void)
{
  unsigned count = (unsigned)g_atomic_int_add (&operation_count, 1) + 1;
  gboolean fails = (fault_mode == FAULT_ONCE && count == fault_at) || (fault_mode == FAULT_FROM && count >= fault_at);

  if (fails)
    g_atomic_int_inc (&failure_count);
  return fails;
}

static int
fault_close (sqlite3_file *file)
{
  return real_of (file)->pMethods ? real_of (file)->pMethods->xClose (real_of (file)) : SQLITE_OK;
}

static int
fault_read (sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), to, length, offset);
}

static int
fault_write (sqlite3_file *file, const void *from, int length, sqlite3_int64 offset)
{
  if (!is_to_fail ())
    return real_of (file)->pMethods->xWrite (real_of (file), from, length, offset);
  real_of (file)->pMethods->xWrite (real_of (file), from, length / 2, offset);
  return fault_code;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return is_to_fail () ? fault_code : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  return is_to_fail () ? fault_code : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
fault_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
fault_check_lock (sqlite3_file *file, int *is_locked)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is_locked);
}

static int
fault_control (sqlite3_file *file, int operation, void *data)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, to);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

/* Version 2: without memory-mapped reading, which would go past this disk. */
static const sqlite3_io_methods fault_methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *)file;
  int        result;

  self->real = (sqlite3_file *)(self + 1);
  /* As the real one does where the file's permissions do not let it write. */
  if (g_atomic_int_get (&read_only) && (flags & SQLITE_OPEN_READWRITE))
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = result == SQLITE_OK ? &fault_methods : NULL;
  return result;
}

static int
fault_last_error (sqlite3_vfs *vfs, int size, char *text)
{
  return g_atomic_int_get (&failure_count) > 0 ? fault_number : real_vfs->xGetLastError (real_vfs, size, text);
}

/* Makes this disk the default one. */
void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.szOsFile = real_vfs->szOsFile + (int)sizeof (FaultFile);
  fault_vfs.xOpen = fault_open;
  fault_vfs.xGetLastError = fault_last_error;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* From now on counts from 1, and lets operation number @at fail with SQLite's @code and the errno @number. */
void
fault_vfs_set (FaultMode mode, unsigned at, int code, int number)
{
  fault_mode = mode;
  fault_at = at;
  fault_code = code;
  fault_number = number;
  g_atomic_int_set (&operation_count, 0);
  g_atomic_int_set (&failure_count, 0);
}

/* How many writes, syncs and truncations there were since then. */
unsigned
fault_vfs_get_count (void)
{
  return (unsigned)g_atomic_int_get (&operation_count);
}

/* Whether any of them failed. */
gboolean
fault_vfs_has_failed (void)
{
  return g_atomic_int_get (&failure_count) > 0;
}

/* Whether files can only be opened for reading. */
void
fault_vfs_set_read_only (gboolean is_read_only)
{
  g_atomic_int_set (&read_only, is_read_only);
}
