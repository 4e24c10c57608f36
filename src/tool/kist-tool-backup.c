/* kist-tool backup and restore: the person's folder as one file, and back. */
#include <signal.h>
#include <unistd.h>

#include "base/kist-clock.h"
#include "base/kist-date.h"
#include "kist-tool.h"
#include "store/backup/kist-restoration.h"

typedef struct
{
  char *data;       /* (owned): the person's folder */
  char *output;     /* (owned) (nullable) */
  char *words_file; /* (owned) (nullable) */
} Options;

typedef struct
{
  GCancellable *cancellable; /* (owned) */
  int           shown;       /* percent; -1 for none yet */
} Watch;

static volatile sig_atomic_t is_interrupted;

static void
interrupt_cb (int number)
{
  is_interrupted = 1;
}

static void
progress_cb (gint64 done, gint64 total, gpointer data)
{
  Watch *watch = data;
  int    percent = total > 0 ? (int)(100.0 * (double)done / (double)total) : 0;

  if (is_interrupted)
    g_cancellable_cancel (watch->cancellable);
  if (percent == watch->shown || !isatty (STDERR_FILENO))
    return;
  watch->shown = percent;
  g_printerr ("\rkist-tool: %d %%%s", percent, percent == 100 ? "\n" : "");
}

static void
options_clear (Options *options)
{
  g_free (options->data);
  g_free (options->output);
  g_free (options->words_file);
}

static void
use_usual_folder (Options *options)
{
  if (!options->data)
    options->data = g_build_filename (g_get_user_data_dir (), "kist", NULL);
}

/* Says what @info counts and what happened to it. */
static void
print_summary (const KistBackupInfo *info, const char *what)
{
  g_autoptr (GDateTime) date = kist_date_new_utc (info->time);
  g_autofree char *made = g_date_time_format (date, "%Y-%m-%d %H:%M:%S");

  g_printerr ("kist-tool: %s of %s UTC: entries: %" G_GINT64_FORMAT ", events: %" G_GINT64_FORMAT "\n", what, made,
              info->n_entries, info->n_events);
}

typedef KistBackupInfo *(
    *Work) (const Options *options, const char *file, gint64 now, const KistBackupJob *job, GError **error);

static KistBackupInfo *
back_up (const Options *options, const char *file, gint64 now, const KistBackupJob *job, GError **error)
{
  return kist_backup_file_make (options->data, file, now, job, error);
}

static KistBackupInfo *
restore (const Options *options, const char *file, gint64 now, const KistBackupJob *job, GError **error)
{
  return kist_restoration_run (file, options->data, now, job, error);
}

/* Does @work with what the options say; stops it when the person does. Returns: (transfer full) (nullable) */
static KistBackupInfo *
run (Work work, const Options *options, const char *file, GError **error)
{
  const struct sigaction action = { .sa_handler = interrupt_cb };
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KistPassphrase) passphrase = NULL;
  Watch         watch = { cancellable, -1 };
  KistBackupJob job = { .progress = progress_cb, .data = &watch, .cancellable = cancellable };

  if (options->words_file)
    {
      passphrase = kist_passphrase_read (options->words_file, error);
      if (!passphrase)
        return NULL;
    }
  job.passphrase = passphrase;
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  return work (options, file, kist_clock_now (clock), &job, error);
}

static int
complain_of (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return kist_tool_complain (KIST_TOOL_UNREADABLE, "It was stopped, and everything is as it was.");
  return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
}

static int
make (Options *options)
{
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  use_usual_folder (options);
  info = run (back_up, options, options->output, &error);
  if (!info)
    return complain_of (error);
  g_print ("%s\n", options->output);
  print_summary (info, "backed up what was there at the moment");
  if (!info->is_sealed)
    g_printerr ("kist-tool: the file is not sealed: whoever has it can read all of it\n");
  return KIST_TOOL_CLEAN;
}

int
kist_tool_backup (int argc, char **argv)
{
  __attribute__ ((cleanup (options_clear))) Options options = { 0 };
  const GOptionEntry                                entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options.data, "The person's data folder, if it is not the usual one",
                                     "DIR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "The file to make", "FILE" KIST_BACKUP_FILE_SUFFIX },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.words_file,
                                     "Seal it with the first line of a file, or of standard input", "FILE|-" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!kist_tool_parse_options (&argc, &argv, entries, "backup [--data DIR] -o FILE" KIST_BACKUP_FILE_SUFFIX,
                                "Makes one file of all that a person did and wrote. With a passphrase the file is\n"
                                "sealed, and nobody reads or changes it without: a lost one cannot be made again.\n"
                                "A file that is there is replaced when the new one is whole; Ctrl+C stops it and\n"
                                "leaves the old one. Packs are not in it: they are files of their own.\n"
                                "It may be done while Kist is open: the database is read in one transaction, as it\n"
                                "was at one moment.\n\n"
                                "Exit status: 0 made, 2 wrong usage, 3 DIR cannot be read, FILE cannot be written or\n"
                                "it was stopped.\n",
                                &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 1 || !options.output)
    return kist_tool_complain (KIST_TOOL_USAGE, "“backup” needs “-o FILE" KIST_BACKUP_FILE_SUFFIX "”.");
  if (!g_str_has_suffix (options.output, KIST_BACKUP_FILE_SUFFIX))
    return kist_tool_complain (KIST_TOOL_USAGE, "The name of a back-up ends in “" KIST_BACKUP_FILE_SUFFIX "”.");
  return make (&options);
}

int
kist_tool_restore (int argc, char **argv)
{
  __attribute__ ((cleanup (options_clear))) Options options = { 0 };
  const GOptionEntry                                entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options.data, "The person's data folder, if it is not the usual one",
                                     "DIR" },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.words_file,
                                     "What the file was sealed with: the first line of a file, or of standard input", "FILE|-" },
    { NULL },
  };
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  if (!kist_tool_parse_options (&argc, &argv, entries, "restore FILE [--data DIR]",
                                "Puts what is in a back-up, or in a file with everything (“kist-tool export”), in the "
                                "place of what is in the folder, which is made when\n"
                                "it is not there. The file is checked to its last byte first. What was in the folder\n"
                                "is kept as a rolling back-up in DIR/backups, or is moved aside as\n"
                                "DIR/kist-damaged-TIME.db when it is damaged. After a fault, or Ctrl+C, all is as it\n"
                                "was.\n"
                                "Kist must not be open with DIR: the database would change under its hands.\n\n"
                                "Exit status: 0 restored, 2 wrong usage, 3 FILE is damaged, is no back-up or has\n"
                                "another passphrase, DIR is in use or cannot be written to, or it was stopped.\n",
                                &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“restore” needs one FILE.");
  use_usual_folder (&options);
  info = run (restore, &options, argv[1], &error);
  if (!info)
    return complain_of (error);
  g_print ("%s\n", options.data);
  print_summary (info, "restored the back-up");
  return KIST_TOOL_CLEAN;
}
