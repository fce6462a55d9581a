import ExchangeModel
import Testing
