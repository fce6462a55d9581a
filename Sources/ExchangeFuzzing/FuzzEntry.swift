import Glibc

/// Tries the laws on octets of libFuzzer's, for the target that `EXCHANGE_FUZZ` names; ends the process if one is broken.
///
/// libFuzzer looks for a function of this name. Nothing else calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryFuzzerInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target = chosenTarget else { stop(["EXCHANGE_FUZZ names none of the targets"]) }
    let breaches = target.breaches(Array(UnsafeBufferPointer(start: start, count: count)))
    if !breaches.isEmpty { stop(breaches) }
    return 0
}

private let chosenTarget = getenv("EXCHANGE_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

private func stop(_ sentences: [String]) -> Never {
    for sentence in sentences {
        let line = Array("BROKEN: \(sentence)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
    abort()
}
