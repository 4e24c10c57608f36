#include "kist-text-difference.h"

#include <string.h>

#include "kist-word-count.h"

/* How many steps a comparison may take, about a tenth of a second. The work grows with the length of the texts times
 * the number of differences: two versions of a draft of ten thousand words take a hundredth of this, and two texts of
 * that length that have nothing in common take more. */
#define MOST_STEPS 20000000

/* One text in pieces: words, and the gaps between them; or lines. */
typedef struct
{
  const char *text;    /* (unowned) */
  unsigned   *ids;     /* (owned) equal pieces, of either text, have equal ids */
  gsize      *ends;    /* (owned) where each piece ends, in bytes */
  gboolean   *changed; /* (owned) whether a piece is in this text only */
  unsigned    n;
} Pieces;

typedef struct
{
  Pieces   old_pieces;
  Pieces   new_pieces;
  gint64  *forward;  /* (owned) the furthest reaching paths of the paper, by diagonal */
  gint64  *backward; /* (owned) the same from the other end */
  gint64   middle;   /* the index of diagonal 0 in both */
  unsigned n_steps;
} Comparison;

/* A part of both texts that has to be compared still, and the run of equal pieces in its middle. */
typedef struct
{
  gint64 old_start, old_end;
  gint64 new_start, new_end;
} Box;

static gsize
find_piece_end (const char *text, gboolean by_words)
{
  const char *at = text;
  const char *line_end;
  gboolean    is_gap;

  if (!by_words)
    {
      line_end = strchr (text, '\n');
      return line_end ? (gsize)(line_end - text) + 1 : strlen (text);
    }
  /* Every line end is a piece of its own, so that a paragraph is found again where others come before it. */
  if (*at == '\n')
    return 1;
  is_gap = g_unichar_isspace (g_utf8_get_char (at));
  while (*at && *at != '\n' && !g_unichar_isspace (g_utf8_get_char (at)) == !is_gap)
    at = g_utf8_next_char (at);
  return (gsize)(at - text);
}

static void
cut (Pieces *self, const char *text, gboolean by_words, GHashTable *ids)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (unsigned));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at = 0;

  while (text[at])
    {
      gsize    length = find_piece_end (text + at, by_words);
      char    *piece = g_strndup (text + at, length);
      unsigned id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, piece));

      at += length;
      if (id == 0)
        {
          id = g_hash_table_size (ids) + 1;
          g_hash_table_insert (ids, piece, GUINT_TO_POINTER (id));
        }
      else
        {
          g_free (piece);
        }
      g_array_append_val (numbers, id);
      g_array_append_val (ends, at);
    }
  self->text = text;
  self->n = numbers->len;
  self->changed = g_new0 (gboolean, self->n);
  self->ids = (unsigned *)(gpointer)g_array_free (g_steal_pointer (&numbers), FALSE);
  self->ends = (gsize *)(gpointer)g_array_free (g_steal_pointer (&ends), FALSE);
}

static void
pieces_clear (Pieces *self)
{
  g_free (self->ids);
  g_free (self->ends);
  g_free (self->changed);
}

