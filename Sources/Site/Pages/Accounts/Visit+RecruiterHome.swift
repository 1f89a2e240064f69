import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func recruiterHome() throws -> Response {
        try recruiterHome(siret: "", problems: FormProblems())
    }

    private func recruiterHome(siret: String, problems: FormProblems) throws -> Response {
        let account = try account()
        let memberships = try read { stores throws(StorageError) in
            try stores.establishments.memberships(of: account.id)
        }
        let title = "Espace employeur"
        return page(
            Self.formHead(title, problems),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            RecruiterHomePage(account: account, memberships: memberships, siret: siret, problems: problems, seal: seal)
                .html
        }
    }

    func addEstablishment() throws -> Response {
        let typed = field("siret")
        var problems = FormProblems()
        guard let siret = SIRET(typed) else {
            problems.add("siret", Self.siretHint)
            return try recruiterHome(siret: typed, problems: problems)
        }
        let (account, now) = (try account(), now)
        let isAdded = try write { writing throws(StorageError) -> Bool in
            guard try writing.addMembership(of: account.id, in: siret, at: now) else { return false }
            try writing.log(
                LoggedEvent(
                    "rattachement-demande", on: .establishment(siret), by: .account(account.id),
                    after: account.email.description,
                    at: now))
            return true
        }
        guard isAdded else {
            problems.add("siret", "Cet établissement est déjà dans votre liste, ou votre liste est pleine.")
            return try recruiterHome(siret: typed, problems: problems)
        }
        return .seeOther(Paths.recruiterHome.link())
    }
}
