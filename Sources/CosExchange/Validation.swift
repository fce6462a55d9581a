extension ExchangeSource where Self: ~Copyable {
    /// Hands over all that is wrong with the exchange: what its reader finds, and what the rules do.
    ///
    /// Of what the reader finds, the first few of each code are told. A thrown `Diagnostic` means that the rest cannot be
    /// had. No record is kept: see `Validator`.
    public mutating func validate(
        rules: [Rule] = Rule.all, zones: ZoneDatabase = ZoneDatabase(), report: (Diagnostic) -> Void
    ) throws {
        var validator = Validator(zones: zones, rules: rules)
        try read(.all, report: report) { validator.check($0, report: report) }
        validator.finish(report: report)
    }
}

extension FormatInput {
    /// All that is wrong with an exchange, in the order of the input, with lines, columns, and the files of a package.
    ///
    /// Of each code no more than `limit` findings are kept. If the input cannot be read to its end, one of them says why.
    public func findings(
        as format: Format, rules: [Rule] = Rule.all, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase(),
        limit: Int = 100
    ) throws -> [Diagnostic] {
        var source = try FormatSource(reading: self, as: format, limits: limits, zones: zones)
        var findings: [Diagnostic] = []
        var counter = DiagnosticCounter(limit: limit)
        func note(_ finding: Diagnostic) {
            if counter.admits(finding.code) { findings.append(finding) }
        }
        do {
            try source.validate(rules: rules, zones: zones, report: note)
        } catch let fault as Diagnostic {
            findings.append(fault)
        }
        try locate(&findings, as: format)
        return findings
    }
}

extension Catalogue {
    /// All that is wrong with the catalogue; record and path say where, for there are no lines.
    public func findings(rules: [Rule] = Rule.all, zones: ZoneDatabase = ZoneDatabase()) throws -> [Diagnostic] {
        var source = CatalogueSource(self)
        var findings: [Diagnostic] = []
        try source.validate(rules: rules, zones: zones) { findings.append($0) }
        return findings
    }
}
