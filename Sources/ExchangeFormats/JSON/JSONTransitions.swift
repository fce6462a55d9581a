import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// What stood between two values of an object when objects of the same schema were last read: the comma, blanks, the
/// next member's name, the colon, and blanks again; or blanks and the closing brace.
///
/// The records of one input are laid out alike. Where the very octets follow a value that followed it the last time, they
/// mean what they meant then, and one comparison takes the place of five looks: a fifth of the instructions of JSON to
/// JSON. Whatever differs is read octet by octet, and learned.
struct JSONTransitions: ~Copyable {
    /// Where in the input a value stands: behind which of its object's fields, or before the first.
    typealias Place = Int

    /// What the octets mean.
    struct Step: BitwiseCopyable {
        /// How many octets they are.
        var count: Int32 = 0
        /// Where among them the name begins, with its quotation mark, and how many octets the name has without.
        var name: Int32 = 0
        var nameCount: Int32 = 0
        /// The field of that name, or what one of the constants says.
        var field: Int32 = 0

        /// The object ends.
        static var end: Int32 { -1 }
        /// The language of a text follows.
        static var tag: Int32 { -2 }
    }

    /// The octets, with zeroes behind them, and which of what follows a value is compared with them. Until they are
    /// learned they equal nothing.
    struct Spelling: BitwiseCopyable {
        var words: (UInt64, UInt64, UInt64, UInt64) = (.max, .max, .max, .max)
        var masks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    }

    /// More octets than this are not learned: they are as many as may be read behind the edge of a window.
    private static var longest: Int { 32 }
    /// How many versions of a text are told from each other by their number.
    private static var versions: Int { 8 }
    /// How many spellings are known of one place: not every record has every field.
    private static var ways: Int { 4 }

    /// As many for each place as there are ways.
    private var spellings = Store<Spelling>()
    private var steps = Store<Step>()
    /// Which of a place's spellings is forgotten next; parallel to the places.
    private var oldest = Store<Int32>()
    /// Where the versions of each text have their places; parallel to the places of the fields.
    private var texts = Store<Int32>()
    private var schemas: [(id: ObjectIdentifier, first: Place)] = []

    init() {}

    /// The place before the first member of an object.
    mutating func first(of schema: Schema) -> Place {
        let id = ObjectIdentifier(schema)
        for index in schemas.indices where schemas[index].id == id { return schemas[index].first }
        let first = texts.count
        schemas.append((id, first))
        // One before them all, one behind each field, one behind whatever is no field.
        append(schema.shapes.count + 2)
        for (field, shape) in schema.shapes.enumerated() where shape == .texts {
            texts[behind(field, first)] = Int32(truncatingIfNeeded: texts.count)
            append(Self.versions)
        }
        return first
    }

    private mutating func append(_ places: Int) {
        spellings.append(repeating: Spelling(), count: Self.ways &* places)
        steps.append(repeating: Step(), count: Self.ways &* places)
        oldest.append(repeating: 0, count: places)
        texts.append(repeating: 0, count: places)
    }

    /// The place behind a field of the object whose first place is given.
    @inline(__always)
    func behind(_ field: Int, _ first: Place) -> Place { first &+ 1 &+ field }

    /// The place behind a version of the text that is the field, `count` of which were read.
    @inline(__always)
    func behindVersions(_ count: Int, of field: Int, _ first: Place) -> Place {
        Int(texts[behind(field, first)]) &+ min(count, Self.versions &- 1)
    }

    /// What follows at a place, if it is among what is known from the last times.
    ///
    /// Behind the octets of a window lie zeroes, which no spelling has.
    @inline(__always)
    func step(_ place: Place, at start: UnsafeRawPointer) -> Step? {
        let first = Self.ways &* place
        // Names begin to differ in the second word, behind the blanks.
        let (head, next) = (Word.load(start), Word.load(start + 8))
        for way in first..<first &+ Self.ways {
            let spelling = spellings[way]
            if next & spelling.masks.1 != spelling.words.1 || head & spelling.masks.0 != spelling.words.0 { continue }
            let third = Word.load(start + 16) & spelling.masks.2 ^ spelling.words.2
            let fourth = Word.load(start + 24) & spelling.masks.3 ^ spelling.words.3
            if third | fourth != 0 { continue }
            return steps[way]
        }
        return nil
    }

    /// Learns what follows at a place: the octets from `start` on, as many as the step says.
    mutating func learn(_ step: Step, at place: Place, from start: UnsafeRawPointer) {
        let count = Int(step.count)
        guard count > 0, count <= Self.longest else { return }
        var spelling = Spelling()
        func mask(_ word: Int) -> UInt64 {
            let octets = count - 8 * word
            return octets >= 8 ? .max : octets <= 0 ? 0 : Word.prefix(.max, octets)
        }
        spelling.masks = (mask(0), mask(1), mask(2), mask(3))
        spelling.words = (
            Word.load(start) & mask(0), Word.load(start + 8) & mask(1), Word.load(start + 16) & mask(2),
            Word.load(start + 24) & mask(3)
        )
        let way = Self.ways &* place &+ Int(oldest[place])
        oldest[place] = (oldest[place] &+ 1) & Int32(Self.ways &- 1)
        spellings[way] = spelling
        steps[way] = step
    }
}
