import Recruitment
import Web

/// An offer's facts as our JSON gives them: the `_offre` extension of the JSON Feed, and `/offres/{code}.json`.
/// The names are documented in docs/formats.md and never change their meaning.
struct OfferJSON {
    /// Where people read what the members mean.
    static func about(_ settings: SiteSettings) -> String { settings.baseURL + Paths.howItWorks.link() + "#json" }

    let posted: PostedOffer
    let today: CalendarDay

    private var offer: Offer { posted.offer }

    func write(to json: inout JSONText.Object, distance: Double? = nil) {
        json.member("code", posted.id.code)
        json.member("source", offer.identity.source.description)
        json.member("source_id", offer.identity.sourceID)
        json.member("statut", posted.effectiveStatus(on: today).code)
        json.member("titre", offer.title)
        json.member("employeur", offer.employer)
        json.member("siret", offer.siret?.description)
        json.member("naf", offer.activity?.description)
        json.member("rome", offer.occupation?.description)
        json.member("appellation", offer.appellation)
        json.member("appellation_ogr", offer.appellationCode)
        json.member("lieu", offer.workplace.label)
        json.member("commune_insee", offer.workplace.commune?.description)
        json.member("code_postal", offer.workplace.postcode?.description)
        json.member("departement", offer.workplace.departement)
        json.member("latitude", offer.workplace.coordinate?.latitude)
        json.member("longitude", offer.workplace.coordinate?.longitude)
        if let distance { json.member("distance_km", (distance * 10).rounded() / 10) }
        json.member("contrat", offer.contract.rawValue)
        json.member("contrat_libelle", offer.contractNote ?? offer.contract.label)
        json.member("duree_mois", offer.durationInMonths)
        json.member("temps", offer.workingTime?.rawValue)
        json.member("heures_hebdo", offer.weeklyHours)
        json.member("horaires", WorkSchedule.allCases.filter(offer.schedules.contains).map(\.rawValue))
        if let salary = offer.salary {
            json.object("salaire") { object in
                object.member("min", Double(salary.minimum) / 100)
                object.member("max", salary.maximum.map { Double($0) / 100 })
                object.member("periode", salary.period.rawValue)
                object.member("devise", "EUR")
            }
        } else {
            json.member("salaire", String?.none)
        }
        json.member("salaire_texte", offer.salaryText)
        json.member("experience", offer.experience?.rawValue)
        json.member("permis", DrivingLicence.allCases.filter(offer.licences.contains).map(\.rawValue))
        json.member("niveau_formation", offer.trainingLevel?.rawValue)
        json.member("postes", offer.positions)
        json.member("teletravail", offer.telework)
        json.member("accessible_th", offer.accessibleToDisabledWorkers)
        json.member("insertion", InsertionMeasure.allCases.filter(offer.insertion.contains).map(\.rawValue))
        json.member("date_publication", offer.publishedAt.description)
        json.member("date_mise_a_jour", posted.changedAt.description)
        json.member("date_limite", offer.deadline.description)
        json.member("url_candidature", offer.application.url)
    }
}
