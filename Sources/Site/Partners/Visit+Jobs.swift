import HTML
import HTTP1
import Recruitment
import Storage
import Web

extension Visit {
    /// Takes an agent's word on whether two offers are one job.
    func judgeJobs(_ id: OfferID) throws -> Response {
        let isSame: Bool
        switch field(JobsView.Field.action) {
        case "joindre": isSame = true
        case "separer": isSame = false
        default: throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        guard let other = OfferID(code: field(JobsView.Field.code)), other != id else {
            throw PageError.badRequest(
                reason: "Il faut le code d’une autre offre : six chiffres ou lettres, comme 7K2M4P.")
        }
        let (agent, now) = (try account().id, now)
        let areThere = try write { writing throws(StorageError) in
            guard try writing.stores.offers.offer(id) != nil, try writing.stores.offers.offer(other) != nil else {
                return false
            }
            try writing.judge(id, other, isSame: isSame, by: agent, at: now)
            return true
        }
        guard areThere else { throw PageError.badRequest(reason: "Aucune offre n’a ce code.") }
        return .seeOther(Paths.review.link(OfferCode(id)) + "#meme-offre")
    }
}
