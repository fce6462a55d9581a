@_exported import ExchangeDiagnostics
@_exported import ExchangeFormats
@_exported import ExchangeModel
@_exported import ExchangeRules
