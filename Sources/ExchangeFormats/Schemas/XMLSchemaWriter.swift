import ExchangeModel

/// The XML Schema (XSD 1.0) of an exchange in XML, made of the tables of the model.
///
/// Elements come in the order of the tables; what belongs to other namespaces is welcome as the last of a record's
/// elements, and among its attributes. `xml:lang` is one of those: to require it, a schema must have another one beside
/// it, and this one stands alone.
public struct XMLSchemaWriter {
    /// The namespace of all elements.
    public static let namespace = "urn:cos-exchange:1"

    private var lines: [String] = []
    private var indent = 0
    private var scalars: [Scalar] = []
    private var links: [RecordType] = []
    private var participations: [RecordType] = []

    private let tellsIdentities: Bool

    /// A writer of the schema as it is published, or without what must be unique: libxml2, which checks that, keeps
    /// something of each record to the end.
    public init(tellsIdentities: Bool = true) { self.tellsIdentities = tellsIdentities }

    /// The document, indented, with a line feed at its end; the same octets every time.
    public var text: String {
        var writer = self
        writer.document()
        return writer.lines.map { $0 + "\n" }.joined()
    }

    // MARK: Printing

    private mutating func line(_ text: String) {
        lines.append(String(repeating: "  ", count: indent) + text)
    }

