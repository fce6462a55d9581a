import ExchangeFormats
import ExchangeModel

/// What is in an exchange, for programs. It says only what is known: a member that could not be filled is not there.
struct InspectionJSON {
    let inspection: Inspection
    let input: Input
    let format: Format

    var json: JSON {
        let types = zip(RecordType.allCases, inspection.sections).filter { $0.1.records > 0 }
        return .object([
            ("tool", .object([("name", .string(Version.tool)), ("version", .string(Version.number))])),
            ("input", .object([("file", .string(input.name)), ("format", .string(format.rawValue))])),
            ("exchange", exchange),
            ("records", .object(types.map { ($0.0.rawValue, .integer($0.1.records)) })),
            ("texts", .object(types.filter { $0.1.texts > 0 }.map { ($0.0.rawValue, Self.texts($0.1)) })),
            ("events", events),
            ("places", places),
            ("artists", .object([("byKind", Self.counts(inspection.artistKinds))])),
            ("media", .object([("byKind", Self.counts(inspection.mediaKinds))])),
            ("extras", Self.counts(inspection.extras)),
        ])
    }

    private var exchange: JSON {
        var members: [(String, JSON)] = []
        if let id = inspection.id { members.append(("id", .string(id))) }
        if let name = inspection.name { members.append(("name", .string(name))) }
        if let generated = inspection.generated { members.append(("generated", .string(generated))) }
        if let licence = inspection.licence { members.append(("licence", .string(licence))) }
        members.append(("languages", .array(inspection.languages.map(JSON.string))))
        return .object(members)
    }

    private static func texts(_ section: Inspection.Section) -> JSON {
        .object([("total", .integer(section.texts)), ("byLanguage", counts(section.languages))])
    }

    private var events: JSON {
        let days = inspection.days
        var members: [(String, JSON)] = []
        if let first = days.first { members.append(("firstDay", .string(first.text))) }
        if let last = days.last { members.append(("lastDay", .string(last.text))) }
        members += [
            ("slots", .integer(days.slots)), ("repeatingSlots", .integer(days.repeating)),
            ("endlessSlots", .integer(days.endless)), ("overrides", .integer(days.overrides)),
            ("withoutSlot", .integer(inspection.eventsWithoutSlot)), ("byTimeZone", Self.counts(inspection.zones)),
            ("byKind", Self.counts(inspection.eventKinds)), ("byStrand", Self.counts(inspection.strands)),
            ("byStatus", Self.counts(inspection.statuses)),
        ]
        return .object(members)
    }

    private var places: JSON {
        .object([
            ("byKind", Self.counts(inspection.placeKinds)), ("byPrecision", Self.counts(inspection.precisions)),
            ("withoutCoordinates", .integer(inspection.pointless.total)),
            ("withoutCoordinatesByPrecision", Self.counts(inspection.pointless)),
        ])
    }

    private static func counts(_ counts: Counts) -> JSON {
        .object(counts.ordered.map { ($0.word, .integer($0.count)) })
    }
}
