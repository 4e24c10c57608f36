#include "kist-blog-xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "base/kist-error.h"

/* A feed is five deep. */
#define MAX_DEPTH 64
/* libxml2 holds each attribute of an element against all others. */
#define MAX_ATTRIBUTES 2000
/* Nothing that it says of a fault is longer, but what it quotes may be. */
#define MAX_WORDS 200

struct _KistBlogXml
{
  KistBlogReader *reader;
  GInputStream   *stream; /* (owned) */
  xmlTextReader  *xml;    /* (owned) */
  guint64         n_read; /* of the stream, in bytes */
  GError         *error;  /* (owned) (nullable): the first fault */
  gboolean        is_at_end;

  /* What a filter in front of the parser knows of where it is. */
  gboolean is_wide; /* two bytes to a character: a control character is half of one */
  gboolean has_element;
  gboolean has_control;
  gboolean is_in_tag;
  gboolean is_after_equals;
  char     quote;  /* that an attribute's value began with, or 0 */
  char     before; /* the byte before */
  unsigned n_attributes;
};

static gboolean
refuse (KistBlogXml *self, int code, unsigned line, const char *why)
{
  if (!self->error)
    kist_blog_reader_fail (self->reader, code, line, why, &self->error);
  return FALSE;
}

/* One byte on its way to the parser: whether it may pass. */
static gboolean
look_at (KistBlogXml *self, char c)
{
  if (c == '\0')
    return TRUE;
  if (c == '<')
    {
      self->is_in_tag = TRUE;
      self->is_after_equals = FALSE;
      self->quote = '\0';
      self->n_attributes = 0;
    }
  else if (self->quote)
    self->quote = c == self->quote ? '\0' : self->quote;
  else if (self->before == '!' && g_ascii_toupper (c) == 'D' && !self->has_element)
    return refuse (self, KIST_ERROR_INVALID, 0,
                   "It declares a document type, as no export of a blog does; it is not read");
  else if (self->before == '<' && g_ascii_isalpha (c))
    self->has_element = TRUE;
  else if (c == '>')
    self->is_in_tag = FALSE;
  else if (self->is_in_tag && c == '=')
    self->is_after_equals = TRUE;
  else if (self->is_in_tag && self->is_after_equals && (c == '"' || c == '\''))
    {
      self->is_after_equals = FALSE;
      self->quote = c;
      if (++self->n_attributes > MAX_ATTRIBUTES)
        return refuse (self, KIST_ERROR_TOO_LARGE, 0, "It has a flood of attributes, as no export of a blog has");
    }
  else if (!g_ascii_isspace (c))
    self->is_after_equals = FALSE;
  self->before = c;
  return TRUE;
}

/* Control characters come out of word processors into posts and are no XML: one would cost the whole blog. */
static gboolean
filter (KistBlogXml *self, char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!look_at (self, bytes[i]))
        return FALSE;
      if (!self->is_wide && bytes[i] > 0 && bytes[i] < ' ' && !strchr ("\t\n\r", bytes[i]))
        {
          bytes[i] = ' ';
          self->has_control = TRUE;
        }
    }
  return TRUE;
}

static int
read_cb (void *data, char *buffer, int length)
{
  KistBlogXml *self = data;
  gssize       n;

  if (self->error || !kist_blog_reader_step (self->reader, self->n_read, &self->error))
    return -1;
  n = g_input_stream_read (self->stream, buffer, (gsize)length, self->reader->cancellable, &self->error);
  if (n < 0)
    return -1;
  self->is_at_end |= n == 0;
  if (self->n_read == 0 && n >= 2)
    self->is_wide =
        memcmp (buffer, "\xff\xfe", 2) == 0 || memcmp (buffer, "\xfe\xff", 2) == 0 || !buffer[0] || !buffer[1];
  self->n_read += (guint64)n;
  if (self->n_read > KIST_BLOG_MAX_BYTES)
    {
      refuse (self, KIST_ERROR_TOO_LARGE, 0, "It is larger than any blog");
      return -1;
    }
  return filter (self, buffer, (gsize)n) ? (int)n : -1;
}

/* The library speaks of its own switches, and quotes what it read. */
static char *
dup_words (const xmlError *fault)
{
  g_autofree char *words = g_utf8_make_valid (fault->message ? fault->message : "", -1);
  g_autofree char *cut = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), MAX_WORDS));

  if (strstr (words, "XML_PARSE_HUGE"))
    return g_strdup ("it is nested too deeply, or a part of it is too long");
  g_strdelimit (g_strstrip (cut), "\n", ' ');
  return g_steal_pointer (&cut);
}

static void
fault_cb (void *data, xmlError *fault)
{
  KistBlogXml     *self = data;
  g_autofree char *words = NULL;
  g_autofree char *why = NULL;

  if (self->error || fault->level < XML_ERR_FATAL)
    return;
  if (self->is_at_end && self->n_read > 0 && fault->code != XML_ERR_DOCUMENT_EMPTY)
    why = g_strdup ("Here it ends, in the middle; export or download it again");
  else
    {
      words = dup_words (fault);
      why = g_strdup_printf ("This is no XML that can be read: %s", words);
    }
  refuse (self, KIST_ERROR_INVALID, (unsigned)MAX (fault->line, 0), why);
}

