/// The eleven types of record that an exchange is made of, in their canonical order.
public enum RecordType: String, CaseIterable, Sendable {
    case exchange, city, organisation, programme, edition, place, artist, event, route, media, cooperation

    /// The fields of the type.
    public var schema: Schema {
        switch self {
        case .exchange: Exchange.schema
        case .city: City.schema
        case .organisation: Organisation.schema
        case .programme: Programme.schema
        case .edition: Edition.schema
        case .place: Place.schema
        case .artist: Artist.schema
        case .event: Event.schema
        case .route: Route.schema
        case .media: Media.schema
        case .cooperation: Cooperation.schema
        }
    }
}
