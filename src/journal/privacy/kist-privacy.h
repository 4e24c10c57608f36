/* The confidentiality check: which parts of a text could tell who somebody is. Two kinds of signs: numbers and
 * addresses that have a form, and names that show by what stands around them. It points things out and never says that
 * a text is safe: no program sees "the only fifteen-year-old in the village". Pure; any thread; linear in the text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistPrivacyKind:
 * @KIST_PRIVACY_CHI: a Community Health Index number
 * @KIST_PRIVACY_NHS_NUMBER: an NHS number of England, Wales or the Isle of Man
 * @KIST_PRIVACY_NI_NUMBER: a National Insurance number
 * @KIST_PRIVACY_POSTCODE: a whole postcode
 * @KIST_PRIVACY_POSTCODE_AREA: its first half alone
 * @KIST_PRIVACY_PHONE: a telephone number
 * @KIST_PRIVACY_EMAIL: an e-mail address
 * @KIST_PRIVACY_WEB_HANDLE: a person's name or page on a social network
 * @KIST_PRIVACY_REGISTRATION: a worker's registration number; some badges ask for it
 * @KIST_PRIVACY_SERVICE_NUMBER: a care service's number at the Care Inspectorate
 * @KIST_PRIVACY_BIRTH_DATE: a date of birth
 * @KIST_PRIVACY_DATE: any other exact date
 * @KIST_PRIVACY_AGE: an age
 * @KIST_PRIVACY_VEHICLE: a number plate
 * @KIST_PRIVACY_BANK: a sort code, an account, a card
 * @KIST_PRIVACY_ADDRESS: a house and its street
 * @KIST_PRIVACY_LISTED: a name that the writer listed
 * @KIST_PRIVACY_NAME: what is likely a person's name
 * @KIST_PRIVACY_PLACE: a place or a service
 * @KIST_PRIVACY_COMBINATION: a sentence whose parts tell together who is meant
 *
 * What a finding is of. In the order of how much it tells: of two findings in one place the first stays.
 */
typedef enum
{
  KIST_PRIVACY_CHI,
  KIST_PRIVACY_NHS_NUMBER,
  KIST_PRIVACY_NI_NUMBER,
  KIST_PRIVACY_EMAIL,
  KIST_PRIVACY_BANK,
  KIST_PRIVACY_PHONE,
  KIST_PRIVACY_REGISTRATION,
  KIST_PRIVACY_SERVICE_NUMBER,
  KIST_PRIVACY_BIRTH_DATE,
  KIST_PRIVACY_DATE,
  KIST_PRIVACY_VEHICLE,
  KIST_PRIVACY_ADDRESS,
  KIST_PRIVACY_POSTCODE,
  KIST_PRIVACY_WEB_HANDLE,
  KIST_PRIVACY_AGE,
  KIST_PRIVACY_LISTED,
  KIST_PRIVACY_PLACE,
  KIST_PRIVACY_NAME,
  KIST_PRIVACY_POSTCODE_AREA,
  KIST_PRIVACY_COMBINATION,
  KIST_PRIVACY_N_KINDS
} KistPrivacyKind;

/**
 * KistPrivacyCertainty:
 * @KIST_PRIVACY_WEAK: worth a look
 * @KIST_PRIVACY_LIKELY: more likely so than not
 * @KIST_PRIVACY_CERTAIN: its form or a check digit says so
 */
typedef enum
{
  KIST_PRIVACY_WEAK,
  KIST_PRIVACY_LIKELY,
  KIST_PRIVACY_CERTAIN,
} KistPrivacyCertainty;

/**
 * KistPrivacyFinding:
 * @kind: of what
 * @certainty: how sure
 * @start: where it begins, in bytes
 * @end: behind its last byte
 */
typedef struct
{
  KistPrivacyKind      kind;
  KistPrivacyCertainty certainty;
  gsize                start;
  gsize                end;
} KistPrivacyFinding;

/* More than a person could look at, and few enough for a hostile text. */
#define KIST_PRIVACY_MAX_FINDINGS 10000

GArray     *kist_privacy_check (const char *text, const char *const *listed);
GArray     *kist_privacy_check_file_name (const char *name, const char *const *listed);
const char *kist_privacy_kind_get_id (KistPrivacyKind kind);
const char *kist_privacy_kind_get_why (KistPrivacyKind kind);
const char *kist_privacy_kind_get_instead (KistPrivacyKind kind);
const char *kist_privacy_certainty_get_id (KistPrivacyCertainty certainty);

G_END_DECLS
