#include "kist-account.h"

struct _KistAccount
{
  GPtrArray *items; /* (element-type KistImportItem) (owned) */
  unsigned   counts[KIST_IMPORT_N_KINDS][KIST_IMPORT_N_FATES];
};

static void
item_free (KistImportItem *item)
{
  g_free (item->source);
  g_free (item->why);
  g_free (item);
}

/**
 * kist_account_new:
 *
 * Returns: (transfer full): an account of nothing
 */
KistAccount *
kist_account_new (void)
{
  KistAccount *self = g_new0 (KistAccount, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  return self;
}

/**
 * kist_account_free:
 * @self: (transfer full) (nullable): an account
 */
void
kist_account_free (KistAccount *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * kist_account_add:
 * @self: an account
 * @kind: what it is
 * @fate: what became of it
 * @source: where it stands
 * @format: why, one sentence, as for printf()
 * @...: the values of @format
 *
 * Beyond %KIST_ACCOUNT_MAX_ITEMS an item is counted and not kept; the reader then refuses the file.
 */
void
kist_account_add (KistAccount   *self,
                  KistImportKind kind,
                  KistImportFate fate,
                  const char    *source,
                  const char    *format,
                  ...)
{
  KistImportItem *item;
  va_list         values;

  g_return_if_fail (self != NULL && source != NULL && format != NULL);

  self->counts[kind][fate]++;
  if (kist_account_is_full (self))
    return;
  item = g_new0 (KistImportItem, 1);
  item->kind = kind;
  item->fate = fate;
  item->source = g_strdup (source);
  va_start (values, format);
  item->why = g_strdup_vprintf (format, values);
  va_end (values);
  g_ptr_array_add (self->items, item);
}

/**
 * kist_account_is_full:
 * @self: an account
 *
 * Returns: whether there is more in the file than anybody would read
 */
gboolean
kist_account_is_full (const KistAccount *self)
{
  return self->items->len >= KIST_ACCOUNT_MAX_ITEMS;
}

/**
 * kist_account_get_n_items:
 * @self: an account
 *
 * Returns: how many items there are
 */
unsigned
kist_account_get_n_items (const KistAccount *self)
{
  return self->items->len;
}

/**
 * kist_account_get_item:
 * @self: an account
 * @index: less than kist_account_get_n_items()
 *
 * Returns: (transfer none): the item, which lives as long as the account
 */
const KistImportItem *
kist_account_get_item (const KistAccount *self, unsigned index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * kist_account_count:
 * @self: an account
 * @kind: what to count
 * @fate: of what fate
 *
 * Returns: how many there are
 */
unsigned
kist_account_count (const KistAccount *self, KistImportKind kind, KistImportFate fate)
{
  return self->counts[kind][fate];
}

/**
 * kist_import_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in JSON and in lines of text, untranslated
 */
const char *
kist_import_kind_to_string (KistImportKind kind)
{
  static const char *const words[KIST_IMPORT_N_KINDS] = {
    "node", "link", "answer", "question", "condition", "assignment", "macro", "text", "media", "data",
  };

  return words[kind];
}

/**
 * kist_import_fate_to_string:
 * @fate: a fate
 *
 * Returns: (transfer none): "kept", "changed" or "dropped", untranslated
 */
const char *
kist_import_fate_to_string (KistImportFate fate)
{
  static const char *const words[KIST_IMPORT_N_FATES] = { "kept", "changed", "dropped" };

  return words[fate];
}
