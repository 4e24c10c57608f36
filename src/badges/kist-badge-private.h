/* What a badge holds, shared by the badge, which lends it out, and its reader, which fills it in. For badges/ alone. */
#pragma once

#include "kist-badge.h"

G_BEGIN_DECLS

struct _KistBadge
{
  GObject parent_instance;

  char      *id;             /* (owned) */
  char      *title;          /* (owned) */
  char      *issuer;         /* (owned) (nullable) */
  char      *source_address; /* (owned) (nullable) */
  char      *source_seen;    /* (owned) (nullable) */
  char      *source_note;    /* (owned) (nullable) */
  GPtrArray *criteria;       /* (owned) (element-type KistCriterion) */
  unsigned   min_words;
  unsigned   max_words;      /* 0 for none */
  char     **requires;       /* (owned) */
  char     **advised;        /* (owned) */
  char     **counts_towards; /* (owned) */
  char     **header;         /* (owned) */
  char     **elements;       /* (owned) */
  unsigned   endorsement_months;
  unsigned   valid_months;
  gboolean   bans_ai;
  GDate     *opens;     /* (owned) (nullable) */
  GDate     *closes;    /* (owned) (nullable) */
  char     **media;     /* (owned) */
  GPtrArray *conflicts; /* (owned) (element-type KistBadgeConflict) */

  KistBadgeFrequency frequency;
};

G_END_DECLS
