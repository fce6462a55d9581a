#pragma once
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose <unicode/utypes.h> clashes with the copy of ICU inside Foundation. Only the
// tail of xmlCharEncodingHandler differs without it, and nothing here looks into that.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/catalog.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlversion.h>

// What differs between editions of libxml2, or cannot be said in Swift.

static inline xmlParserInputPtr exchange_refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context) {
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

/// Sets the library up once for all: no entity is ever loaded, no catalogue is ever looked into.
static inline void exchange_prepare(void) {
    xmlInitParser();
    xmlSetExternalEntityLoader(exchange_refuse_entity);
#ifdef LIBXML_CATALOG_ENABLED
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
#endif
}

/// The options of every parser: nothing from the network, the declared encoding is looked at elsewhere, and where the
/// library knows the option, nothing external at all.
static inline int exchange_options(void) {
    int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
    return options;
}

/// One finding of the library, with names for what the editions call differently.
typedef struct {
    int domain;
    int code;
    int level;
    const char *message;
    const char *first;
    const char *second;
    /// What the parser that found it was told to remember, if a parser found it.
    void *owner;
} exchange_error;

typedef void (*exchange_error_function)(void *data, const exchange_error *error);

#if LIBXML_VERSION >= 21200
typedef const xmlError *exchange_library_error;
#else
typedef xmlErrorPtr exchange_library_error;
#endif

static inline exchange_error exchange_read_error(exchange_library_error found) {
    exchange_error error;
    error.domain = found->domain;
    error.code = found->code;
    error.level = (int)found->level;
    error.message = found->message;
    error.first = found->str1;
    error.second = found->str2;
    int isParser = found->domain == XML_FROM_PARSER || found->domain == XML_FROM_NAMESPACE ||
                   found->domain == XML_FROM_IO || found->domain == XML_FROM_MEMORY;
    error.owner = isParser && found->ctxt ? ((xmlParserCtxtPtr)found->ctxt)->_private : NULL;
    return error;
}