    private mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ body: ((inout XMLSchemaWriter) -> Void)? = nil
    ) {
        let attributes = attributes.map { " \($0.0)=\"\(Self.escape($0.1))\"" }.joined()
        guard let body else { return line("<xs:\(name)\(attributes)/>") }
        line("<xs:\(name)\(attributes)>")
        indent += 1
        body(&self)
        indent -= 1
        line("</xs:\(name)>")
    }

    private mutating func documentation(_ text: String) {
        element("annotation") { $0.line("<xs:documentation xml:lang=\"en\">\(Self.escape(text))</xs:documentation>") }
    }

    private static func escape(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }

    // MARK: The document

    private mutating func document() {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        let attributes = [
            ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", Self.namespace),
            ("targetNamespace", Self.namespace), ("elementFormDefault", "qualified"), ("version", "1.0"),
        ]
        element("schema", attributes) { schema in
            schema.documentation("An exchange of an open-studios programme: the header, then an element for each type.")
            schema.root()
            for type in RecordType.allCases { schema.record(type.schema) }
            schema.values()
        }
    }

    private mutating func root() {
        element("element", [("name", Exchange.schema.element), ("type", Exchange.schema.name)]) { root in
            for type in RecordType.allCases.dropFirst() {
                let schema = type.schema
                root.unique("\(schema.name)ID", "c:\(schema.wrapper)/c:\(schema.element)", "@id")
            }
        }
    }

    private mutating func unique(_ name: String, _ selector: String, _ field: String) {
        guard tellsIdentities else { return }
        element("unique", [("name", name)]) { unique in
            unique.line("<xs:selector xmlns:c=\"\(Self.namespace)\" xpath=\"\(selector)\"/>")
            unique.line("<xs:field xmlns:c=\"\(Self.namespace)\" xpath=\"\(field)\"/>")
        }
    }

    // MARK: Records

    private mutating func record(_ schema: Schema) {
        element("complexType", [("name", schema.name)]) { type in
            type.documentation(SchemaDescriptions.of(schema))
            type.element("sequence") { sequence in
                for field in schema.fields { sequence.field(field, of: schema) }
                sequence.element("element", [("name", "extras"), ("type", "xs:string"), ("minOccurs", "0")]) {
                    $0.documentation("What no element says, as one JSON object.")
                }
                if schema === Exchange.schema { sequence.collections() }
                sequence.element(
                    "any",
                    [
                        ("namespace", "##other"), ("processContents", "lax"), ("minOccurs", "0"),
                        ("maxOccurs", "unbounded"),
                    ])
            }
            for field in schema.fields { type.attribute(field, of: schema) }
            type.otherAttributes()
        }
        for case .some(let child) in schema.children { record(child) }
    }

    private mutating func collections() {
        for type in RecordType.allCases.dropFirst() {
            element("element", [("name", type.schema.wrapper), ("minOccurs", "0")]) { wrapper in
                wrapper.element("complexType") { wrapper in
                    wrapper.element("sequence") { sequence in
                        let name = type.schema.element
                        sequence.element(
                            "element",
                            [
                                ("name", name), ("type", type.schema.name), ("minOccurs", "0"),
                                ("maxOccurs", "unbounded"),
                            ]
                        ) { if type == .event { $0.unique("slotID", "c:slot", "@id") } }
                    }
                    wrapper.otherAttributes()
                }
            }
        }
    }

    private mutating func otherAttributes() {
        element("anyAttribute", [("namespace", "##other"), ("processContents", "lax")])
    }

    private mutating func attribute(_ field: Field, of schema: Schema) {
        guard case .attribute(let name) = field.xml, case .scalar(let scalar) = field.kind else { return }
        let use = field.isRequired ? [("use", "required")] : []
        element("attribute", [("name", name), ("type", type(of: scalar))] + use) {
            $0.documentation(SchemaDescriptions.of(field, in: schema))
        }
    }

    private mutating func field(_ field: Field, of schema: Schema) {
        let name: String
        switch field.xml {
        case .attribute: return
        case .element(let element), .reference(let element): name = element
        }
        let narrowing = SchemaConditions.narrowing(field, of: schema)
        var attributes = [("name", name)]
        let type = type(of: field)
        let isInline = type == nil || narrowing.pattern != nil
        if !isInline, let type { attributes.append(("type", type)) }
        if !field.isRequired { attributes.append(("minOccurs", "0")) }
        if field.isRequired, narrowing.least > 1 { attributes.append(("minOccurs", "\(narrowing.least)")) }
        if field.isRepeated { attributes.append(("maxOccurs", "unbounded")) }
        let description = SchemaDescriptions.of(field, in: schema)
        element("element", attributes) { element in
            element.documentation(description)
            if let pattern = narrowing.pattern {
                element.simpleType(nil, base: type ?? "xs:string", [("pattern", pattern)])
            } else if case .scalar(let scalar) = field.kind, isInline {
                element.number(scalar)
            }
            if case .children(let child) = field.kind, child === Slot.schema {
                element.unique("overrideDay", "c:override", "c:on")
            }
        }
    }

    /// The name of a field's type; nil where it has none.
    private mutating func type(of field: Field) -> String? {
        switch (field.kind, field.xml) {
        case (.text, _): return "text"
        case (.participations(let type), _):
            if !participations.contains(type) { participations.append(type) }
            return "\(type.rawValue)Participation"
        case (.scalar(.reference(let type)), .reference), (.list(.reference(let type)), .reference):
            if !links.contains(type) { links.append(type) }
            return "\(type.rawValue)Link"
        case (.children(let schema), _): return schema.name
        case (.scalar(.integer), _), (.scalar(.decimal), _): return nil
        case (.scalar(let scalar), _), (.list(let scalar), _): return self.type(of: scalar)
        }
    }

    // MARK: Values

    private mutating func type(of scalar: Scalar) -> String {
        if !scalars.contains(scalar) { scalars.append(scalar) }
        return ScalarForm(scalar)?.name ?? "flag"
    }

    private mutating func simpleType(_ name: String?, base: String, _ facets: [(String, String)], _ words: String = "")
    {
        element("simpleType", name.map { [("name", $0)] } ?? []) { type in
            if !words.isEmpty { type.documentation(words) }
            type.element("restriction", [("base", base)]) { restriction in
                for (facet, value) in facets { restriction.element(facet, [("value", value)]) }
            }
        }
    }

    private mutating func number(_ scalar: Scalar) {
        switch scalar {
        case .integer(let range):
            let bounds = [("minInclusive", "\(range.lowerBound)"), ("maxInclusive", "\(range.upperBound)")]
            simpleType(nil, base: "xs:integer", [("pattern", "-?(0|[1-9][0-9]*)")] + bounds)
        case .decimal(let range):
            let bounds = [("minInclusive", "\(range.lowerBound)"), ("maxInclusive", "\(range.upperBound)")]
            simpleType(nil, base: "xs:decimal", [("pattern", #"-?(0|[1-9][0-9]*)(\.[0-9]+)?"#)] + bounds)
        default: return
        }
    }

    /// The types of all values that fields have asked for.
    private mutating func values() {
        simpleType(
            "nonEmptyString", base: "xs:string", [("minLength", "1"), ("maxLength", "\(ScalarForm.longest)")],
            "At least one character.")
        element("complexType", [("name", "text")]) { type in
            type.documentation("One text in one language: xml:lang says which (BCP 47), and is always given.")
            type.element("simpleContent") { content in
                content.element("extension", [("base", "nonEmptyString")]) { $0.otherAttributes() }
            }
        }
        for type in participations { link("\(type.rawValue)Participation", to: type, hasRole: true) }
        for type in links { link("\(type.rawValue)Link", to: type, hasRole: false) }
        // A union's members are types of their own.
        for scalar in scalars {
            if case .moment = scalar { _ = (type(of: .date), type(of: .localDateTime)) }
            if case .dateOrInstant = scalar { _ = (type(of: .date), type(of: .instant)) }
        }
        for scalar in scalars { value(scalar) }
    }

    private mutating func link(_ name: String, to type: RecordType, hasRole: Bool) {
        let reference = self.type(of: .reference(type))
        let role = self.type(of: .code(.roles))
        element("complexType", [("name", name)]) { link in
            link.element("attribute", [("name", "ref"), ("type", reference), ("use", "required")])
            if hasRole { link.element("attribute", [("name", "role"), ("type", role)]) }
            link.otherAttributes()
        }
    }

    private mutating func value(_ scalar: Scalar) {
        guard let form = ScalarForm(scalar) else {
            return simpleType("flag", base: "xs:boolean", [("pattern", "true|false")], "True or false.")
        }
        let bounds = [("minLength", "\(form.length.lowerBound)"), ("maxLength", "\(form.length.upperBound)")]
        let pattern = form.pattern.map { [("pattern", $0)] } ?? []
        switch scalar {
        case .date:
            simpleType(form.name, base: "xs:date", [("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")], form.description)
        case .moment, .dateOrInstant:
            let members = scalar == .moment ? "date localDateTime" : "date instant"
            element("simpleType", [("name", form.name)]) { type in
                type.documentation(form.description)
                type.element("union", [("memberTypes", members)])
            }
        default:
            let known = form.codes.isEmpty ? "" : " Known: \(form.codes.joined(separator: ", "))."
            simpleType(form.name, base: "xs:string", bounds + pattern, form.description + known)
        }
    }
}

extension Field {
    /// Whether its element may come more than once.
    fileprivate var isRepeated: Bool {
        switch kind {
        case .scalar: false
        case .text, .list, .participations, .children: true
        }
    }
}
