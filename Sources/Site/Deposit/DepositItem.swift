import Interchange
import Recruitment
import Storage
import Web

/// What became of one offer of a deposit.
struct DepositItem: Sendable {
    enum Outcome: Sendable {
        case taken(OfferIntake.Outcome, OfferID)
        case closedByPeople(OfferID, OfferStatus)
        case rejected(Rejection)
    }

    let line: Int
    /// nil where it cannot be read.
    let id: String?
    let outcome: Outcome

    /// How outcomes are told: the keys of the totals, too.
    static let codes = OfferIntake.Outcome.allCases.map(\.rawValue) + ["conflit", "rejetee"]

    var code: String {
        switch outcome {
        case .taken(let outcome, _): outcome.rawValue
        case .closedByPeople: "conflit"
        case .rejected: "rejetee"
        }
    }

    func write(to json: inout JSONText.Object) {
        json.member("ligne", line)
        json.member("id", id)
        json.member("resultat", code)
        switch outcome {
        case .taken(_, let offer): json.member("code", offer.code)
        case .closedByPeople(let offer, let status):
            json.member("code", offer.code)
            json.member("statut", status.code)
        case .rejected(let rejection): rejection.write(to: &json)
        }
    }
}

extension Rejection {
    /// Field, value and reason.
    func write(to json: inout JSONText.Object) {
        json.member("champ", field)
        json.member("valeur", value)
        json.member("raison", reason)
    }
}
