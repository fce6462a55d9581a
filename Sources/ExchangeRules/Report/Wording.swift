import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Bytes {
    /// The text between quotation marks, cut if it is long.
    var quoted: String { text.quoted }
}

extension String {
    /// The text between quotation marks, cut if it is long.
    var quoted: String {
        let limit = 64
        guard unicodeScalars.count > limit else { return "\"\(self)\"" }
        return "\"\(String(unicodeScalars.prefix(limit)))…\""
    }

    /// The word with its article: `an artist`.
    var withArticle: String {
        guard let first = utf8.first, "aeio".utf8.contains(first) else { return "a \(self)" }
        return "an \(self)"
    }
}

extension [String] {
    /// Those of the list that a misspelt word probably stands for.
    func nearest(to word: String) -> [String] { Resemblance.nearest(to: word, among: self) }
}

extension LocalDate {
    /// `Fri 5 June 2026`: people notice a wrong weekday before a wrong number.
    var words: String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(days[weekday.rawValue]) \(day) \(months[month - 1]) \(year)"
    }
}

extension LocalDateTime {
    /// `10:00`.
    var clock: String { String(text.dropFirst(11)) }

    /// `10:00 on Fri 5 June 2026`.
    var words: String { "\(clock) on \(date.words)" }
}

extension Moment {
    /// `10:00 on Fri 5 June 2026`, or the day alone.
    var words: String {
        switch self {
        case .day(let date): date.words
        case .time(let time): time.words
        }
    }
}

/// `+02:00`, as an offset from UTC is written.
func offsetText(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let magnitude = abs(seconds)
    let rest = magnitude % 60 == 0 ? "" : ":" + two(magnitude % 60)
    return (seconds < 0 ? "-" : "+") + two(magnitude / 3600) + ":" + two(magnitude / 60 % 60) + rest
}
