import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    private var listText: String { String((query["q"] ?? "").prefix(SiteLimits.listWords)) }

    private var listFilter: OfferListFilter {
        OfferListFilter(
            words: listText.isEmpty ? nil : board.fullTextQuery(listText),
            status: OfferStatus.allCases.first { $0.code == query["statut"] }, onlyOwn: query["source"] == "site")
    }

    /// Every offer of the board, for agents.
    func agentOffers() throws -> Response {
        try agentOffers(problems: FormProblems())
    }

    private func agentOffers(problems: FormProblems, status: HTTPResponse.Status = .ok) throws -> Response {
        let (filter, mayModerate) = (listFilter, try account().roles.contains(where: \.moderates))
        let number = min(max(Int(query["page"] ?? "") ?? 1, 1), SiteLimits.listPages)
        let (offers, today) = (try listed(filter, limit: SiteLimits.listed + 1, page: number), today)
        return page(
            problems.isEmpty
                ? Layout.Head(title: "Les offres", isIndexed: false, section: .ownSpace)
                : Self.problemHead("Les offres"), status: status
        ) { seal in
            AgentOffersPage(
                filter: filter, text: listText,
                marks: { [board] text in
                    filter.words.map { board.highlights(text, query: $0) } ?? []
                }, offers: Array(offers.prefix(SiteLimits.listed)), number: number,
                hasMore: offers.count > SiteLimits.listed && number < SiteLimits.listPages, mayModerate: mayModerate,
                today: today, problems: problems, seal: seal
            ).html
        }
    }

    private func listed(_ filter: OfferListFilter, limit: Int, page: Int) throws(StorageError) -> [PostedOffer] {
        try read { stores throws(StorageError) in
            try stores.offers.offers(
                try stores.postings.list(filter, limit: limit, offset: (page - 1) * SiteLimits.listed))
        }
    }

    /// Suspends every offer ticked that is published, all with the same reasons, each told to its employer.
    func suspendOffers() throws -> Response {
        let codes = (form?.values("offre") ?? []).prefix(SiteLimits.listed).compactMap { OfferID(code: $0) }
        let decision = ModerationDecision(
            reasons: Set((form?.values("raison") ?? []).compactMap(ModerationReason.init(rawValue:))))
        var problems = FormProblems()
        if codes.isEmpty { problems.add("offre", "Cochez au moins une offre.") }
        if decision == nil { problems.add("raison", "Choisissez une raison : l’employeur doit la connaître.") }
        guard let decision, problems.isEmpty else {
            return try agentOffers(problems: problems, status: .unprocessableContent)
        }
        for id in codes {
            let (posted, posting) = try read { stores throws(StorageError) in
                (try stores.offers.offer(id), try stores.postings.posting(of: id))
            }
            guard let posted, posted.status == .published else { continue }
            if let posting {
                _ = try decide(posting, posted, .suspend(decision), decision, verifies: false)
            } else {
                _ = try moderateImported(posted, .suspend(decision), decision)
            }
        }
        return .seeOther(Paths.agentOffers.link(query: ["statut": OfferStatus.moderated.code]))
    }

    /// The same list as a table for a spreadsheet: semicolons, UTF-8 with its mark, as French ones read it.
    func agentOffersCSV() throws -> Response {
        let offers = try listed(listFilter, limit: SiteLimits.exported, page: 1)
        var text =
            "\u{FEFF}"
            + SpreadsheetText.line([
                "code", "statut", "source", "intitule", "employeur", "siret", "commune", "code_postal", "contrat",
                "heures_hebdo", "salaire", "postes", "publiee_le", "date_limite",
            ])
        for posted in offers {
            let offer = posted.offer
            text += SpreadsheetText.line([
                posted.id.code, posted.effectiveStatus(on: today).code, offer.identity.source.description, offer.title,
                offer.employer ?? "", offer.siret?.description ?? "", offer.workplace.label,
                offer.workplace.postcode?.description ?? "", offer.contract.rawValue,
                offer.weeklyHours.map(French.decimal) ?? "", OfferWording(offer: offer).pay ?? "",
                String(offer.positions), ParisTime.day(at: offer.publishedAt).description, offer.deadline.description,
            ])
        }
        return Response(
            status: .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"offres.csv\"",
                .cacheControl: CacheControl.noStore.fieldValue,
            ], body: .bytes(Array(text.utf8)))
    }
}

/// Cells of a table for a spreadsheet.
enum SpreadsheetText {
    static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ";") + "\r\n"
    }

    /// Quoted where it must be (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe.
    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
