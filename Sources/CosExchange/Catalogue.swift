/// Everything in one exchange as typed entities, all in memory.
///
/// For exchanges that are too big for that, read record by record from an `ExchangeSource`.
public struct Catalogue: Hashable, Sendable {
    /// The header: who publishes it, when, in which languages.
    public var exchange = Exchange()
    /// The cities that take part.
    public var cities: [City] = []
    /// Those who publish, organise or support.
    public var organisations: [Organisation] = []
    /// What happens again and again.
    public var programmes: [Programme] = []
    /// The times that programmes happen.
    public var editions: [Edition] = []
    /// Where things happen.
    public var places: [Place] = []
    /// Those who make things.
    public var artists: [Artist] = []
    /// What happens.
    public var events: [Event] = []
    /// The ways that lead past places.
    public var routes: [Route] = []
    /// Pictures, videos, recordings and documents.
    public var media: [Media] = []
    /// What cities do together.
    public var cooperations: [Cooperation] = []

    /// An exchange without records.
    public init() {}

    /// Reads an exchange to its end.
    ///
    /// What is wrong with the data goes to `report`, in the order in which it is met; a thrown `Diagnostic` means that
    /// the input is no exchange. Lines and columns are found by a `LineFinder`, if somebody wants them.
    public init(
        reading source: inout some ExchangeSource & ~Copyable, report: (Diagnostic) -> Void = { _ in }
    ) throws {
        try source.read(.all, report: report) { add($0) }
    }

    /// Adds the entity that a record speaks of.
    private mutating func add(_ record: borrowing Record) {
        switch RecordType(rawValue: record.schema.name) {
        case .exchange: exchange = Exchange(record)
        case .city: cities.append(City(record))
        case .organisation: organisations.append(Organisation(record))
        case .programme: programmes.append(Programme(record))
        case .edition: editions.append(Edition(record))
        case .place: places.append(Place(record))
        case .artist: artists.append(Artist(record))
        case .event: events.append(Event(record))
        case .route: routes.append(Route(record))
        case .media: media.append(Media(record))
        case .cooperation: cooperations.append(Cooperation(record))
        case nil: break
        }
    }
}
