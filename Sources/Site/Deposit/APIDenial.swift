import HTTP1
import HTTPTypes
import Recruitment
import Web

/// Why a partner may not hand in offers.
enum APIDenial: Error {
    case keyRequired
    case scopeMissing
    /// The key is for another source.
    case otherSource(SourceName)

    var response: Response {
        switch self {
        case .keyRequired:
            Problem(
                .unauthorized, title: "Clé nécessaire",
                detail: "Déposer des offres demande une clé de partenaire (Authorization: Bearer …)."
            ).response(fields: [.wwwAuthenticate: "Bearer realm=\"emploi\""])
        case .scopeMissing:
            Problem(.forbidden, title: "Clé sans droit de dépôt", detail: "Cette clé ne dépose pas d’offres.")
                .response()
        case .otherSource(let source):
            Problem(
                .forbidden, title: "Autre source", detail: "Cette clé ne dépose pas les offres de « \(source) »."
            ).response()
        }
    }
}
