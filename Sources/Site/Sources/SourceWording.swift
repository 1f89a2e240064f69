import Feeds
import HTML
import Recruitment
import Storage

/// What agents read of sources.
enum SourceWording {
    static func kind(_ kind: SourceKind) -> String {
        switch kind {
        case .feed(let kind):
            switch kind {
            case .rss: "RSS 2.0"
            case .atom: "Atom"
            case .jsonFeed: "JSON Feed"
            case .indeed: "XML à la manière d’Indeed"
            case .jooble: "XML Jooble"
            case .helloWork: "XML HelloWork"
            case .meteojob: "XML Meteojob"
            case .talentView: "XML TalentView"
            case .apec: "XML Apec"
            case .laPoste: "XML La Poste"
            case .jobPosting: "Une page avec des JobPosting (schema.org)"
            case .csv: "CSV"
            }
        case .pages: "Plusieurs pages avec des JobPosting, par une liste ou un sitemap"
        case .jsonLines: "JSON Lines, notre format d’échange"
        case .franceTravail: "France Travail, API « Offres d’emploi v2 »"
        }
    }

    static func outcome(_ pull: Pull) -> String {
        switch pull.outcome {
        case nil: "en cours, ou interrompu"
        case .done: "réussi"
        case .unchanged: "rien de nouveau"
        case .failed: "échec"
        case .interrupted: "interrompu"
        case .held: "attend une réponse"
        }
    }

    static func field(_ field: FeedField) -> String {
        switch field {
        case .identifier: "Identifiant"
        case .title: "Intitulé"
        case .description: "Description"
        case .url: "Adresse où postuler"
        case .email: "Courriel où postuler"
        case .phone: "Téléphone où postuler"
        case .instructions: "Comment postuler"
        case .employer: "Employeur"
        case .siret: "SIRET"
        case .activity: "Code NAF"
        case .occupation: "Code ROME"
        case .appellation: "Appellation"
        case .commune: "Code Insee de la commune"
        case .city: "Ville"
        case .postcode: "Code postal"
        case .departement: "Département"
        case .region: "Région"
        case .country: "Pays"
        case .latitude: "Latitude"
        case .longitude: "Longitude"
        case .point: "Latitude et longitude ensemble"
        case .contract: "Contrat"
        case .duration: "Durée du contrat"
        case .durationUnit: "Unité de cette durée"
        case .workingTime: "Temps plein ou partiel"
        case .hours: "Heures par semaine"
        case .salary: "Salaire, en mots"
        case .salaryMinimum: "Salaire, minimum"
        case .salaryMaximum: "Salaire, maximum"
        case .salaryPeriod: "Période du salaire"
        case .experience: "Expérience"
        case .training: "Formation"
        case .licence: "Permis"
        case .positions: "Nombre de postes"
        case .telework: "Télétravail"
        case .published: "Date de publication"
        case .updated: "Date de mise à jour"
        case .deadline: "Date limite"
        case .tags: "Étiquettes"
        }
    }
}
