import ExchangeRules
import Testing
