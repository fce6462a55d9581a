import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A text has no letter of the script in which its language is written, and many of another.
    ///
    /// It was entered beside the wrong language, or was not translated: readers of that language see what they cannot
    /// read. Move it, or take it away. Names may be spelled in any script.
    static let wrongScript = Rule.values(.wrongScript) { field in
        guard field.kind.shape == .texts, field.name != "name" else { return nil }
        return { record, value, examination in
            guard let wanted = Script(ofLanguage: record[value.label]), !wanted.isSeen(in: record[value.text]) else {
                return
            }
            let letters = ScriptCount(record[value.text])
            guard letters[wanted] == 0, letters.total >= 8, let found = letters.commonest else { return }
            examination.report(
                .wrongScript,
                "the text is said to be in \(record[value.label].text), but is written in \(found.title) letters",
                at: value, in: record)
        }
    }
}
