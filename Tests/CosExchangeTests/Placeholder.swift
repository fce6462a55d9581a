import CosExchange
import Testing
