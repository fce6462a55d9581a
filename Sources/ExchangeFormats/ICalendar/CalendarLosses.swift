import ExchangeDiagnostics
import ExchangeModel

/// What a lean calendar leaves out: how many values of each field, and where the first of them is.
struct CalendarLosses {
    private struct Key: Hashable {
        let schema: ObjectIdentifier
        let field: Int
    }

    private struct Loss {
        let schema: Schema
        let field: Int
        var count: Int
        let offset: Int
        let subject: Diagnostic.Subject
    }

    private var losses: [Key: Int] = [:]
    private var list: [Loss] = []

    /// Counts a record that is left out whole.
    mutating func count(_ record: borrowing Record) {
        for field in 0...record.schema.shapes.count {
            if let value = record.first(field) { count(record, field, of: record.schema, at: value.offset) }
        }
    }

    /// Counts what the lines of an event do not say.
    mutating func count(_ event: borrowing Record, _ omissions: [Omission], isFirst: Bool) {
        if isFirst { count(event, .root, of: event.schema, omissions) }
    }

    /// Counts what the lines of a record, or of one that belongs to it, do not say.
    mutating func count(
        _ record: borrowing Record, _ node: Record.Node, of schema: Schema, _ omissions: [Omission]
    ) {
        for field in 0...schema.shapes.count {
            guard let value = record.first(field, of: node) else { continue }
            if field < omissions.count {
                switch omissions[field] {
                case .field: continue
                case .version where record.next(value) == nil: continue
                case .version, .versions, .nothing: break
                }
            }
            count(record, field, of: schema, at: value.offset)
        }
    }

    private mutating func count(_ record: borrowing Record, _ field: Int, of schema: Schema, at offset: Int) {
        let key = Key(schema: ObjectIdentifier(schema), field: field)
        if let index = losses[key] {
            list[index].count += 1
            return
        }
        losses[key] = list.count
        let type = RecordType(rawValue: record.schema.name) ?? .event
        list.append(
            Loss(schema: schema, field: field, count: 1, offset: offset, subject: record.subject(of: type)))
    }

    /// Reports each field once.
    func report(_ report: (Diagnostic) -> Void) {
        for loss in list {
            let name = loss.field < loss.schema.fields.count ? loss.schema.fields[loss.field].name : "members of others"
            let isText = loss.field < loss.schema.shapes.count && loss.schema.shapes[loss.field] == .texts
            let code: Code = isText && loss.schema === Event.schema ? .languagesDropped : .fieldNotRepresentable
            let records = loss.count == 1 ? "1 record" : "\(loss.count) records"
            report(
                Diagnostic(
                    code, message: "\(loss.schema.name).\(name) of \(records) is not in the lean calendar",
                    subject: loss.subject,
                    at: .init(position: Position(offset: loss.offset), path: "/\(loss.schema.collection)")))
        }
    }
}

extension Diagnostic {
    /// An event, or a slot of it, is carried but not shown.
    static func notVisible(
        _ sentence: String, _ event: borrowing Record, at offset: Int, path: String
    ) -> Diagnostic {
        Diagnostic(
            .notVisible, message: sentence, subject: event.subject(of: .event),
            at: .init(position: Position(offset: offset), path: "/events/\(event.index)" + path))
    }

    /// A slot has no end that is after its start.
    static func endMadeUp(_ event: borrowing Record, at offset: Int, path: String) -> Diagnostic {
        Diagnostic(
            .endMadeUp, subject: event.subject(of: .event),
            at: .init(position: Position(offset: offset), path: "/events/\(event.index)" + path))
    }
}
