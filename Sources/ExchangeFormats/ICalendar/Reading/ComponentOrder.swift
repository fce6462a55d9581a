import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// Finds out which components belong together, where they do not stand so.
struct ComponentOrder {
    private struct Found {
        let offset: Int
        let key: String
        let uid: String
        let isOverride: Bool
        let isFurther: Bool
    }

    private var found: [Found] = []
    /// The key of the event of each id that was met last.
    private var latest: [String: String] = [:]
    /// The keys of the events whose first component was met.
    private var begun: Set<String> = []
    private var previous = ""

    init() {}

    /// Takes up the component at the end of a group.
    mutating func add(lastOf group: borrowing ComponentGroup, _ pattern: UIDPattern) {
        let component = group.components[group.components.count - 1]
        let uid = group.uid(of: component)
        var key = ""
        var isFurther = false
        if !component.isOverride {
            if component.hasResidue {
                let json = group.carried[component.residue]
                let id = Residue.id(json)?.text
                isFurther = Residue.furtherSlot(json) != nil
                if isFurther, id?.isEmpty == true {
                    key = previous
                } else if isFurther, let id {
                    key = latest["id " + id] ?? "id " + id
                } else {
                    key = "id " + (id ?? "\(component.offset)")
                    if !begun.insert(key).inserted { key += " \(component.offset)" }
                }
                if let id { latest["id " + id] = key }
            } else if let event = uid.flatMap({ pattern.parts(of: $0)?.event }) {
                key = latest["id " + event.text] ?? "id " + event.text
                isFurther = latest["id " + event.text] != nil
                latest["id " + event.text] = key
            } else {
                key = "uid \(component.offset)"
            }
            previous = key
        }
        found.append(
            Found(
                offset: component.offset, key: key, uid: uid?.text ?? "", isOverride: component.isOverride,
                isFurther: isFurther))
    }

    /// All components, those of an event behind each other, events in the order of their first.
    func entries() -> [CalendarOutline.Entry] {
        var keys: [String: String] = [:]
        for item in found where !item.isOverride && keys[item.uid] == nil { keys[item.uid] = item.key }
        func key(_ item: Found) -> String {
            item.isOverride ? keys[item.uid] ?? "override \(item.uid)" : item.key
        }
        var events: [String: Int] = [:]
        for item in found where !item.isOverride && !item.isFurther {
            events[item.key] = events[item.key] ?? item.offset
        }
        for item in found where !item.isOverride { events[item.key] = events[item.key] ?? item.offset }
        for item in found where item.isOverride { events[key(item)] = events[key(item)] ?? item.offset }
        return found.map { item in
            CalendarOutline.Entry(
                offset: item.offset, event: events[key(item)] ?? item.offset,
                rank: item.isOverride ? 2 : item.isFurther ? 1 : 0)
        }.sorted { ($0.event, $0.rank, $0.offset) < ($1.event, $1.rank, $1.offset) }
    }
}
