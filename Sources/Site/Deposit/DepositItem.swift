import HTTPTypes
import Interchange
import Recruitment
import Storage
import Web

/// What became of one offer of a deposit.
struct DepositItem: Sendable {
    enum Outcome: Sendable {
        case taken(OfferIntake.Outcome, OfferID)
        case closedByPeople(OfferID, OfferStatus)
        /// An open offer tells the same job already.
        case repeats(JobCopy)
        case rejected(Rejection)
    }

    let line: Int
    /// nil where it cannot be read.
    let id: String?
    let outcome: Outcome

    /// How outcomes are told: the keys of the totals, too.
    static let codes = OfferIntake.Outcome.allCases.map(\.rawValue) + ["conflit", "doublon", "rejetee"]

    var code: String {
        switch outcome {
        case .taken(let outcome, _): outcome.rawValue
        case .closedByPeople: "conflit"
        case .repeats: "doublon"
        case .rejected: "rejetee"
        }
    }

    /// What a request for this offer alone would be answered.
    private var status: HTTPResponse.Status {
        switch outcome {
        case .taken(.added, _): .created
        case .taken: .ok
        case .closedByPeople, .repeats: .conflict
        case .rejected: .unprocessableContent
        }
    }

    /// - Parameter baseURL: of this site.
    func write(to json: inout JSONText.Object, baseURL: String) {
        json.member("ligne", line)
        json.member("id", id)
        json.member("resultat", code)
        json.member("http", status.code)
        switch outcome {
        case .taken(_, let offer): json.member("code", offer.code)
        case .closedByPeople(let offer, let status):
            json.member("code", offer.code)
            json.member("statut", status.code)
        case .repeats(let copy):
            json.member("code", copy.id.code)
            json.member("url", copy.url(baseURL: baseURL))
            json.member("source_doublon", copy.source.description)
            json.member("raison", JobCopy.reason)
        case .rejected(let rejection): rejection.write(to: &json)
        }
    }
}

extension JobCopy {
    /// Why an offer that repeats this one is refused, and what to do.
    static let reason =
        "Cette offre est déjà publiée sur ce site. Pour qu’elle y soit aussi sous ce nom, réunie avec l’autre, demandez « doublons=acceptes »."

    func url(baseURL: String) -> String { baseURL + Paths.offer.link(OfferCode(id)) }
}

extension Rejection {
    /// Field, value and reason.
    func write(to json: inout JSONText.Object) {
        json.member("champ", field)
        json.member("valeur", value)
        json.member("raison", reason)
    }
}
