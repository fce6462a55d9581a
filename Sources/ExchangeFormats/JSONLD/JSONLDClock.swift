import ExchangeBytes
import ExchangeModel

/// Spells times of events with the offset that their zone has then.
struct JSONLDClock {
    private var zones: ZoneDatabase
    /// The zone of the event at hand; nil if it names none that is known.
    private(set) var zone: Zone?

    init(_ zones: ZoneDatabase) { self.zones = zones }

    /// Looks up the zone of an event.
    mutating func begin(_ name: Bytes?) { zone = name.flatMap { zones.zone(named: $0) } }

    /// Appends a day, or a time as ISO 8601 has it, with seconds and, where the zone is known, with its offset.
    func append(_ moment: Moment, to buffer: inout ByteBuffer) {
        switch moment {
        case .day(let date): date.append(to: &buffer)
        case .time(let time):
            time.append(to: &buffer)
            if time.second == 0 { buffer.append(":00") }
            guard let zone else { return }
            let minutes = zone.offset(of: time) / 60
            buffer.append(minutes < 0 ? "-" : "+")
            Self.append(abs(minutes) / 60, to: &buffer)
            buffer.append(":")
            Self.append(abs(minutes) % 60, to: &buffer)
        }
    }

    /// Appends the time of day with its seconds.
    func appendTime(of time: LocalDateTime, to buffer: inout ByteBuffer) {
        Self.append(time.hour, to: &buffer)
        buffer.append(":")
        Self.append(time.minute, to: &buffer)
        buffer.append(":")
        Self.append(time.second, to: &buffer)
    }

    private static func append(_ number: Int, to buffer: inout ByteBuffer) {
        buffer.append(UInt8(truncatingIfNeeded: 48 + number / 10))
        buffer.append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }
}
