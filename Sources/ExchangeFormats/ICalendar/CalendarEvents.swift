import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The events: a VEVENT for each slot that can be shown, and one for each day on which it is otherwise.
extension CalendarWriter {
    mutating func event(_ event: borrowing Record, to output: inout ByteBuffer) {
        guard clock.look(at: event) == nil else { return }
        takeZone(clock.zone)
        prepare(event, isCancelled: event.isCancelled(event.first(fields.event.status)))
        var isFirst = true
        var index = 0
        var slot = event.first(fields.event.slots)
        while let current = slot {
            slot = event.next(current)
            defer { index += 1 }
            guard case .success(let showing) = clock.showings[index] else { continue }
            if isFirst, !showing.times.isWholeDays { omissions[fields.event.timeZone] = .field }
            let line = SlotLine(node: current.child, times: showing.times, rule: showing.rule)
            output.append("BEGIN:VEVENT\r\n")
            identify(line, event)
            output.append(identity.bytes)
            times(line.times, to: &output)
            repetition(line, event, to: &output)
            output.append(summary.bytes)
            output.append(location.bytes)
            details(status: event.first(fields.event.status), event, to: &output)
            foreign.plan(event, current.child, Slot.schema, .event)
            output.append(foreign.properties.bytes)
            if printsNothingElse {
                // Only the lines that calendar programs understand are asked for.
            } else if options.isLean {
                losses.count(event, omissions, isFirst: isFirst)
                losses.count(event, current.child, of: Slot.schema, said.omissions)
            } else {
                residue(event, slot: current.child, isFirst: isFirst, to: &output)
                if isFirst { hiddenSlots(event, to: &output) }
            }
            output.append(foreign.components.bytes)
            output.append("END:VEVENT\r\n")
            overrides(line, event, to: &output)
            isFirst = false
        }
    }

    /// Spells the zone's parameter, unless it is that of the event before.
    private mutating func takeZone(_ zone: Zone?) {
        if zone === self.zone { return }
        self.zone = zone
        zoneParameter.removeAll()
        guard let zone else { return }
        zoneParameter.append(";TZID=")
        zoneParameter.append(utf8: zone.name)
        zoneParameter.append(":")
    }

    /// Lays out what all VEVENTs of an event have in common.
    private mutating func prepare(_ event: borrowing Record, isCancelled: Bool) {
        omissions.withUnsafeMutableBufferPointer { $0.update(repeating: .nothing) }
        omissions[fields.event.slots] = .field
        common.removeAll()
        summary.removeAll()
        location.removeAll()
        for index in 0..<lines.lines.count { line(lines.lines[index], event, isCancelled: isCancelled) }
        pictures(event)
    }

    private mutating func line(_ line: EventLines.Line, _ event: borrowing Record, isCancelled: Bool) {
        switch line.role {
        case .text: text(line, event, isCancelled: isCancelled)
        case .status: break
        case .categories: categories(line, event)
        case .location:
            dayLocation.removeAll()
            location(event, from: event.first(line.field))
            location.append(dayLocation.bytes)
        case .uris: uris(line, event)
        case .uri, .number:
            guard let value = event.first(line.field) else { return }
            let text = event[value.text]
            guard line.role == .uri ? text.isPlainURI : text.isSmallNumber else { return }
            printer.line.append(lines[line.name])
            printer.line.append(":")
            printer.line.append(text)
            printer.end(to: &common)
            omissions[line.field] = .field
        case .instant:
            guard let value = event.first(line.field), let instant = Instant(event[value.text]) else { return }
            common.append(lines[line.name])
            common.append(":")
            instant.append(to: &common, as: .basic)
            common.append("\r\n")
            // The line always has seconds: an instant that is written without them must be carried as it is.
            if value.text.count == 20 { omissions[line.field] = .field }
        }
    }

