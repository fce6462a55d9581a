import ExchangeDiagnostics

extension Record {
    /// The record as a finding names it: its type, its id, its name in the first language that it is given in.
    public func subject(of type: RecordType) -> Diagnostic.Subject {
        guard schema === type.schema else { return Diagnostic.Subject(kind: type.rawValue) }
        let id = schema.index(of: "id").flatMap { first($0) }.map { self[$0.text].text }
        let name = schema.index(of: "name").flatMap { first($0) }.map { self[$0.text].text }
        return Diagnostic.Subject(kind: type.rawValue, id: id, name: name)
    }
}
