#include "kist-reference.h"

#include <string.h>

#define SCHEME "kist:"
#define MAX_PART_CHARACTERS 64

/* By KistReferenceKind. */
static const struct
{
  const char *name;
  unsigned    n_parts;
} kinds[] = {
  { "thing", 2 },
  { "run", 4 },
  { "code", 2 },
  { "element", 2 },
};

struct _KistReference
{
  GObject parent_instance;

  KistReferenceKind kind;
  char            **parts;   /* (owned) */
  char             *address; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistReference, kist_reference, G_TYPE_OBJECT)

static void
kist_reference_finalize (GObject *object)
{
  KistReference *self = KIST_REFERENCE (object);

  g_strfreev (self->parts);
  g_free (self->address);
  G_OBJECT_CLASS (kist_reference_parent_class)->finalize (object);
}

static void
kist_reference_class_init (KistReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_reference_finalize;
}

static void
kist_reference_init (KistReference *self)
{
}

static gboolean
is_part (const char *text)
{
  if (!*text || g_str_equal (text, ".") || g_str_equal (text, "..") || !g_utf8_validate (text, -1, NULL) ||
      g_utf8_strlen (text, -1) > MAX_PART_CHARACTERS)
    return FALSE;
  for (; *text; text = g_utf8_next_char (text))
    if (*text == '/' || g_unichar_iscntrl (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static char *
make_address (KistReferenceKind kind, const char *const *parts)
{
  GString *address = g_string_new (SCHEME);

  g_string_append (address, kinds[kind].name);
  for (; *parts; parts++)
    {
      g_autofree char *escaped = g_uri_escape_string (*parts, NULL, FALSE);

      g_string_append_printf (address, "/%s", escaped);
    }
  return g_string_free_and_steal (address);
}

/**
 * kist_reference_new:
 * @kind: what is meant
 * @parts: (array zero-terminated=1): the ids that say which, as many as the kind has
 *
 * Returns: (transfer full) (nullable): the reference; %NULL when a part cannot be one, or there are not so many
 */
KistReference *
kist_reference_new (KistReferenceKind kind, const char *const *parts)
{
  g_autofree char *address = NULL;
  KistReference   *self;

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds) && parts != NULL, NULL);

  if (g_strv_length ((char **)parts) != kinds[kind].n_parts)
    return NULL;
  for (unsigned i = 0; parts[i]; i++)
    if (!is_part (parts[i]))
      return NULL;
  address = make_address (kind, parts);
  if (strlen (address) > KIST_REFERENCE_MAX_BYTES)
    return NULL;
  self = g_object_new (KIST_TYPE_REFERENCE, NULL);
  self->kind = kind;
  self->parts = g_strdupv ((char **)parts);
  self->address = g_steal_pointer (&address);
  return self;
}

/**
 * kist_reference_parse:
 * @address: any text
 *
 * Strict: what would be written otherwise, an unknown kind, or one part too many is no reference.
 *
 * Returns: (transfer full) (nullable): what the address means, or %NULL
 */
KistReference *
kist_reference_parse (const char *address)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (KistReference) self = NULL;
  unsigned kind = 0;

  g_return_val_if_fail (address != NULL, NULL);

  if (!kist_reference_is_address (address) ||
      strnlen (address, KIST_REFERENCE_MAX_BYTES + 1) > KIST_REFERENCE_MAX_BYTES)
    return NULL;
  parts = g_strsplit (address + strlen (SCHEME), "/", -1);
  while (kind < G_N_ELEMENTS (kinds) && g_strcmp0 (parts[0], kinds[kind].name) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return NULL;
  for (char **part = parts + 1; *part; part++)
    {
      char *plain = g_uri_unescape_string (*part, "/");

      if (!plain)
        return NULL;
      g_free (*part);
      *part = plain;
    }
  self = kist_reference_new (kind, (const char *const *)parts + 1);
  return self && g_str_equal (self->address, address) ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_reference_get_kind:
 * @self: a reference
 *
 * Returns: what is meant
 */
KistReferenceKind
kist_reference_get_kind (KistReference *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE (self), KIST_REFERENCE_THING);

  return self->kind;
}

/**
 * kist_reference_get_part:
 * @self: a reference
 * @index: from 0, less than the kind's number of parts
 *
 * Returns: (transfer none): an id, as it is and not as it is written in an address
 */
const char *
kist_reference_get_part (KistReference *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_REFERENCE (self) && index < kinds[self->kind].n_parts, NULL);

  return self->parts[index];
}

/**
 * kist_reference_get_address:
 * @self: a reference
 *
 * Returns: (transfer none): "kist:code/workers-2024/2.8"
 */
const char *
kist_reference_get_address (KistReference *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE (self), NULL);

  return self->address;
}

/**
 * kist_reference_dup_key:
 * @self: a reference
 *
 * Returns: (transfer full): what the rest of Kist calls it: the first two parts with '/' between, which is a Thing's
 *   key and a code as it is written; of a run its Thing's key
 */
char *
kist_reference_dup_key (KistReference *self)
{
  g_return_val_if_fail (KIST_IS_REFERENCE (self), NULL);

  return g_strdup_printf ("%s/%s", self->parts[0], self->parts[1]);
}

/**
 * kist_reference_equal:
 * @self: a reference
 * @other: another
 *
 * Returns: whether they mean the same
 */
gboolean
kist_reference_equal (KistReference *self, KistReference *other)
{
  g_return_val_if_fail (KIST_IS_REFERENCE (self) && KIST_IS_REFERENCE (other), FALSE);

  return g_str_equal (self->address, other->address);
}

/**
 * kist_reference_is_address:
 * @text: (nullable): where a link leads
 *
 * Returns: whether it leads somewhere inside of Kist, or would if it were sound
 */
gboolean
kist_reference_is_address (const char *text)
{
  return text && g_str_has_prefix (text, SCHEME);
}

/**
 * kist_references_with:
 * @links: (element-type KistReference): what an entry is linked to
 * @reference: something else
 *
 * Returns: (transfer full) (nullable) (element-type KistReference): the links with that one behind them; %NULL when it
 *   is there already or there are %KIST_REFERENCE_MAX_LINKS
 */
GPtrArray *
kist_references_with (GPtrArray *links, KistReference *reference)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (links != NULL && KIST_IS_REFERENCE (reference), NULL);

  all = kist_references_without (links, reference);
  if (all->len < links->len || links->len >= KIST_REFERENCE_MAX_LINKS)
    return NULL;
  g_ptr_array_add (all, g_object_ref (reference));
  return g_steal_pointer (&all);
}

/**
 * kist_references_without:
 * @links: (element-type KistReference): what an entry is linked to
 * @reference: one of it
 *
 * Returns: (transfer full) (element-type KistReference): the others, in their order
 */
GPtrArray *
kist_references_without (GPtrArray *links, KistReference *reference)
{
  GPtrArray *others;

  g_return_val_if_fail (links != NULL && KIST_IS_REFERENCE (reference), NULL);

  others = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned i = 0; i < links->len; i++)
    if (!kist_reference_equal (g_ptr_array_index (links, i), reference))
      g_ptr_array_add (others, g_object_ref (g_ptr_array_index (links, i)));
  return others;
}
