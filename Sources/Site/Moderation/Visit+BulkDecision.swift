import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// First shows what would be done to the offers ticked; once that is confirmed, does it to each by itself.
    func decideOnOffers() throws -> Response {
        let names = (form?.values("offre") ?? []).prefix(SiteLimits.listed)
        let seen = names.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        let ids = seen.compactMap { $0.first.flatMap { OfferID(code: $0) } }
        let action = ModerationAction.forSeveral.first { $0.rawValue == field("action") }
        var problems = FormProblems()
        if ids.isEmpty { problems.add("offre", "Cochez au moins une offre.") }
        if action == nil { problems.add("action", "Choisissez ce qu’il faut faire de ces offres.") }
        let items = try read { stores throws(StorageError) in
            var items: [BulkDecision.Item] = []
            for id in ids where !items.contains(where: { $0.posted.id == id }) {
                if let item = try stores.bulkItem(id) { items.append(item) }
            }
            return items
        }
        if problems.isEmpty, items.isEmpty { problems.add("offre", "Aucune de ces offres n’existe plus.") }
        guard let action, problems.isEmpty else {
            return try agentOffers(problems: problems, status: .unprocessableContent)
        }
        let bulk = BulkDecision(action: action, items: items, lint: site.lint, today: today)
        guard field("confirme") == "oui" else { return confirmationPage(bulk, problems: FormProblems()) }
        return try carryOut(bulk, seen: Set(names))
    }

    private var listLink: String { request.target.description }

    private func confirmationPage(_ bulk: BulkDecision, problems: FormProblems) -> Response {
        let title = BulkDecisionPage.title(bulk.action)
        let (reasons, note, day) = (Set(form?.values("raison") ?? []), field("note"), field("jusquau"))
        return page(
            Self.formHead(title, problems),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            BulkDecisionPage(
                bulk: bulk, list: listLink, reasons: reasons, note: note, day: day, problems: problems, seal: seal
            ).html
        }
    }

    /// `seen` names the offers as the agent saw them: one that has changed since is left alone.
    private func carryOut(_ bulk: BulkDecision, seen: Set<String>) throws -> Response {
        var problems = FormProblems()
        let decision = readDecision(isNeeded: bulk.action.needsReason, &problems)
        let day = CalendarDay(field("jusquau"))
        if bulk.action == .extend, day == nil { problems.add("jusquau", "Donnez un jour comme 2026-12-31.") }
        guard problems.isEmpty, let event = bulk.action.event(decision, until: day) else {
            return confirmationPage(bulk, problems: problems)
        }
        var outcomes: [(item: BulkDecision.Item, outcome: DecisionOutcome)] = []
        for item in bulk.items {
            let outcome: DecisionOutcome
            if !seen.contains(item.name) {
                outcome = .overtaken
            } else if let hindrance = bulk.hindrance(item) {
                outcome = .refused(hindrance)
            } else {
                outcome = try apply(event, decision, to: item.posted, item.posting)
            }
            outcomes.append((item, outcome))
        }
        return page(
            Layout.Head(title: "\(bulk.action.label) : ce qui a été fait", isIndexed: false, section: .ownSpace),
            fields: [.cacheControl: CacheControl.noStore.fieldValue],
            BulkOutcomePage(action: bulk.action, outcomes: outcomes, list: listLink).html)
    }

    /// The reasons and the note of a form; a problem where a decision is needed and they make none.
    func readDecision(isNeeded: Bool, _ problems: inout FormProblems) -> ModerationDecision? {
        let note = field("note")
        let decision = ModerationDecision(
            reasons: Set((form?.values("raison") ?? []).compactMap(ModerationReason.init(rawValue:))), note: note)
        guard isNeeded, decision == nil else { return decision }
        if note.unicodeScalars.count > ModerationDecision.longestNote {
            problems.add("note", "La précision est trop longue : 2 000 caractères au plus.")
        } else {
            problems.add("raison", "Choisissez au moins une raison : l’employeur doit la connaître.")
        }
        return nil
    }
}
