/// The part of the vocabulary of schema.org that exports use: types with what they are narrower than, properties with the
/// types that may have them, and the members of enumerations.
enum SchemaOrgVocabulary {
    static let parents: [String: [String]] = [
        "Thing": [], "Action": ["Thing"], "Intangible": ["Thing"], "Place": ["Thing"], "Organization": ["Thing"],
        "Person": ["Thing"], "CreativeWork": ["Thing"], "Event": ["Thing"],
        // Creative works.
        "Dataset": ["CreativeWork"], "SoftwareApplication": ["CreativeWork"], "MediaObject": ["CreativeWork"],
        "ImageObject": ["MediaObject"], "VideoObject": ["MediaObject"], "AudioObject": ["MediaObject"],
        "DigitalDocument": ["CreativeWork"],
        // Organizations and places.
        "GovernmentOrganization": ["Organization"], "EducationalOrganization": ["Organization", "CivicStructure"],
        "Corporation": ["Organization"], "PerformingGroup": ["Organization"], "Project": ["Organization"],
        "LocalBusiness": ["Organization", "Place"], "EntertainmentBusiness": ["LocalBusiness"],
        "ArtGallery": ["EntertainmentBusiness"], "AdministrativeArea": ["Place"], "City": ["AdministrativeArea"],
        "CivicStructure": ["Place"], "Museum": ["CivicStructure"], "EventVenue": ["CivicStructure"],
        "School": ["EducationalOrganization"],
        // Events.
        "Series": ["Intangible"], "EventSeries": ["Event", "Series"], "Festival": ["Event"],
        "VisualArtsEvent": ["Event"], "ExhibitionEvent": ["Event"], "EducationEvent": ["Event"],
        "MusicEvent": ["Event"], "ScreeningEvent": ["Event"], "SocialEvent": ["Event"],
        // The rest.
        "Trip": ["Intangible"], "TouristTrip": ["Trip"], "ItemList": ["Intangible"], "ListItem": ["Intangible"],
        "Offer": ["Intangible"], "Schedule": ["Intangible"], "VirtualLocation": ["Intangible"],
        "DefinedTerm": ["Intangible"], "StructuredValue": ["Intangible"], "GeoCoordinates": ["StructuredValue"],
        "PostalAddress": ["StructuredValue"], "PropertyValue": ["StructuredValue"],
        "LocationFeatureSpecification": ["PropertyValue"],
    ]

    static let domains: [String: [String]] = [
        "about": ["CreativeWork", "Event"], "accessibilitySummary": ["CreativeWork"], "additionalType": ["Thing"],
        "address": ["Place", "Organization", "Person"], "addressCountry": ["PostalAddress"],
        "addressLocality": ["PostalAddress"], "addressRegion": ["PostalAddress"], "alternateName": ["Thing"],
        "amenityFeature": ["Place"], "areaServed": ["Organization", "Offer"], "byDay": ["Schedule"],
        "byMonth": ["Schedule"], "byMonthDay": ["Schedule"], "caption": ["ImageObject", "VideoObject", "AudioObject"],
        "containedInPlace": ["Place"], "contentUrl": ["MediaObject"], "contributor": ["CreativeWork", "Event"],
        "copyrightHolder": ["CreativeWork"], "creator": ["CreativeWork"], "creditText": ["CreativeWork"],
        "dateModified": ["CreativeWork"], "datePublished": ["CreativeWork"], "description": ["Thing"],
        "dissolutionDate": ["Organization"], "duration": ["MediaObject", "Event", "Schedule"],
        "email": ["Organization", "Person"], "encodingFormat": ["CreativeWork"], "endDate": ["Event", "Schedule"],
        "endTime": ["Schedule", "Action"], "eventAttendanceMode": ["Event"], "eventSchedule": ["Event"],
        "eventStatus": ["Event"], "exceptDate": ["Schedule"], "foundingDate": ["Organization"],
        "funder": ["CreativeWork", "Event", "Organization", "Person"], "geo": ["Place"], "identifier": ["Thing"],
        "inLanguage": ["CreativeWork", "Event"], "isAccessibleForFree": ["CreativeWork", "Event", "Place"],
        "isBasedOn": ["CreativeWork"], "item": ["ListItem"], "itemListElement": ["ItemList"], "itinerary": ["Trip"],
        "keywords": ["CreativeWork", "Event", "Organization", "Place"], "knowsAbout": ["Organization", "Person"],
        "knowsLanguage": ["Organization", "Person"], "latitude": ["GeoCoordinates", "Place"],
        "license": ["CreativeWork"], "location": ["Event", "Organization"], "longitude": ["GeoCoordinates", "Place"],
        "maximumAttendeeCapacity": ["Event", "Place"], "member": ["Organization"], "name": ["Thing"],
        "offers": ["Event", "CreativeWork", "Trip"], "organizer": ["Event"], "performer": ["Event"],
        "position": ["CreativeWork", "ListItem"], "postalCode": ["PostalAddress"], "previousStartDate": ["Event"],
        "publicAccess": ["Place"], "publisher": ["CreativeWork"], "repeatCount": ["Schedule"],
        "repeatFrequency": ["Schedule"], "sameAs": ["Thing"], "scheduleTimezone": ["Schedule"],
        "schemaVersion": ["CreativeWork"], "sdDatePublished": ["CreativeWork"], "sdLicense": ["CreativeWork"],
        "sponsor": ["CreativeWork", "Event", "Organization", "Person"], "startDate": ["Event", "Schedule"],
        "startTime": ["Schedule", "Action"], "streetAddress": ["PostalAddress"], "subEvent": ["Event"],
        "subjectOf": ["Thing"], "superEvent": ["Event"], "telephone": ["Organization", "Person", "Place"],
        "url": ["Thing"], "value": ["PropertyValue"], "workLocation": ["Person"],
    ]

    static let members: [String: Set<String>] = [
        "eventStatus": [
            "EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline",
        ],
        "eventAttendanceMode": [
            "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode",
        ],
    ]

    /// Whether a type may have a property, by itself or as a narrower one of a type that may.
    static func allows(_ property: String, of type: String) -> Bool {
        if domains[property]?.contains(type) == true { return true }
        return (parents[type] ?? []).contains { allows(property, of: $0) }
    }
}
