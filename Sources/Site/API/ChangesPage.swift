import Feeds
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

/// Bounds on what a partner who follows the changes may ask.
enum ChangesLimits {
    static let most = 1_000
    static let usual = 500
    /// Days that changes are told; who comes later takes the snapshot again.
    static let daysKept = OfferChange.daysKept
}

/// The changes after a number, each with the offer as it stands now.
struct ChangesPage {
    let settings: SiteSettings
    let today: CalendarDay
    let after: Int64
    let limit: Int
    let changes: [OfferChange]
    let offers: [OfferID: PostedOffer]
    /// The number of the board's last change.
    let latest: Int64

    private var last: Int64 { changes.last?.sequence ?? after }

    var json: JSONText {
        JSONText.object(capacity: 1_024 + changes.count * 3_072) { page in
            page.member("depuis", Int(after))
            page.member("jusqu_a", Int(last))
            page.member("derniere", Int(latest))
            page.array("changements") { elements in
                for change in changes { elements.object { write(change, to: &$0) } }
            }
            page.object("liens") { links in
                let query: QueryItems = ["depuis": String(last), "limite": String(limit)]
                links.member("suite", settings.baseURL + API.changes.link(query: query))
                links.member("instantane", settings.baseURL + API.snapshot.link())
            }
            DataLicence.write(settings, to: &page)
        }
    }

    /// Every number is told, so that a partner can prove that it missed none; of an offer that may not be passed on, nothing but
    /// the number.
    func write(_ change: OfferChange, to json: inout JSONText.Object) {
        json.member("sequence", Int(change.sequence))
        guard let posted = offers[change.offer], posted.offer.mayBePassedOn else {
            json.member("type", ChangeKind.withheld)
            return
        }
        json.member("type", ChangeKind.code(change.kind))
        json.member("date", change.at.description)
        json.member("code", posted.id.code)
        json.member("statut", posted.effectiveStatus(on: today).code)
        if change.kind == .closed { json.member("motif", change.reason) }
        if posted.isOpen(on: today) {
            json.object("offre") { object in
                OfferJSON(settings: settings, posted: posted, today: today, isWhole: true).write(to: &object)
            }
        } else {
            json.member("offre", String?.none)
        }
    }
}

/// The kinds of change as the API names them.
enum ChangeKind {
    static let withheld = "non_diffusee"
    static let codes = OfferChange.Kind.allCases.map(code) + [withheld]

    static func code(_ kind: OfferChange.Kind) -> String {
        switch kind {
        case .added: "ajout"
        case .updated: "modification"
        case .closed: "fermeture"
        case .reopened: "reouverture"
        }
    }
}

extension Visit {
    func changes(_ query: APIQuery) throws -> Response {
        let after = Int64(query.number("depuis") ?? 0)
        let limit = query.number("limite") ?? ChangesLimits.usual
        let (changes, found, latest) = try board.store.read(worker: worker) { stores throws(StorageError) in
            let changes = try stores.changes.after(after, limit: limit)
            return (
                changes, try stores.offers.offers(Set(changes.map(\.offer))),
                try stores.changes.last()
            )
        }
        if let refusal = refusal(after: after, first: changes.first, latest: latest?.sequence ?? 0) { return refusal }
        let page = ChangesPage(
            settings: site.settings, today: today, after: after, limit: limit, changes: changes,
            offers: Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            latest: latest?.sequence ?? 0)
        return apiAnswer(
            page.json, lastModified: latest.map { HTTPDate(seconds: Int($0.at.secondsSinceEpoch)) })
    }

    /// 410 for a number from which the changes cannot be told.
    func refusal(after: Int64) throws -> Response? {
        let (first, latest) = try read { stores throws(StorageError) in
            (try stores.changes.after(after, limit: 1).first, try stores.changes.latest())
        }
        return refusal(after: after, first: first, latest: latest)
    }

    /// 410 for a number from which the changes are no longer told, or that this board never gave (it was restored from a
    /// backup): both mean that the copy must be begun again.
    private func refusal(after: Int64, first: OfferChange?, latest: Int64) -> Response? {
        let oldest = now.adding(seconds: -Int64(ChangesLimits.daysKept) * 86_400)
        let reason: String
        if after > latest {
            reason = "Ce tableau n’a pas donné le numéro \(after) : son dernier est \(latest)."
        } else if let first, first.at < oldest || first.sequence != after + 1 {
            reason = "Les changements de plus de \(ChangesLimits.daysKept) jours ne sont plus donnés."
        } else {
            return nil
        }
        return Problem(
            .gone, title: "Reprendre l’instantané", detail: reason + " Reprenez l’instantané.",
            members: [.init(name: "instantane", value: .string(site.settings.baseURL + API.snapshot.link()))]
        ).response()
    }
}
