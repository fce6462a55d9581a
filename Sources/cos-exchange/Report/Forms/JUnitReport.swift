import ExchangeDiagnostics

/// The report as services read the results of tests: a suite for each file, and in it a case for each rule, so that what
/// holds is seen as well.
struct JUnitReport: ReportForm {
    func ending(of run: ReportedRun) -> String {
        let suites = run.inputs.map { Self.suite($0, run.terms) }
        let cases = suites.reduce(0) { $0 + $1.cases }
        let failures = suites.reduce(0) { $0 + $1.failures }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"\(Version.tool)\" tests=\"\(cases + run.systemErrors.count)\""
        text += " failures=\"\(failures)\" errors=\"\(run.systemErrors.count)\">\n"
        for suite in suites { text += suite.text }
        for (index, error) in run.systemErrors.enumerated() {
            text += "  <testsuite name=\"\(Version.tool)\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
            text += "    <testcase classname=\"input\" name=\"input \(index + 1)\">\n"
            text += "      <error message=\"\(Markup.escaped(error))\"/>\n    </testcase>\n  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private struct Suite {
        var text = ""
        var cases = 0
        var failures = 0
    }

    private static func suite(_ input: ReportedInput, _ terms: ReportTerms) -> Suite {
        var suite = Suite()
        let name = Markup.escaped(input.name == "-" ? "standard input" : input.name)
        var body = ""
        for code in Code.allCases where !code.isLoss {
            let findings = input.findings.filter { $0.diagnostic.code == code }
            suite.cases += 1
            body += "    <testcase classname=\"\(name)\" name=\"\(code.rawValue) \(code.slug)\""
            guard !findings.isEmpty else {
                body += "/>\n"
                continue
            }
            body += ">\n"
            let condemned = findings.filter { terms.condemns($0.diagnostic) }
            if let first = condemned.first?.diagnostic {
                suite.failures += 1
                body +=
                    "      <failure type=\"\(first.severity.rawValue)\" message=\"\(Markup.escaped(first.message))\">"
                body += lines(condemned, hidden: input.hidden[code]) + "</failure>\n"
            }
            let others = findings.filter { !terms.condemns($0.diagnostic) }
            if !others.isEmpty {
                body += "      <system-out>\(lines(others, hidden: nil))</system-out>\n"
            }
            body += "    </testcase>\n"
        }
        suite.text =
            "  <testsuite name=\"\(name)\" tests=\"\(suite.cases)\" failures=\"\(suite.failures)\" errors=\"0\">\n"
        suite.text += body + "  </testsuite>\n"
        return suite
    }

    private static func lines(_ findings: [Finding], hidden: Int?) -> String {
        var text = findings.map { Markup.escaped(TextFrame(finding: $0).line) + "\n" }.joined()
        if let hidden { text += "… and \(hidden) more\n" }
        return text
    }
}

/// Text made harmless between tags and in attributes, of XML and of HTML alike.
enum Markup {
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                // What XML 1.0 section 2.2 has no place for, or a reader might obey, is spelled out.
                result.unicodeScalars.append(contentsOf: Escaped.spelling(of: scalar))
            }
        }
    }
}