static Comparison *
comparison_new (const char *old_text, const char *new_text, gboolean by_words)
{
  Comparison *self = g_new0 (Comparison, 1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 n;

  cut (&self->old_pieces, old_text, by_words, ids);
  cut (&self->new_pieces, new_text, by_words, ids);
  n = (gint64)self->old_pieces.n + self->new_pieces.n;
  self->middle = n + 1;
  self->forward = g_new0 (gint64, 2 * n + 3);
  self->backward = g_new0 (gint64, 2 * n + 3);
  return self;
}

static void
comparison_free (Comparison *self)
{
  pieces_clear (&self->old_pieces);
  pieces_clear (&self->new_pieces);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

/* Goes one step further on diagonal @k and then along it as far as the pieces are equal. Counts from the end of the box
 * when @is_backward. Returns: how far in the old text; @start: where the equal pieces began. */
static gint64
go_on (Comparison *self, const Box *box, gboolean is_backward, gint64 distance, gint64 k, gint64 *start)
{
  const unsigned *old_ids = self->old_pieces.ids;
  const unsigned *new_ids = self->new_pieces.ids;
  gint64          n = box->old_end - box->old_start;
  gint64          m = box->new_end - box->new_start;
  gint64         *reached = (is_backward ? self->backward : self->forward) + self->middle;
  gboolean        is_down = k == -distance || (k != distance && reached[k - 1] < reached[k + 1]);
  gint64          x = is_down ? reached[k + 1] : reached[k - 1] + 1;
  gint64          y = x - k;

  *start = x;
  while (x < n && y < m &&
         (is_backward ? old_ids[box->old_end - 1 - x] == new_ids[box->new_end - 1 - y]
                      : old_ids[box->old_start + x] == new_ids[box->new_start + y]))
    x++, y++;
  self->n_steps += 1 + (unsigned)(x - *start);
  reached[k] = x;
  return x;
}

/* The paper's section 4b: paths from both ends meet in the middle of a shortest way. @met: the equal pieces there,
 * which may be none. Returns: whether they met before the steps were used up */
static gboolean
find_middle (Comparison *self, const Box *box, Box *met)
{
  gint64  n = box->old_end - box->old_start;
  gint64  m = box->new_end - box->new_start;
  gint64  delta = n - m;
  gint64 *forward = self->forward + self->middle;
  gint64 *backward = self->backward + self->middle;
  gint64  start;

  forward[1] = backward[1] = 0;
  for (gint64 distance = 0; self->n_steps < MOST_STEPS; distance++)
    {
      /* Diagonals that have left the box cannot come back. */
      gint64 least = -(distance - 2 * MAX (0, distance - m));
      gint64 most = distance - 2 * MAX (0, distance - n);

      for (gint64 k = least; k <= most; k += 2)
        {
          gint64 x = go_on (self, box, FALSE, distance, k, &start);

          if (delta % 2 != 0 && ABS (delta - k) < distance && x + backward[delta - k] >= n)
            {
              *met = (Box){ box->old_start + start, box->old_start + x, box->new_start + start - k,
                            box->new_start + x - k };
              return TRUE;
            }
        }
      for (gint64 k = least; k <= most; k += 2)
        {
          gint64 x = go_on (self, box, TRUE, distance, k, &start);

          if (delta % 2 == 0 && ABS (delta - k) <= distance && x + forward[delta - k] >= n)
            {
              *met =
                  (Box){ box->old_end - x, box->old_end - start, box->new_end - (x - k), box->new_end - (start - k) };
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* Marks what differs. Each call halves the number of differences, so that it nests no deeper than their logarithm.
 * Returns: whether the steps were enough */
static gboolean
compare (Comparison *self, Box box)
{
  const unsigned *old_ids = self->old_pieces.ids;
  const unsigned *new_ids = self->new_pieces.ids;
  Box             met;

  while (box.old_start < box.old_end && box.new_start < box.new_end && old_ids[box.old_start] == new_ids[box.new_start])
    box.old_start++, box.new_start++;
  while (box.old_start < box.old_end && box.new_start < box.new_end &&
         old_ids[box.old_end - 1] == new_ids[box.new_end - 1])
    box.old_end--, box.new_end--;
  if (box.old_start == box.old_end || box.new_start == box.new_end)
    {
      for (gint64 i = box.old_start; i < box.old_end; i++)
        self->old_pieces.changed[i] = TRUE;
      for (gint64 i = box.new_start; i < box.new_end; i++)
        self->new_pieces.changed[i] = TRUE;
      return TRUE;
    }
  return find_middle (self, &box, &met) &&
         compare (self, (Box){ box.old_start, met.old_start, box.new_start, met.new_start }) &&
         compare (self, (Box){ met.old_end, box.old_end, met.new_end, box.new_end });
}

static gboolean
is_blank (const Pieces *pieces, unsigned i)
{
  char first = pieces->text[i > 0 ? pieces->ends[i - 1] : 0];

  return first == ' ' || first == '\t';
}

/* Two words that were replaced by two others are one change for a reader, not two with a blank between them. */
static void
join_changes (Pieces *old_pieces, Pieces *new_pieces)
{
  for (unsigned i = 0, j = 0; i < old_pieces->n && j < new_pieces->n;)
    {
      if (old_pieces->changed[i])
        {
          i++;
        }
      else if (new_pieces->changed[j])
        {
          j++;
        }
      else
        {
          gboolean follows = (i > 0 && old_pieces->changed[i - 1]) || (j > 0 && new_pieces->changed[j - 1]);
          gboolean leads = (i + 1 < old_pieces->n && old_pieces->changed[i + 1]) ||
                           (j + 1 < new_pieces->n && new_pieces->changed[j + 1]);

          if (follows && leads && is_blank (old_pieces, i))
            old_pieces->changed[i] = new_pieces->changed[j] = TRUE;
          i++, j++;
        }
    }
}

/* From the end of piece @from - 1 to the end of piece @to - 1. */
static void
add_part (GArray *parts, KistChange change, const Pieces *pieces, unsigned from, unsigned to)
{
  gsize        start = from > 0 ? pieces->ends[from - 1] : 0;
  KistTextPart part = { change, start, to > 0 ? pieces->ends[to - 1] - start : 0 };

  if (part.length > 0)
    g_array_append_val (parts, part);
}

static GArray *
collect (const Pieces *old_pieces, const Pieces *new_pieces)
{
  GArray  *parts = g_array_new (FALSE, FALSE, sizeof (KistTextPart));
  unsigned i = 0, j = 0;

  while (i < old_pieces->n || j < new_pieces->n)
    {
      unsigned old_start = i, new_start;

      while (i < old_pieces->n && old_pieces->changed[i])
        i++;
      add_part (parts, KIST_CHANGE_REMOVED, old_pieces, old_start, i);
      new_start = j;
      while (j < new_pieces->n && new_pieces->changed[j])
        j++;
      add_part (parts, KIST_CHANGE_ADDED, new_pieces, new_start, j);
      new_start = j;
      while (i < old_pieces->n && j < new_pieces->n && !old_pieces->changed[i] && !new_pieces->changed[j])
        i++, j++;
      add_part (parts, KIST_CHANGE_NONE, new_pieces, new_start, j);
    }
  return parts;
}

static GArray *
compare_texts (const char *old_text, const char *new_text, gboolean by_words)
{
  g_autoptr (Comparison) comparison = comparison_new (old_text, new_text, by_words);

  if (!compare (comparison, (Box){ 0, comparison->old_pieces.n, 0, comparison->new_pieces.n }))
    return NULL;
  if (by_words)
    join_changes (&comparison->old_pieces, &comparison->new_pieces);
  return collect (&comparison->old_pieces, &comparison->new_pieces);
}

static GArray *
replace_all (const char *old_text, const char *new_text)
{
  GArray      *parts = g_array_new (FALSE, FALSE, sizeof (KistTextPart));
  KistTextPart all[] = { { KIST_CHANGE_REMOVED, 0, strlen (old_text) }, { KIST_CHANGE_ADDED, 0, strlen (new_text) } };

  g_array_append_vals (parts, all, G_N_ELEMENTS (all));
  return parts;
}

/**
 * kist_text_difference_new:
 * @old_text: a text
 * @new_text: what became of it
 *
 * Compares two texts word by word. Those that differ so much that this would take longer than someone waits are
 * compared line by line, and if that is too much still, all of the one was taken away and all of the other added.
 *
 * The parts that are in both texts and those that were added give @new_text when they are put together, and those that
 * are in both and those that were taken away give @old_text. Where something was replaced, what was taken away comes
 * first.
 *
 * Returns: (transfer full) (element-type KistTextPart): the parts in their order; none when both texts are empty
 */
GArray *
kist_text_difference_new (const char *old_text, const char *new_text)
{
  GArray *parts;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);

  parts = compare_texts (old_text, new_text, TRUE);
  if (!parts)
    parts = compare_texts (old_text, new_text, FALSE);
  return parts ? parts : replace_all (old_text, new_text);
}

/**
 * kist_text_difference_count_words:
 * @parts: (element-type KistTextPart): from kist_text_difference_new()
 * @change: what to count
 * @old_text: the texts that it was made from
 * @new_text: the same
 *
 * Returns: how many words were added, or taken away, or are in both: kist_word_count() of each part by itself
 */
unsigned
kist_text_difference_count_words (GArray *parts, KistChange change, const char *old_text, const char *new_text)
{
  unsigned n_words = 0;

  g_return_val_if_fail (parts != NULL && old_text != NULL && new_text != NULL, 0);

  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistTextPart *part = &g_array_index (parts, KistTextPart, i);
      const char         *text = part->change == KIST_CHANGE_REMOVED ? old_text : new_text;

      if (part->change == change)
        n_words += kist_word_count_length (text + part->start, part->length);
    }
  return n_words;
}
