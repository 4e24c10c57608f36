#include "kist-error.h"

G_DEFINE_QUARK (kist - error - quark, kist_error)
