/// What holds for every calendar, whatever the data is.
enum CalendarLaws {
    private static let properties: [String: Set<String>] = [
        "VCALENDAR": [
            "VERSION", "PRODID", "CALSCALE", "UID", "LAST-MODIFIED", "URL", "NAME", "X-WR-CALNAME", "DESCRIPTION",
            "X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-TIMEZONE", "X-COS-RECORD",
        ],
        "VTIMEZONE": ["TZID"],
        "STANDARD": ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"],
        "DAYLIGHT": ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"],
        "VEVENT": [
            "UID", "DTSTAMP", "RECURRENCE-ID", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY", "LOCATION", "GEO",
            "STATUS", "TRANSP", "DESCRIPTION", "CATEGORIES", "CONFERENCE", "SEQUENCE", "URL", "LAST-MODIFIED", "IMAGE",
            "COMMENT", "X-COS-DATA", "X-COS-RECORD",
        ],
    ]
    private static let parameters: [String: Set<String>] = [
        "LANGUAGE": ["NAME", "DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"],
        "TZID": ["DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"],
        "VALUE": ["DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID", "CONFERENCE", "IMAGE", "REFRESH-INTERVAL"],
        "DISPLAY": ["IMAGE"], "FMTTYPE": ["IMAGE"],
        "X-COS-TYPE": ["X-COS-RECORD"], "X-COS-ID": ["X-COS-RECORD"], "X-COS-INDEX": ["X-COS-RECORD"],
        "X-COS-LANGUAGE": ["X-COS-RECORD"], "X-COS-CANCELLED": ["X-COS-RECORD"],
    ]

    /// What is wrong with a calendar: nothing but names that we write, lines that end where they should, no controls.
    static func faults(of octets: [UInt8]) -> [String] {
        let calendar = ReadCalendar(octets)
        var faults = calendar.isBalanced ? [] : ["BEGIN and END do not match"]
        if !octets.suffix(2).elementsEqual([0x0D, 0x0A]) { faults.append("the last line has no end") }
        for line in calendar.physicalLines {
            let text = String(validating: line, as: UTF8.self)
            if line.count > 75 || line.isEmpty { faults.append("a line of \(line.count) octets") }
            if text == nil { faults.append("a line that is cut inside a character: \(line)") }
            if line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) { faults.append("a control: \(line)") }
            if line.reversed().prefix(while: { $0 == 0x5C }).count % 2 == 1 { faults.append("a cut escape: \(line)") }
        }
        for component in calendar.components {
            guard let properties = properties[component.name] else {
                faults.append("a component \(component.name)")
                continue
            }
            for line in component.lines {
                if !properties.contains(line.name) { faults.append("\(line.name) in \(component.name)") }
                for (name, value) in line.parameters
                where parameters[name]?.contains(line.name) != true || value.isEmpty {
                    faults.append("\(name)=\(value) of \(line.name)")
                }
                if line.name.hasPrefix("X-COS-"), line.json == nil { faults.append("no base64url: \(line.value)") }
            }
        }
        return faults
    }
}
