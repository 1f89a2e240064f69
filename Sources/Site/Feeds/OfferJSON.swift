import Feeds
import Recruitment
import Storage
import Web

/// An offer as our JSON gives it, everywhere: the API, `/offres/{code}.json`, the `_offre` extension of the JSON Feed.
/// ``OfferMembers`` says what the members mean. Of an offer whose source forbids passing it on (France Travail's licence),
/// only a link is told.
struct OfferJSON {
    /// Where people read what the members mean.
    static func about(_ settings: SiteSettings) -> String { settings.baseURL + Paths.howItWorks.link() + "#json" }

    private let settings: SiteSettings
    private let posted: PostedOffer
    private let today: CalendarDay
    private let isWhole: Bool
    /// Other open offers of the same job; nil where that is not told.
    private let copies: [JobCopy]?
    /// nil for all.
    private let wanted: Set<String>?

    /// - Parameters:
    ///   - isWhole: whether the description is among the members.
    ///   - chosen: members wanted; nil for all.
    init(
        settings: SiteSettings, posted: PostedOffer, today: CalendarDay, isWhole: Bool = false,
        chosen: Set<String>? = nil, copies: [JobCopy]? = nil
    ) {
        self.settings = settings
        self.posted = posted
        self.today = today
        self.isWhole = isWhole
        self.copies = copies?.filter { $0.isOpen(on: today) }
        // The one place that decides what is told of an offer that may not be passed on.
        wanted =
            posted.offer.mayBePassedOn
            ? chosen : chosen.map(OfferMembers.ofLink.intersection) ?? OfferMembers.ofLink
    }

    private var offer: Offer { posted.offer }

    func write(to json: inout JSONText.Object, distance: Double? = nil) {
        add("code", posted.id.code, &json)
        add("source", offer.identity.source.description, &json)
        add("source_id", offer.identity.sourceID, &json)
        add("statut", posted.effectiveStatus(on: today).code, &json)
        add("rediffusion", offer.mayBePassedOn, &json)
        add("titre", offer.title, &json)
        add("employeur", offer.employer, &json)
        add("siret", offer.siret?.description, &json)
        add("naf", offer.activity?.description, &json)
        add("rome", offer.occupation?.description, &json)
        add("appellation", offer.appellation, &json)
        add("appellation_ogr", offer.appellationCode, &json)
        add("lieu", offer.workplace.label, &json)
        add("commune_insee", offer.workplace.commune?.description, &json)
        add("code_postal", offer.workplace.postcode?.description, &json)
        add("departement", offer.workplace.departement, &json)
        add("latitude", offer.workplace.coordinate?.latitude, &json)
        add("longitude", offer.workplace.coordinate?.longitude, &json)
        if let distance { add("distance_km", (distance * 10).rounded() / 10, &json) }
        add("contrat", offer.contract.rawValue, &json)
        add("contrat_libelle", offer.contractNote ?? offer.contract.label, &json)
        add("duree_mois", offer.durationInMonths, &json)
        add("temps", offer.workingTime?.rawValue, &json)
        add("heures_hebdo", offer.weeklyHours, &json)
        add("horaires", Self.codes(offer.schedules), &json)
        if let salary = offer.salary, isWanted("salaire") {
            json.object("salaire") { object in
                object.member("min", Double(salary.minimum) / 100)
                object.member("max", salary.maximum.map { Double($0) / 100 })
                object.member("periode", salary.period.rawValue)
                object.member("devise", "EUR")
            }
        } else {
            add("salaire", String?.none, &json)
        }
        add("salaire_texte", offer.salaryText, &json)
        add("experience", offer.experience?.rawValue, &json)
        add("permis", Self.codes(offer.licences), &json)
        add("niveau_formation", offer.trainingLevel?.rawValue, &json)
        add("postes", offer.positions, &json)
        add("teletravail", offer.telework, &json)
        add("accessible_th", offer.accessibleToDisabledWorkers, &json)
        add("insertion", Self.codes(offer.insertion), &json)
        add("date_publication", offer.publishedAt.description, &json)
        add("date_mise_a_jour", posted.changedAt.description, &json)
        add("date_limite", offer.deadline.description, &json)
        add("url_candidature", offer.application.url, &json)
        add("url", settings.baseURL + Paths.offer.link(OfferCode(posted.id)), &json)
        if let copies, isWanted("autres_sources") {
            json.array("autres_sources") { list in
                for copy in copies {
                    list.object { other in
                        other.member("source", copy.source.description)
                        other.member("code", copy.id.code)
                        other.member("url", settings.baseURL + Paths.offer.link(OfferCode(copy.id)))
                    }
                }
            }
        }
        if isWhole { add("description", EmailMask.masked(offer.description), &json) }
    }

    /// The offer as one line of octets, appended without a copy.
    func appendLine(to octets: inout [UInt8]) {
        JSONText.appendObject(to: &octets) { write(to: &$0) }
        octets.append(UInt8(ascii: "\n"))
    }

    private func add(_ name: String, _ value: some JSONWritable, _ json: inout JSONText.Object) {
        if isWanted(name) { json.member(name, value) }
    }

    private func isWanted(_ name: String) -> Bool { wanted?.contains(name) ?? true }

    /// The codes of a set in their order, told at once where there are none.
    private static func codes<Code: Hashable & CaseIterable & RawRepresentable<String>>(_ set: Set<Code>) -> [String] {
        set.isEmpty ? [] : Code.allCases.filter(set.contains).map(\.rawValue)
    }
}
