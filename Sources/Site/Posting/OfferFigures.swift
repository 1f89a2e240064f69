import HTML
import Recruitment
import Storage

/// How an offer is used, for its employer: totals, a chart of the last days, and the same as a table.
struct OfferFigures: Sendable {
    /// Days that the chart shows, today included.
    static let days = 30

    let total: OfferUseCounts
    /// The days of the chart on which something was counted, in order.
    let byDay: [Day]
    let today: CalendarDay

    struct Day: Sendable {
        let day: CalendarDay
        let counts: OfferUseCounts
    }

    init(of offer: OfferID, on today: CalendarDay, _ stores: Stores) throws(StorageError) {
        self.today = today
        total = try stores.offerUses.total(of: offer)
        byDay = try stores.offerUses.days(of: offer, from: today.adding(days: 1 - Self.days))
            .map { Day(day: $0.day, counts: $0.counts) }
    }

    static func label(_ use: OfferUse) -> String {
        switch use {
        case .shown: "Affichages dans une recherche"
        case .view: "Lectures de la page"
        case .application: "Clics pour postuler"
        }
    }

    private static func shortLabel(_ use: OfferUse) -> String {
        switch use {
        case .shown: "Affichée"
        case .view: "Lue"
        case .application: "Clics"
        }
    }

    /// The totals on a line: `12 lectures, 1 clic pour postuler`.
    static func line(_ counts: OfferUseCounts) -> String {
        French.count(counts.views, "lecture", "lectures") + ", "
            + French.count(counts.applications, "clic pour postuler", "clics pour postuler")
    }

    var html: HTML {
        """
        <section aria-labelledby="chiffres">
        <h2 id="chiffres">Les chiffres de l’offre</h2>
        <dl class="figures">
        \(each: OfferUse.allCases, { "<div><dt>\(Self.label($0))</dt><dd>\(French.number(total[$0]))</dd></div>\n" })</dl>
        \(if: byDay.isEmpty, "<p>Rien n’a été compté ces \(String(Self.days)) derniers jours.</p>\n")\
        \(if: !byDay.isEmpty, chart + table)\
        <p class="hint">Les robots connus et vos propres lectures ne comptent pas. Rien n’est enregistré sur les personnes. \
        Les chiffres ont quelques minutes de retard.</p>
        </section>

        """
    }

    private var first: CalendarDay { today.adding(days: 1 - Self.days) }

    private var chart: HTML {
        let most = byDay.map(\.counts.views).max() ?? 0
        let top = max(1, byDay.map { max($0.counts.views, $0.counts.applications) }.max() ?? 1)
        let peak: HTML? = byDay.first { $0.counts.views == most && most > 0 }.map {
            " Le plus : \(French.count(most, "lecture", "lectures")) le \(French.date($0.day))."
        }
        return """
            <figure class="chart">
            <svg viewBox="0 0 \(String(10 * Self.days)) 100" preserveAspectRatio="none" role="img" \
            aria-label="Lectures et clics par jour, du \(French.date(first)) au \(French.date(today)) : le tableau qui suit les donne.">
            \(each: byDay, { bar(.view, $0, top) + bar(.application, $0, top) })\
            </svg>
            <p class="chart-ends"><span>\(French.date(first))</span> <span>aujourd’hui</span></p>
            <figcaption>Barres larges : lectures. Barres étroites : clics pour postuler.\(peak)</figcaption>
            </figure>

            """
    }

    /// A bar as high as its part of `top`; a narrow one before a wide one.
    private func bar(_ use: OfferUse, _ entry: Day, _ top: Int) -> HTML {
        let height = (100 * entry.counts[use] + top - 1) / top
        guard height > 0 else { return HTML() }
        let margin = use == .application ? 3 : 1
        return """
            <rect\(if: use == .application, " class=\"applications\"") x="\(String(10 * first.days(until: entry.day) + margin))" \
            y="\(String(100 - height))" width="\(String(10 - 2 * margin))" height="\(String(height))"/>

            """
    }

    private var table: HTML {
        """
        <details><summary>Jour par jour : affichages, lectures, clics</summary>
        <table class="numbers">
        <thead><tr><th scope="col">Jour</th>\(each: OfferUse.allCases, { "<th scope=\"col\">\(Self.shortLabel($0))</th>" })</tr></thead>
        <tbody>
        \(each: byDay.reversed(), { entry in
            """
            <tr><th scope="row">\(French.date(entry.day))</th>\
            \(each: OfferUse.allCases, { "<td>\(French.number(entry.counts[$0]))</td>" })</tr>

            """
        })</tbody>
        </table>
        </details>

        """
    }
}
