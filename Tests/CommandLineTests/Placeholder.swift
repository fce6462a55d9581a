import Testing

@testable import cos_exchange
