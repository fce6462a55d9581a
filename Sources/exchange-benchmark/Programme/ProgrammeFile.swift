import ExchangeBytes
import ExchangeFormats
import ExchangeModel

/// How much of the invented programme is wanted.
enum Extent: Hashable {
    case events(Int)
    /// As many events as fill so many octets.
    case octets(Int)
}

/// The invented programme laid out as canonical JSON, by the library's own writer.
struct ProgrammeFile {
    /// How many events it holds.
    private(set) var events = 0
    /// How many records, events among them.
    private(set) var records = 0
    /// How many octets of JSON it takes.
    private(set) var octets = 0

    /// Hands the octets over as they are made.
    static func write(_ extent: Extent, sink: (Bytes) throws -> Void) throws -> ProgrammeFile {
        var file = ProgrammeFile()
        try file.write(extent, sink)
        return file
    }

    private mutating func write(_ extent: Extent, _ sink: (Bytes) throws -> Void) throws {
        var writer = JSONWriter()
        var record = Record(Exchange.schema)
        var output = ByteBuffer(capacity: 128 << 10)
        func put(_ entity: some Entity, _ octets: inout Int) throws {
            record.begin(type(of: entity).schema)
            entity.write(to: &record)
            let before = output.count
            writer.write(record, to: &output)
            octets += output.count - before
            records += 1
            guard output.count >= 64 << 10 else { return }
            try sink(output.bytes)
            output.removeAll()
        }
        let catalogue = Catalogue()
        try put(catalogue.exchange, &octets)
        for city in catalogue.cities { try put(city, &octets) }
        for organisation in catalogue.organisations { try put(organisation, &octets) }
        try put(catalogue.programme, &octets)
        try put(catalogue.edition, &octets)
        for index in 0..<Catalogue.places { try put(catalogue.place(index), &octets) }
        for index in 0..<Catalogue.artists { try put(catalogue.artist(index), &octets) }
        while !isEnough(extent) {
            try put(EventMaker.event(events), &octets)
            events += 1
        }
        for index in 0..<200 { try put(catalogue.medium(index), &octets) }
        let before = output.count
        writer.finish(to: &output)
        octets += output.count - before
        try sink(output.bytes)
    }

    private func isEnough(_ extent: Extent) -> Bool {
        switch extent {
        case .events(let wanted): events >= wanted
        case .octets(let wanted): octets >= wanted
        }
    }
}
