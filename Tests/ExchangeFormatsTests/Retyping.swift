import ExchangeModel

extension Record {
    /// Replaces what the record holds by the same, out of a typed entity that was made of it.
    mutating func retype() {
        for type in RecordType.allCases where type.schema === schema {
            switch type {
            case .exchange: retype(as: Exchange.self)
            case .city: retype(as: City.self)
            case .organisation: retype(as: Organisation.self)
            case .programme: retype(as: Programme.self)
            case .edition: retype(as: Edition.self)
            case .place: retype(as: Place.self)
            case .artist: retype(as: Artist.self)
            case .event: retype(as: Event.self)
            case .route: retype(as: Route.self)
            case .media: retype(as: Media.self)
            case .cooperation: retype(as: Cooperation.self)
            }
            return
        }
    }

    private mutating func retype<E: Entity>(as type: E.Type) {
        let entity = E(self)
        begin(E.schema)
        entity.write(to: &self)
    }
}
