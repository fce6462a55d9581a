import ExchangeBytes

/// What of a field is left out where JSON carries only what another format does not say.
enum Omission: BitwiseCopyable {
    case nothing
    case field
    /// The version of a text that lies there. Where it is not the first, an empty one keeps its place.
    case version(Slice)
    /// All versions of a text: empty ones tell their order.
    case versions
}