    private mutating func text(_ line: EventLines.Line, _ event: borrowing Record, isCancelled: Bool) {
        guard let text = languages.best(line.field, in: event) else { return }
        let isTitle = line.field == fields.event.name
        printer.line.append(lines[line.name])
        language(event[text.label])
        printer.line.append(":")
        let isMarked = isTitle && isCancelled && options.cancelled == .title
        if isMarked { printer.line.append(CancelledWord.before(event[text.label])) }
        let isWhole = printer.text(event[text.text])
        if isTitle { printer.end(to: &summary) } else { printer.end(to: &common) }
        if !isMarked, isWhole, event[text.label].isLanguageTag { omissions[line.field] = .version(text.text) }
    }

    private mutating func categories(_ line: EventLines.Line, _ event: borrowing Record) {
        var isFirst = true
        for field in lines.categories {
            var value = event.first(field)
            while let current = value {
                value = event.next(current)
                if isFirst { printer.line.append(lines[line.name]) } else { printer.line.append(",") }
                if isFirst { printer.line.append(":") }
                isFirst = false
                printer.text(event[current.text])
            }
        }
        if !isFirst { printer.end(to: &common) }
    }

    private mutating func uris(_ line: EventLines.Line, _ event: borrowing Record) {
        var areAllPlain = true
        event.each(line.field) { if !event[$0.text].isPlainURI { areAllPlain = false } }
        var value = event.first(line.field)
        if areAllPlain, value != nil { omissions[line.field] = .field }
        while let current = value {
            value = event.next(current)
            guard event[current.text].isPlainURI else { continue }
            printer.line.append(lines[line.name])
            printer.line.append(":")
            printer.line.append(event[current.text])
            printer.end(to: &common)
        }
    }

    private mutating func pictures(_ event: borrowing Record) {
        guard let id = event.first(fields.event.id) else { return }
        survey.pictures.each(of: event[id.text]) { picture in
            printer.line.append("IMAGE;VALUE=URI;DISPLAY=BADGE")
            if !picture.mediaType.isEmpty {
                printer.line.append(";FMTTYPE=")
                printer.line.append(survey.pictures[picture.mediaType])
            }
            printer.line.append(":")
            printer.line.append(survey.pictures[picture.url])
            printer.end(to: &common)
        }
    }

    // MARK: Places

    /// The addresses of places on one line, and the point of the first that has one.
    mutating func location(_ record: borrowing Record, from first: Record.Value?) {
        var point = Slice()
        var isFirst = true
        var value = first
        while let current = value {
            value = record.next(current)
            guard let place = survey.gazetteer.find(record[current.text]), !place.address.isEmpty else { continue }
            if isFirst {
                printer.line.append("LOCATION")
                language(survey.gazetteer[place.language])
                printer.line.append(":")
            } else {
                printer.line.append("\\; ")
            }
            isFirst = false
            printer.text(survey.gazetteer[place.address])
            if point.isEmpty { point = place.point }
        }
        if isFirst { return }
        printer.end(to: &dayLocation)
        if point.isEmpty { return }
        dayLocation.append("GEO:")
        dayLocation.append(survey.gazetteer[point])
        dayLocation.append("\r\n")
    }

    /// The lines that say whether it happens, and those that all VEVENTs of an event have in common.
    mutating func details(
        status: Record.Value?, _ event: borrowing Record, to output: inout ByteBuffer
    ) {
        if let status {
            let text = event[status.text]
            if text.equals("cancelled") {
                if options.cancelled == .status { output.append("STATUS:CANCELLED\r\n") }
            } else {
                output.append(text.equals("postponed") ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n")
            }
        }
        // An invitation to look in is no appointment: it must not block anybody's day.
        output.append("TRANSP:TRANSPARENT\r\n")
        output.append(common.bytes)
    }
}

/// The word before the title of what is cancelled, in the title's language.
enum CancelledWord {
    static func before(_ language: Bytes) -> StaticString {
        switch language.prefix(2).text.lowercased() {
        case "it": "ANNULLATO: "
        case "fr": "ANNULÉ : "
        case "ar": "أُلغي: "
        case "zh": "已取消："
        default: "CANCELLED: "
        }
    }
}