static gboolean
step (KistBlogXml *self)
{
  int status = self->error ? -1 : xmlTextReaderRead (self->xml);

  if (status < 0)
    return refuse (self, KIST_ERROR_INVALID, 0, "This is no XML that can be read");
  if (self->error || status == 0)
    return FALSE;
  if (xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_DOCUMENT_TYPE)
    return refuse (self, KIST_ERROR_INVALID, kist_blog_xml_get_line (self),
                   "It declares a document type, as no export of a blog does; it is not read");
  if (xmlTextReaderDepth (self->xml) > MAX_DEPTH)
    return refuse (self, KIST_ERROR_TOO_LARGE, kist_blog_xml_get_line (self), "It is nested too deeply");
  return TRUE;
}

/**
 * kist_blog_xml_new:
 * @reader: what is told of progress, and named in errors
 * @stream: the file
 *
 * Returns: (transfer full): a walk that has not begun
 */
KistBlogXml *
kist_blog_xml_new (KistBlogReader *reader, GInputStream *stream)
{
  KistBlogXml *self = g_new0 (KistBlogXml, 1);

  self->reader = reader;
  self->stream = g_object_ref (stream);
  self->xml = xmlReaderForIO (read_cb, NULL, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlTextReaderSetStructuredErrorHandler (self->xml, fault_cb, self);
  return self;
}

/**
 * kist_blog_xml_free:
 * @self: (transfer full) (nullable): a walk
 */
void
kist_blog_xml_free (KistBlogXml *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * kist_blog_xml_begin:
 * @self: a walk
 *
 * Returns: whether it stands on the outermost element now
 */
gboolean
kist_blog_xml_begin (KistBlogXml *self)
{
  while (step (self))
    if (xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_ELEMENT)
      return TRUE;
  return FALSE;
}

/**
 * kist_blog_xml_enter:
 * @self: a walk that stands on an element
 *
 * Returns: what kist_blog_xml_next_child() wants to walk over its children; -1 when it can have none
 */
int
kist_blog_xml_enter (KistBlogXml *self)
{
  return xmlTextReaderIsEmptyElement (self->xml) ? -1 : xmlTextReaderDepth (self->xml);
}

/**
 * kist_blog_xml_next_child:
 * @self: a walk
 * @depth: what kist_blog_xml_enter() gave for the parent
 *
 * Goes to the next element directly in the parent, over whatever stands between.
 *
 * Returns: %FALSE at the parent's end, or when there is an error
 */
gboolean
kist_blog_xml_next_child (KistBlogXml *self, int depth)
{
  while (depth >= 0 && step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);
      int at = xmlTextReaderDepth (self->xml);

      if (type == XML_READER_TYPE_ELEMENT && at == depth + 1)
        return TRUE;
      if (type == XML_READER_TYPE_END_ELEMENT && at <= depth)
        return FALSE;
    }
  return FALSE;
}

/**
 * kist_blog_xml_get_name:
 * @self: a walk that stands on an element
 *
 * Returns: (transfer none): the element's name without a prefix
 */
const char *
kist_blog_xml_get_name (KistBlogXml *self)
{
  const xmlChar *name = xmlTextReaderConstLocalName (self->xml);

  return name ? (const char *)name : "";
}

/**
 * kist_blog_xml_get_namespace:
 * @self: a walk that stands on an element
 *
 * Returns: (transfer none): the address of its namespace; "" without one
 */
const char *
kist_blog_xml_get_namespace (KistBlogXml *self)
{
  const xmlChar *namespace = xmlTextReaderConstNamespaceUri (self->xml);

  return namespace ? (const char *)namespace : "";
}

/**
 * kist_blog_xml_is:
 * @self: a walk that stands on an element
 * @namespace: how its namespace begins; "" for none
 * @name: its name
 *
 * Returns: whether it is that element
 */
gboolean
kist_blog_xml_is (KistBlogXml *self, const char *namespace, const char *name)
{
  const char *own = kist_blog_xml_get_namespace (self);

  return g_str_equal (kist_blog_xml_get_name (self), name) && (*namespace ? g_str_has_prefix (own, namespace) : !*own);
}

/**
 * kist_blog_xml_get_line:
 * @self: a walk
 *
 * Returns: the line it is in, from 1
 */
unsigned
kist_blog_xml_get_line (KistBlogXml *self)
{
  /* Not the parser's: it is ahead of the walk. */
  xmlNode *node = xmlTextReaderCurrentNode (self->xml);

  return (unsigned)MAX (node ? xmlGetLineNo (node) : 1, 1);
}

/**
 * kist_blog_xml_dup_attribute:
 * @self: a walk that stands on an element
 * @name: an attribute without a namespace
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
kist_blog_xml_dup_attribute (KistBlogXml *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, (const xmlChar *)name);
  char    *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/**
 * kist_blog_xml_dup_text:
 * @self: a walk that stands on an element, which it leaves
 *
 * Returns: (transfer full): all text in it and in what it holds; "" when there is none
 */
char *
kist_blog_xml_dup_text (KistBlogXml *self)
{
  int      depth = kist_blog_xml_enter (self);
  GString *text = g_string_new (NULL);

  while (depth >= 0 && step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE)
        g_string_append (text, (const char *)xmlTextReaderConstValue (self->xml));
      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->xml) <= depth)
        break;
    }
  return g_string_free (text, FALSE);
}

/**
 * kist_blog_xml_finish:
 * @self: a walk
 * @error: return location
 *
 * Goes to the end, over whatever is left, and says what was wrong.
 *
 * Returns: whether all of the file could be read
 */
gboolean
kist_blog_xml_finish (KistBlogXml *self, GError **error)
{
  while (step (self))
    ;
  if (self->has_control)
    kist_report_add (self->reader->report, self->reader->file, 0, KIST_SEVERITY_NOTE, NULL,
                     "Control characters were left out.");
  if (!self->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
