import Feeds
import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    private static let shownPulls = 20

    func sources() throws -> Response {
        let today = today
        let items = try read { stores throws(StorageError) in
            var items: [SourcesPage.Item] = []
            for source in try stores.sources.all() { items.append(try stores.item(source, today)) }
            return items
        }
        return page(
            Layout.Head(title: "Sources", isIndexed: false, section: .ownSpace),
            SourcesPage(items: items, mayChange: try mayChangeSources()).html)
    }

    func source(_ name: SourceName) throws -> Response {
        let today = today
        let facts = try read { stores throws(StorageError) -> SourcePage.Facts? in
            guard let source = try stores.sources.source(name) else { return nil }
            let events = try stores.events.events(on: .source(name), limit: SiteLimits.events)
            return SourcePage.Facts(
                item: try stores.item(source, today),
                pulls: try stores.sources.pulls(of: name, limit: Self.shownPulls),
                rejects: try stores.sources.rejects(of: name), events: events, names: try stores.names(in: events))
        }
        guard let facts else { throw PageError.notFound }
        let mayChange = try mayChangeSources()
        return page(
            Layout.Head(title: "Source « \(facts.item.source.settings.label) »", isIndexed: false, section: .ownSpace)
        ) { seal in SourcePage(facts: facts, mayChange: mayChange, seal: seal).html }
    }

    /// Fetches soon, pauses or goes on, or answers whether many offers are to be closed.
    func actOnSource(_ name: SourceName) throws -> Response {
        let source = try known(name)
        let (agent, now, today) = (LoggedEvent.Actor.account(try account().id), now, today)
        var settings = source.settings
        switch field("faire") {
        case "importer":
            try write { writing throws(StorageError) in try writing.fetchSoon(name, by: agent, at: now) }
        case "pause", "reprendre":
            settings.isPaused = field("faire") == "pause"
            try change(source, to: settings)
        case "fermer", "garder":
            let isClosing = field("faire") == "fermer"
            settings.isPaused = settings.isPaused || !isClosing
            let paused = settings
            _ = try write { writing throws(StorageError) in
                _ = try writing.answerAbsent(name, close: isClosing, on: today, by: agent, at: now)
                if paused != source.settings { _ = try writing.change(source, to: paused, by: agent, at: now) }
                for task in try writing.stores.tasks.open(limit: SiteLimits.events)
                where task.kind == .sourceLosesOffers && task.subject == .source(name) {
                    _ = try writing.closeTask(task, by: agent, at: now)
                }
            }
        default: throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        return .seeOther(Paths.source.link(name))
    }

    // MARK: The form

    func newSource() throws -> Response { sourceForm(SourceForm(), nil) }

    func sourceForm(_ name: SourceName) throws -> Response {
        let source = try known(name)
        return sourceForm(SourceForm(source), source)
    }

    func addSource() throws -> Response {
        var form = SourceForm(self, known: nil)
        guard let settings = form.settings, let name = form.source else { return refused(form, nil) }
        if field("faire") != "enregistrer" { return sourceForm(form, nil, preview: look(name, settings)) }
        let (agent, now) = (LoggedEvent.Actor.account(try account().id), now)
        let isAdded = try write { writing throws(StorageError) in
            try writing.addSource(name, settings, nextAt: now, by: agent, at: now)
        }
        guard isAdded else {
            form.add(SourceForm.Field.name, "Une source a déjà ce nom.")
            return refused(form, nil)
        }
        return .seeOther(Paths.source.link(name))
    }

    func changeSource(_ name: SourceName) throws -> Response {
        let source = try known(name)
        let form = SourceForm(self, known: source)
        guard let settings = form.settings else { return refused(form, source) }
        if field("faire") != "enregistrer" { return sourceForm(form, source, preview: look(name, settings)) }
        guard field("version") == String(source.version) else {
            return sourceForm(
                form, source,
                notice:
                    "Quelqu’un a modifié cette source entre-temps. Rien n’a été écrasé : enregistrez de nouveau pour garder ce que vous avez écrit.",
                status: .conflict)
        }
        try change(source, to: settings)
        return .seeOther(Paths.source.link(name))
    }

    func sourceRejects(_ name: SourceName) throws -> Response {
        _ = try known(name)
        let rejects = try read { stores throws(StorageError) in try stores.sources.rejects(of: name) }
        var text = "\u{FEFF}" + SpreadsheetText.line(["fiche", "identifiant", "intitule", "champ", "valeur", "raison"])
        for reject in rejects {
            text += SpreadsheetText.line([
                String(reject.position), reject.sourceID ?? "", reject.title ?? "", reject.field, reject.value,
                reject.reason,
            ])
        }
        return Response(
            status: .ok,
            fields: [
                .contentType: MediaType.csv.fieldValue,
                .contentDisposition: "attachment; filename=\"rejets-\(name).csv\"",
                .cacheControl: CacheControl.noStore.fieldValue,
            ], body: .bytes(Array(text.utf8)))
    }

    // MARK: Parts

    private func known(_ name: SourceName) throws -> FeedSource {
        guard let source = try read({ stores throws(StorageError) in try stores.sources.source(name) }) else {
            throw PageError.notFound
        }
        return source
    }

    private func mayChangeSources() throws -> Bool { try account().roles.contains(where: \.moderates) }

    private func change(_ source: FeedSource, to settings: FeedSource.Settings) throws {
        let (agent, now) = (LoggedEvent.Actor.account(try account().id), now)
        let isChanged = try write { writing throws(StorageError) in
            try writing.change(source, to: settings, by: agent, at: now)
        }
        guard isChanged else { throw PageError.conflict("Quelqu’un a modifié cette source en même temps que vous.") }
    }

    private func look(_ name: SourceName, _ settings: FeedSource.Settings) -> SourcePreview.Outcome {
        guard let preview = site.preview else { return .failed("Ce site ne peut pas aller voir les sources.") }
        return preview(name, settings, at: now)
    }

    private func refused(_ form: SourceForm, _ source: FeedSource?) -> Response {
        sourceForm(form, source, status: .unprocessableContent)
    }

    private func sourceForm(
        _ form: SourceForm, _ known: FeedSource?, preview: SourcePreview.Outcome? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = known.map { "Modifier la source « \($0.settings.label) »" } ?? "Nouvelle source"
        return page(
            Self.formHead(title, form.problems),
            status: status
        ) { seal in
            SourceFormPage(form: form, known: known, preview: preview, notice: notice, seal: seal).html
        }
    }
}

extension Stores {
    fileprivate func item(_ source: FeedSource, _ today: CalendarDay) throws(StorageError) -> SourcesPage.Item {
        let counts = try sources.openCount(of: source.name, on: today)
        return SourcesPage.Item(
            source: source, last: try sources.pulls(of: source.name, limit: 1).first,
            success: try sources.lastSuccess(of: source.name), open: counts.open, absent: counts.absent)
    }
}
