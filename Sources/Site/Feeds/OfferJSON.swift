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

    func write(to json: inout JSONText.Object, distance: Double? = nil) {
        add("code", posted.id.code, &json)
        add("source", posted.offer.identity.source.description, &json)
        add("source_id", posted.offer.identity.sourceID, &json)
        add("statut", posted.effectiveStatus(on: today).code, &json)
        add("rediffusion", posted.offer.mayBePassedOn, &json)
        add("titre", posted.offer.title, &json)
        add("employeur", posted.offer.employer, &json)
        add("siret", posted.offer.siret?.description, &json)
        add("naf", posted.offer.activity?.description, &json)
        add("rome", posted.offer.occupation?.description, &json)
        add("appellation", posted.offer.appellation, &json)
        add("appellation_ogr", posted.offer.appellationCode, &json)
        add("lieu", posted.offer.workplace.label, &json)
        add("commune_insee", posted.offer.workplace.commune?.description, &json)
        add("code_postal", posted.offer.workplace.postcode?.description, &json)
        add("departement", posted.offer.workplace.departement, &json)
        add("latitude", posted.offer.workplace.coordinate?.latitude, &json)
        add("longitude", posted.offer.workplace.coordinate?.longitude, &json)
        if let distance { add("distance_km", (distance * 10).rounded() / 10, &json) }
        add("contrat", posted.offer.contract.rawValue, &json)
        add("contrat_libelle", posted.offer.contractNote ?? posted.offer.contract.label, &json)
        add("duree_mois", posted.offer.durationInMonths, &json)
        add("temps", posted.offer.workingTime?.rawValue, &json)
        add("heures_hebdo", posted.offer.weeklyHours, &json)
        add("horaires", Self.codes(posted.offer.schedules), &json)
        if let salary = posted.offer.salary, isWanted("salaire") {
            json.object("salaire") { object in
                object.member(plain: "min", Double(salary.minimum) / 100)
                object.member(plain: "max", salary.maximum.map { Double($0) / 100 })
                object.member(plain: "periode", salary.period.rawValue)
                object.member(plain: "devise", "EUR")
            }
        } else {
            add("salaire", String?.none, &json)
        }
        add("salaire_texte", posted.offer.salaryText, &json)
        add("experience", posted.offer.experience?.rawValue, &json)
        add("permis", Self.codes(posted.offer.licences), &json)
        add("niveau_formation", posted.offer.trainingLevel?.rawValue, &json)
        add("postes", posted.offer.positions, &json)
        add("teletravail", posted.offer.telework, &json)
        add("accessible_th", posted.offer.accessibleToDisabledWorkers, &json)
        add("insertion", Self.codes(posted.offer.insertion), &json)
        add("date_publication", posted.offer.publishedAt, &json)
        add("date_mise_a_jour", posted.changedAt, &json)
        add("date_limite", posted.offer.deadline, &json)
        add("url_candidature", posted.offer.application.url, &json)
        add("url", settings.page(of: posted.id), &json)
        if let copies, isWanted("autres_sources") {
            json.array("autres_sources") { list in
                for copy in copies {
                    list.object { other in
                        other.member("source", copy.source.description)
                        other.member("code", copy.id.code)
                        other.member("url", settings.page(of: copy.id))
                    }
                }
            }
        }
        if isWhole { add("description", EmailMask.masked(posted.offer.description), &json) }
    }

    /// The offer as one line of octets, appended without a copy.
    func appendLine(to octets: inout [UInt8]) {
        JSONText.appendObject(to: &octets) { write(to: &$0) }
        octets.append(UInt8(ascii: "\n"))
    }

    private func add(_ name: StaticString, _ value: some JSONWritable, _ json: inout JSONText.Object) {
        if isWanted(name) { json.member(plain: name, value) }
    }

    private func isWanted(_ name: StaticString) -> Bool { wanted?.contains(name.description) ?? true }

    /// The codes of a set in their order, told at once where there are none.
    private static func codes<Code: Hashable & CaseIterable & RawRepresentable<String>>(_ set: Set<Code>) -> [String] {
        set.isEmpty ? [] : Code.allCases.filter(set.contains).map(\.rawValue)
    }
}
