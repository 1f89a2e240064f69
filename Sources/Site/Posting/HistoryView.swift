import HTML
import Recruitment
import Storage

/// What was done to an offer, the newest first.
struct HistoryView {
    let events: [LoggedEvent]
    /// Names of the people whose accounts the events name.
    let names: [AccountID: String]

    var html: HTML? {
        guard !events.isEmpty else { return nil }
        return """
            <section aria-labelledby="historique">
            <h2 id="historique">Historique</h2>
            <ol class="rows" reversed>
            \(each: events, { event in
                """
                <li><strong>\(PostingWording.action(event.action))</strong> le \(French.moment(event.at)), par \(Self.actor(event.actor, names: names))\
                \(event.before.map { " ; avant : \(PostingWording.value($0))" } as HTML?)\(event.after.map { " ; après : \(PostingWording.value($0))" } as HTML?)</li>

                """
            })</ol>
            </section>

            """
    }

    static func actor(_ actor: LoggedEvent.Actor, names: [AccountID: String]) -> String {
        switch actor {
        case .account(let id): names[id] ?? "un compte supprimé"
        case .clock: "le site"
        case .command: "l’exploitant du site"
        case .visitor: "un visiteur"
        }
    }
}

extension French {
    /// `24 novembre 2026 à 14 h 05`, on a clock in Allier.
    static func moment(_ instant: Instant) -> String {
        let (hour, minute) = ParisTime.clock(at: instant)
        return
            "\(date(ParisTime.day(at: instant))) à \(hour)\(noBreakSpace)h\(noBreakSpace)\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension Stores {
    /// The names of who did these things.
    func names(in events: [LoggedEvent]) throws(StorageError) -> [AccountID: String] {
        try names(of: events.map(\.actor))
    }

    func names(of actors: [LoggedEvent.Actor]) throws(StorageError) -> [AccountID: String] {
        var names: [AccountID: String] = [:]
        for actor in actors {
            guard case .account(let id) = actor, names[id] == nil else { continue }
            names[id] = try accounts.account(id)?.name
        }
        return names
    }
}
