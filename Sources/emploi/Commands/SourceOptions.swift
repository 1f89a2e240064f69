import ArgumentParser
import Curl
import Feeds
import Interchange
import Partners
import Storage

/// How sources may be reached.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Identifiant de l’application chez France Travail (API « Offres d’emploi v2 »).", valueName: "identifiant"))
    var franceTravailID: String?

    @Option(
        help: ArgumentHelp(
            "Fichier dont la première ligne est le secret de cette application.", valueName: "fichier"))
    var franceTravailSecretFile: String?

    @Option(
        help: ArgumentHelp(
            "Adresse de l’API, pour un essai (par défaut : celle de France Travail).", valueName: "url"))
    var franceTravailURL: String?

    @Option(
        help: ArgumentHelp(
            "Réseaux internes que les sources peuvent joindre, séparés par des virgules (par défaut : aucun).",
            valueName: "réseaux"))
    var sourceNetworks: String?

    struct Values {
        let franceTravail: FranceTravailSettings?
        let policy: AddressPolicy

        /// Fetches by these settings, with the communes the database knows.
        func fetcher(_ store: Store) throws(StorageError) -> SourceFetcher {
            let data = try store.read(worker: nil, limit: nil) { stores throws(StorageError) in
                try stores.reference.all()
            }
            return SourceFetcher(
                gazetteer: data.gazetteer,
                places: FeedPlaces(
                    communes: data.communes, formerNames: data.formerCommunes.map { ($0.name, $0.commune) }),
                policy: policy, franceTravail: franceTravail)
        }
    }

    func read(_ reader: inout SettingReader) -> Values {
        let networks = reader.value(
            "source-networks", sourceNetworks, default: [],
            expected: "des adresses IP ou des réseaux (10.0.0.0/8), séparés par des virgules"
        ) { text -> [IPNetwork]? in
            let parts = text.split(separator: ",").map { IPNetwork(String($0)) }
            return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
        }
        let identifier = reader.value("france-travail-id", franceTravailID, default: nil, expected: "un identifiant") {
            $0.isEmpty ? nil : $0
        }
        let file = reader.value(
            "france-travail-secret-file", franceTravailSecretFile, default: nil,
            expected: "un fichier lisible et non vide", parse: SecretFile.firstLine)
        var settings: FranceTravailSettings?
        if let identifier, let secret = file {
            settings = FranceTravailSettings(clientIdentifier: identifier, clientSecret: secret)
        } else if identifier != nil || file != nil {
            reader.report("France Travail : l’identifiant et le secret vont ensemble.")
        }
        let url = reader.baseURL("france-travail-url", franceTravailURL)
        if let url {
            settings?.tokenURL = "\(url)/connexion/oauth2/access_token?realm=%2Fpartenaire"
            settings?.searchURL = "\(url)/partenaire/offresdemploi/v2/offres/search"
        }
        return Values(franceTravail: settings, policy: AddressPolicy(allowing: networks))
    }
}
