/// What is told of a document, event by event. An error that it throws stops the parser.
public protocol XMLReceiver: AnyObject {
    /// An element begins.
    func start(_ tag: XMLTag) throws
    /// The innermost element ends: with the tag from one offset to another, its only one if it is empty.
    func end(at offset: Int, until end: Int) throws
    /// A piece of text, with references resolved and line ends made line feeds; `XMLPushParser.textOffset` says where.
    func text(_ run: XMLRun, in parser: XMLPushParser) throws
    /// A comment, without its delimiters.
    func comment(_ run: XMLRun) throws
    /// A processing instruction.
    func instruction(_ target: XMLRun, _ data: XMLRun) throws
}

extension XMLReceiver {
    public func comment(_ run: XMLRun) throws {}
    public func instruction(_ target: XMLRun, _ data: XMLRun) throws {}
}

/// Thrown by a receiver that has seen enough; the parser returns as if the document ended there.
public struct XMLStop: Error {
    /// The stop.
    public init() {}
}
