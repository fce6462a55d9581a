// One name to import: the floors below are what this module is made of.
@_exported import ExchangeBytes
@_exported import ExchangeDiagnostics
@_exported import ExchangeFormats
@_exported import ExchangeModel
@_exported import ExchangeRules
@_exported import ExchangeSyntax
