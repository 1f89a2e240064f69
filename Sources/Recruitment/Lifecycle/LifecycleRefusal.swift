/// Why an event cannot happen to an offer.
public enum LifecycleRefusal: Error, Sendable, Hashable {
    /// This actor may never do that.
    case notAllowed
    /// Not while the offer stands like this.
    case wrongStatus(OfferStatus)
    case blockingFindings(Int)
    /// The deadline is before today.
    case deadlinePassed
    /// The deadline is after this day, the last one allowed.
    case deadlineTooFar(CalendarDay)
    /// A deadline is extended to a later day only.
    case deadlineNotLater
    /// The day of publication is after this one, the last one allowed.
    case startTooFar(CalendarDay)
    /// No change of a published offer waits.
    case noRevision
    /// Nothing has to expire or to begin yet.
    case notDue

    /// For the person who tried.
    public var message: String {
        switch self {
        case .notAllowed: "Vous n’avez pas le droit de faire cela."
        case .wrongStatus(let status):
            FrenchTypography.bound("Ce n’est pas possible pour une offre \(Self.adjective(status)).")
        case .blockingFindings(let count):
            FrenchTypography.bound(
                count == 1
                    ? "Il reste 1 point contraire à la loi à corriger."
                    : "Il reste \(count) points contraires à la loi à corriger.")
        case .deadlinePassed: "La date limite est déjà passée."
        case .deadlineTooFar(let latest): "La date limite est au plus tard le " + FrenchTypography.day(latest) + "."
        case .deadlineNotLater: "La nouvelle date limite doit être après l’ancienne."
        case .startTooFar(let latest):
            "La date de publication est au plus tard le " + FrenchTypography.day(latest) + "."
        case .noRevision: "Aucune modification n’attend."
        case .notDue: "Le moment n’est pas venu."
        }
    }

    private static func adjective(_ status: OfferStatus) -> String {
        switch status {
        case .draft: "en brouillon"
        case .submitted: "en attente de lecture"
        case .changesRequested: "à corriger"
        case .published: "publiée"
        case .filled: "pourvue"
        case .expired: "expirée"
        case .withdrawn: "retirée"
        case .moderated: "refusée ou suspendue"
        }
    }
}
