#pragma once
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose <unicode/utypes.h> clashes with the copy of ICU inside Foundation. Only the
// tail of xmlCharEncodingHandler differs without it, and nothing here looks into that.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlversion.h>
