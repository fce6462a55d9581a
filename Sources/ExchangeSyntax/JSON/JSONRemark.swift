import ExchangeDiagnostics

/// What is remarked while a record is read, as small as can be: most remarks are only ever counted.
public struct JSONRemark: BitwiseCopyable {
    /// What is wrong, by the register.
    public let code: Code
    /// A number that says more to whoever made the remark; 0 if there is nothing more to say.
    public let hint: UInt8
    /// Where in the input it is.
    public let offset: Int

    /// A remark on what stands at an offset.
    public init(_ code: Code, at offset: Int, hint: UInt8 = 0) {
        self.code = code
        self.hint = hint
        self.offset = offset
    }
}

extension JSONScanner {
    /// Remarks something about the record at hand.
    public mutating func remark(_ code: Code, at offset: Int, hint: UInt8 = 0) {
        remarks.append(JSONRemark(code, at: offset, hint: hint))
    }

    /// Takes back what was remarked from an offset on: that part is read again.
    public mutating func forgetRemarks(from offset: Int) {
        while remarks.count > 0, remarks[remarks.count &- 1].offset >= offset {
            remarks.truncate(to: remarks.count &- 1)
        }
    }
}
