/// How findings are told.
enum ReportStyle: String, CaseIterable, Sendable {
    /// To people, with the line in question.
    case text
    /// A line each, to editors.
    case short
    /// To programs.
    case json
}
