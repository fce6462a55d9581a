extension Rule {
    /// All rules, in the order in which they look at a value or a record: one line and one file a rule.
    public static let all: [Rule] = [
        // The exchange.
        .foreignFormat, .unsupportedSchemaVersion, .feedInformationMissing,
        // Shape.
        .missingRequiredField, .missingTimeZone, .missingConsent, .tooFew, .blankAtEdge, .malformedValue,
        .valueOutOfRange,
        // Identity and references.
        .duplicateID, .duplicateSlotID, .duplicateOverride, .idNotPortable, .danglingReference,
        .danglingForwardReference,
        // Time.
        .impossibleDate, .endBeforeStart, .slotEndBeforeStart, .overrideEndBeforeStart, .mixedDayAndTime, .zeroDuration,
        .unknownTimeZone, .clockChange, .invalidRecurrence, .recurrenceEndConflict, .endlessRecurrence,
        .startOffRecurrence, .noSuchOccurrence, .outsideEdition, .zoneDiffersFromPlace, .implausibleDuration,
        .takenTimes, .doubleBooked,
        // Place.
        .coordinatesOutOfRange, .coordinatesOverprecise, .coordinatesImprecise, .nullIsland, .farFromCity,
        .privateFieldPublic,
        // Languages.
        .invalidLanguageTag, .missingDefaultLanguage, .wrongScript,
        // Codes.
        .invalidCountryCode, .unknownVocabularyTerm, .phoneNotInternational,
        // Visitors and people.
        .accessibilityContradiction, .capacityMissing, .capacityImpossible, .emailExposed, .consentMissing,
        // Links.
        .invalidURL,
    ]
}
