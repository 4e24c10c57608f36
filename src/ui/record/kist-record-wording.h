/* What My record says of elements and deeds: plain strings, the same for the eye and a screen reader. Pure; main thread
 * for gettext's sake. */
#pragma once

#include "library/kist-deed.h"
#include "library/kist-record.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

char       *kist_record_wording_dup_element (const KistRecordElement *element);
char       *kist_record_wording_dup_thing (KistClock *clock, const KistRecordThing *thing);
char       *kist_record_wording_dup_year (KistClock *clock, gint64 begin);
const char *kist_record_wording_deed_title (const KistDeed *deed);
const char *kist_record_wording_deed_icon (const KistDeed *deed);
char       *kist_record_wording_dup_deed (const KistDeed *deed);

G_END_DECLS
