import CLibXML2
import ExchangeBytes

/// The handlers of a validator of the library's, as its own parser calls them (`xmlSchemaSAXPlug`).
///
/// The parser promises strings that end with a zero and stay where they are while their element is open: those of each
/// level have a place of their own, so that what is kept does not grow with the document.
struct XMLSchemaEvents {
    private let plug: xmlSchemaSAXPlugPtr
    private let handler: xmlSAXHandler
    private let data: UnsafeMutableRawPointer?
    /// Those of each number of open elements.
    private var levels: [XMLSchemaLevel] = []

    /// Events for a validator, which begins to validate.
    init(_ context: xmlSchemaValidCtxtPtr) throws {
        var handler: UnsafeMutablePointer<xmlSAXHandler>?
        var data: UnsafeMutableRawPointer?
        guard let plug = xmlSchemaSAXPlug(context, &handler, &data), let handler else { throw XMLMemory() }
        (self.plug, self.handler, self.data) = (plug, handler.pointee, data)
    }

    /// Tells that nothing more comes.
    func end() { xmlSchemaSAXUnplug(plug) }

    mutating func start(_ tag: borrowing XMLScanner) {
        while levels.count <= tag.depth { levels.append(XMLSchemaLevel()) }
        let level = levels[tag.depth]
        level.begin(tag)
        handler.startElementNs?(
            data, level.localName, level.prefix, level.uri, Int32(tag.namespaceCount), level.pointers,
            Int32(tag.attributeCount), 0, level.pointers + 2 * tag.namespaceCount)
    }

    func end(at depth: Int) {
        let level = levels[depth]
        handler.endElementNs?(data, level.localName, level.prefix, level.uri)
    }

    func text(_ text: Bytes) {
        handler.characters?(data, text.start.assumingMemoryBound(to: UInt8.self), Int32(text.count))
    }
}

/// The strings of one element: its name, what it declares, its attributes.
private final class XMLSchemaLevel {
    typealias Text = UnsafePointer<UInt8>

    private(set) var localName: Text?
    private(set) var prefix: Text?
    private(set) var uri: Text?
    /// The prefix and the URI of each declaration, and behind them of each attribute its local name, prefix, URI, and the
    /// first and the last address of its value.
    private(set) var pointers = UnsafeMutablePointer<Text?>.allocate(capacity: 16)
    private var pointerCapacity = 16
    private var octets = ByteBuffer(capacity: 256)

    deinit { pointers.deallocate() }

    /// Takes the strings of a tag.
    func begin(_ tag: borrowing XMLScanner) {
        reserve(tag)
        localName = text(tag.localName)
        prefix = optional(tag.prefix)
        uri = optional(tag.namespace)
        var place = 0
        for index in 0..<tag.namespaceCount {
            let declaration = tag.declaration(index)
            pointers[place] = optional(declaration.prefix)
            pointers[place &+ 1] = text(declaration.uri)
            place &+= 2
        }
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            pointers[place] = text(attribute.localName)
            pointers[place &+ 1] = optional(attribute.prefix)
            pointers[place &+ 2] = optional(attribute.namespace)
            pointers[place &+ 3] = value(attribute.value)
            pointers[place &+ 4] = end
            place &+= 5
        }
    }

    /// Makes room for all, so that nothing that has been placed moves.
    private func reserve(_ tag: borrowing XMLScanner) {
        var count = tag.namespace.count
        for index in 0..<tag.namespaceCount { count += tag.declaration(index).uri.count }
        for index in 0..<tag.attributeCount { count += tag.attribute(index).namespace.count }
        let needed = 2 * tag.namespaceCount + 5 * tag.attributeCount
        // All else stands in the tag itself, where an ampersand takes at least as many octets as it will here.
        octets.removeAll()
        octets.reserve(count + tag.end - tag.offset + needed + 3)
        guard needed > pointerCapacity else { return }
        pointers.deallocate()
        pointerCapacity = needed
        pointers = .allocate(capacity: needed)
    }

    private var end: Text { Text(octets.tail.assumingMemoryBound(to: UInt8.self)) }

    /// Places a text with its zero: with one move, if it is short. Room has been made.
    private func text(_ text: Bytes) -> Text {
        let start = end
        if text.count <= 16 {
            octets.tail.storeBytes(of: text.start.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
            octets.advance(by: text.count)
        } else {
            octets.append(text)
        }
        octets.tail.storeBytes(of: 0, as: UInt8.self)
        octets.advance(by: 1)
        return start
    }

    /// The same, or nothing if there is nothing in it.
    private func optional(_ text: Bytes) -> Text? { text.isEmpty ? nil : self.text(text) }

    /// The value of an attribute, without an end of its own; the library's parser spells an ampersand as a reference.
    private func value(_ value: Bytes) -> Text {
        let start = end
        var first = 0
        while first < value.count {
            let place = XMLKernel.either(
                UInt8(ascii: "&"), UInt8(ascii: "&"), value.start, from: first, to: value.count)
            octets.append(value.dropping(first).prefix(place &- first))
            if place < value.count { octets.append("&#38;") }
            first = place &+ 1
        }
        return start
    }
}
