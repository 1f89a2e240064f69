import Recruitment
import Storage
import Testing
import Web

@testable import Site

/// A site with a recruiter, his establishment and a moderator, for tests of an offer's life.
struct PostingWorld {
    static let siret = SIRET("73282932000074")!

    let test: TestSite
    let recruiter: TestBrowser
    let agent: TestBrowser
    static let address = "recruteur@essai.fr"

    init(membership: Membership.State = .verified) throws {
        test = try TestSite(Array(TestOffers.all.prefix(1)))
        recruiter = try test.signedIn(.recruiter, email: Self.address)
        agent = try test.signedIn(.agent([.moderator]), email: "agent@essai.fr")
        let now = test.now
        try test.store.writing { writing throws(StorageError) in
            let person = try writing.stores.accounts.account(EmailAddress(Self.address)!)!
            let agent = try writing.stores.accounts.account(EmailAddress("agent@essai.fr")!)!
            _ = try writing.addMembership(of: person.id, in: Self.siret, at: now)
            if membership != .pending {
                _ = try writing.decide(membership, membershipOf: person.id, in: Self.siret, by: agent.id, at: now)
            }
        }
    }

    static let job: QueryItems = [
        "siret": "73282932000074", "intitule": "Serveur / Serveuse", "employeur": "Le Bon Coin",
        "commune": "Vichy (03200)", "postes": "2",
    ]
    static let contract: QueryItems = [
        "contrat": "CDI", "heures": "35", "horaire": "jour", "salaire_min": "12,50", "salaire_periode": "horaire",
    ]
    static let work: QueryItems = [
        "missions": "- accueillir les clients\n- servir en salle", "exige": "Savoir porter un plateau.",
        "experience": "D",
    ]
    static let applying: QueryItems = ["tel": "04 70 12 34 56", "date_limite": "2026-12-20"]
    static let all = [job, contract, work, applying].reduce(into: QueryItems()) { all, step in
        for item in step.items { all.append(item.name, item.value) }
    }

    /// Writes the whole offer on the long page; `changes` replace fields, an empty text takes one away.
    @discardableResult
    func write(_ changes: [String: String] = [:], as browser: TestBrowser? = nil) -> Answer {
        var form = Self.all
        for (name, value) in changes { form.set(name, to: value) }
        form.set("etape", to: "tout")
        return (browser ?? recruiter).fill("/espace/offres/nouvelle?page=tout", form)
    }

    /// Saves changes of a posting on the long page.
    @discardableResult
    func save(_ posting: Int, _ changes: [String: String]) -> Answer {
        let path = "/espace/offres/\(posting)/tout"
        let page = recruiter.get(path)
        var form = Self.all
        form.set("siret", to: Self.siret.description)
        for (name, value) in changes { form.set(name, to: value) }
        form.append("version", page.hidden("version") ?? "")
        return recruiter.post(path, form, seal: page.seal)
    }

    func act(_ posting: Int, _ action: String, _ more: QueryItems = [:]) -> Answer {
        let path = "/espace/offres/\(posting)"
        let page = recruiter.get(path)
        var form: QueryItems = ["action": action, "version": page.hidden("version") ?? ""]
        for item in more.items { form.append(item.name, item.value) }
        return recruiter.post(path, form, seal: page.seal)
    }

    func code(_ posting: Int) throws -> String {
        let found = try test.read { stores throws(StorageError) in
            try stores.postings.posting(PostingID(rawValue: Int64(posting)))
        }
        return try #require(found?.offer).code
    }

    func status(_ posting: Int) throws -> OfferStatus {
        let found = try test.read { stores throws(StorageError) in
            try stores.postings.posting(PostingID(rawValue: Int64(posting)))
        }
        return try #require(found).status
    }

    func decide(_ code: String, _ action: String, _ more: QueryItems = [:], by browser: TestBrowser? = nil) -> Answer {
        let path = "/agent/offres/\(code)"
        let page = (browser ?? agent).get(path)
        var form: QueryItems = ["action": action, "version": page.hidden("version") ?? ""]
        for item in more.items { form.append(item.name, item.value) }
        return (browser ?? agent).post(path, form, seal: page.seal)
    }

    /// Writes, hands in and accepts an offer: posting 1 of a fresh world.
    func publish() throws -> String {
        write()
        _ = act(1, "envoyer")
        let code = try code(1)
        _ = decide(code, "accepter")
        try #require(try status(1) == .published)
        return code
    }
}
