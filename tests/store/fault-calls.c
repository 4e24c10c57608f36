#include "fault-calls.h"

#include <errno.h>
#include <unistd.h>

gssize __real_write (int file, const void *bytes, gsize length);
gssize __wrap_write (int file, const void *bytes, gsize length);
int    __real_fsync (int file);
int    __wrap_fsync (int file);
int    __real_rename (const char *from, const char *to);
int    __wrap_rename (const char *from, const char *to);

static unsigned fault_at, count;
static int      fault_number;
static gboolean has_failed, is_sync, is_once;

static gboolean
fails (gboolean is_a_sync)
{
  if (fault_at == 0 || ++count < fault_at || (is_once && has_failed))
    return FALSE;
  if (!has_failed)
    is_sync = is_a_sync;
  has_failed = TRUE;
  errno = fault_number;
  return TRUE;
}

gssize
__wrap_write (int file, const void *bytes, gsize length)
{
  if (!fails (FALSE))
    return __real_write (file, bytes, length);
  (void)!__real_write (file, bytes, length / 2);
  errno = fault_number;
  return -1;
}

int
__wrap_fsync (int file)
{
  return fails (TRUE) ? -1 : __real_fsync (file);
}

int
__wrap_rename (const char *from, const char *to)
{
  return fails (FALSE) ? -1 : __real_rename (from, to);
}

/* From now on counts from 1 and lets call number @at fail with the errno @number, and unless @only_once all after it,
 * as on a disk that stays full; 0 for a sound disk. */
void
fault_calls_set (unsigned at, int number, gboolean only_once)
{
  fault_at = at;
  fault_number = number;
  is_once = only_once;
  count = 0;
  has_failed = FALSE;
}

gboolean
fault_calls_have_failed (void)
{
  return has_failed;
}

/* Whether the first that failed was a sync: then what it was to make last may have been done. */
gboolean
fault_calls_failed_in_sync (void)
{
  return has_failed && is_sync;
}
