import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The exchange does not say on which terms others may use it.
    ///
    /// Without a licence a partner may not republish anything. Give `licence`: an SPDX identifier such as `CC-BY-4.0`, or
    /// the address of the terms.
    static let feedInformationMissing = Rule.nodes(.feedInformationMissing, of: Exchange.schema) {
        let licence = Exchange.schema.position(of: "licence")
        return { record, node, examination in
            guard record.first(licence, of: node) == nil, !record.hasExtra("licence", of: node, Exchange.schema) else {
                return
            }
            examination.report(.feedInformationMissing, "the licence of the data is not given", field: licence)
        }
    }
}
