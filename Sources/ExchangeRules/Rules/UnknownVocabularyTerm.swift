import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A code that its list does not have.
    ///
    /// The lists are open: a code of one's own is kept, and readers that do not know it take the general term. One that
    /// is nearly a code of the list is a slip, and a reader would not see that an event is `canceled`. Write `cancelled`.
    static let unknownVocabularyTerm = Rule.values(.unknownVocabularyTerm) { field in
        let list: CodeList
        var isRole = false
        switch field.kind {
        case .scalar(.code(let codes)), .list(.code(let codes)): list = codes
        case .participations: (list, isRole) = (.roles, true)
        default: return nil
        }
        let names = NameIndex(list.codes)
        return { [isRole] record, value, examination in
            let code = isRole ? record[value.label] : record[value.text]
            if names.find(code) != nil || isRole && code.isEmpty { return }
            let meant = list.codes.nearest(to: code.text)
            // What no list has may be somebody's own, or of a later version of the schema.
            let isOpen = Token.matches(code) && (meant.isEmpty || examination.header.isNewer)
            examination.report(
                .unknownVocabularyTerm, "\(code.quoted) is not one of the \(list.name)", at: value, in: record,
                part: "role", severity: isOpen ? .warning : nil, suggestions: meant)
        }
    }
}
