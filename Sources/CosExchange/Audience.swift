/// Whom something is written for, and so what of persons may be in it (`PrivacyFilter`).
public enum Audience: Hashable, Sendable {
    /// Ourselves, and partners with whom that is agreed: everything is written.
    case ourselves
    /// Everybody: what persons have not agreed to, and what is more exact than a place's precision allows, is withheld.
    ///
    /// Consents count that have not ended on the day; without one, on the day on which the exchange was made.
    case everybody(on: LocalDate? = nil)
}
