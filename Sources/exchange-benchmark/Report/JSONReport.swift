/// What programs read: one object, its members in a fixed order.
enum JSONReport {
    static func text(
        _ setting: Setting, _ measurements: [Measurement], _ peers: [Row.PeerKind: PeerSearch],
        _ costs: [InstructionCost]
    ) -> String {
        let rows = measurements.map { row($0, peers) }
        let instructions = costs.map {
            #"{"name": \#(quoted($0.name)), "perOctet": \#(Figures.fixed($0.perOctet, 3))}"#
        }
        return """
            {
              "tool": \(quoted(setting.edition)),
              "machine": \(quoted(setting.machine)),
              "memory": "ru_maxrss",
              "rows": [
                \(rows.joined(separator: ",\n    "))
              ],
              "instructions": [\(instructions.joined(separator: ", "))]
            }

            """
    }

    private static func row(_ measurement: Measurement, _ peers: [Row.PeerKind: PeerSearch]) -> String {
        var members = ["\"name\": \(quoted(measurement.row.name))", "\"title\": \(quoted(measurement.row.title))"]
        if let input = measurement.input { members.append("\"events\": \(input.events), \"octets\": \(input.octets)") }
        members.append("\"ours\": [\(measurement.variants.map { runs($0, measurement.peer) }.joined(separator: ", "))]")
        if let peer = measurement.peer { members.append("\"peer\": \(runs(peer, nil))") }
        if let kind = measurement.row.peer {
            switch peers[kind] {
            case .found(let peer)?: members.append("\"peerEdition\": \(quoted(peer.edition))")
            case .absent(let reason)?: members.append("\"peerAbsent\": \(quoted(reason))")
            case nil: break
            }
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func runs(_ runs: Measurement.Runs, _ peer: Measurement.Runs?) -> String {
        var members = ["\"name\": \(quoted(runs.name))", "\"runs\": \(runs.usages.count)"]
        members.append("\"wall\": \(series(runs.wall))")
        members.append("\"processor\": \(series(runs.processor))")
        if let peak = runs.peak { members.append("\"peak\": \(peak.octets), \"isBound\": \(peak.isBound)") }
        if let ratios = peer.flatMap({ runs.ratios(to: $0) }) { members.append("\"timesAsFast\": \(series(ratios))") }
        if let digest = runs.digest {
            members.append("\"output\": \(digest.octets), \"checksum\": \"\(Figures.checksum(digest.checksum))\"")
            if let count = digest.counts.first { members.append("\"counted\": \(count)") }
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func series(_ series: Series?) -> String {
        guard let series else { return "null" }
        let figures = [series.median, series.least, series.most].map { Figures.fixed($0, 6) }
        return #"{"median": \#(figures[0]), "least": \#(figures[1]), "most": \#(figures[2])}"#
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
