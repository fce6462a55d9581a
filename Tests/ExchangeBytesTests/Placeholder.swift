import ExchangeBytes
import Testing
