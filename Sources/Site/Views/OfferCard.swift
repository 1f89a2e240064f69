import HTML
import Recruitment
import Web

/// An offer in a list, which stands under a heading of the second level: made once a day for an offer as it stands, so that a
/// list only puts in what differs from search to search.
final class OfferCard: Sendable {
    /// A word of the title, by its octets in `octets`.
    private struct Word {
        let octets: Range<Int>
        let stem: Stem
    }

    /// Words of one stem have one, within one run of the program.
    typealias Stem = Int

    /// The day whose words it has: `hier`, `plus que 3 jours`.
    let day: CalendarDay
    let source: String
    /// Whether the offer's employer is told that it was shown.
    let isCounted: Bool
    private let octets: [UInt8]
    private let words: [Word]
    private let afterPlace: Int
    private let afterDates: Int

    /// What differs from search to search.
    struct Context {
        /// Stems of the words searched.
        var stems: Set<Stem> = []
        /// Kilometres from the place asked for.
        var distance: Double?
        /// Where else the same job is told.
        var otherSources: [String] = []
    }

    /// Enough for most.
    static let usualOctets = 768

    /// - Parameter words: splits the title into the octets of its words and their stems.
    init(
        _ id: OfferID, _ offer: OfferSummary, today: CalendarDay,
        words split: (String) -> [(octets: Range<Int>, stem: [UInt8])] = { _ in [] }
    ) {
        let wording = OfferWording(offer)
        day = today
        source = SourceLabel.text(offer.source)
        isCounted = offer.source == .ownSite
        // Twenty are made for a page that nobody asked for before: put together piece by piece, which is quicker than by
        // interpolation.
        var html = HTML(capacity: Self.usualOctets)
        html.append(literal: "<li class=\"offer-card\">\n<h3><a href=\"")
        html.append(text: Paths.offer.link(OfferCode(id)))
        html.append(literal: "\">")
        let title = wording.title
        words = Self.append(title, split(title), to: &html)
        html.append(literal: "</a></h3>\n<p><span class=\"where\">")
        html.append(text: wording.place)
        html.append(literal: "</span>")
        afterPlace = html.octets.count
        html.append(literal: " · ")
        html.append(text: wording.employer)
        html.append(literal: "</p>\n<ul class=\"facts\">\n")
        Self.append(facts: offer, wording, to: &html)
        html.append(literal: "</ul>\n<p class=\"when\">Publiée ")
        html.append(text: French.ago(ParisTime.day(at: offer.publishedAt), today: today))
        Self.append(daysLeft: today.days(until: offer.deadline), to: &html)
        afterDates = html.octets.count
        html.append(literal: "</p>\n</li>\n")
        octets = html.octets
    }

    convenience init(_ posted: PostedOffer, today: CalendarDay) {
        self.init(posted.id, OfferSummary(posted.offer), today: today)
    }

    static func stems(_ terms: Set<[UInt8]>) -> Set<Stem> { Set(terms.map(\.hashValue)) }

    /// Octets that it takes in memory, about.
    var cost: Int { octets.count + words.count * MemoryLayout<Word>.stride + 160 }

    func html(_ context: Context = Context()) -> HTML {
        var html = HTML(capacity: octets.count + 128)
        append(to: &html, context)
        return html
    }

    /// Appends the card as a search shows it.
    func append(to html: inout HTML, _ context: Context) {
        var position = 0
        func copy(upTo end: Int) {
            html.append(markup: octets[position..<end])
            position = end
        }
        if !context.stems.isEmpty {
            for word in words where context.stems.contains(word.stem) {
                copy(upTo: word.octets.lowerBound)
                html.append(literal: "<mark>")
                copy(upTo: word.octets.upperBound)
                html.append(literal: "</mark>")
            }
        }
        if let distance = context.distance {
            copy(upTo: afterPlace)
            html += " <span class=\"hint\">à \(French.distance(distance))</span>"
        }
        if !context.otherSources.isEmpty {
            copy(upTo: afterDates)
            html += " · aussi sur : \(context.otherSources.joined(separator: ", "))"
        }
        copy(upTo: octets.count)
    }

    /// Appends the title; returns where its words stand. Words that are no parts of the title in order are left out.
    private static func append(
        _ title: String, _ words: [(octets: Range<Int>, stem: [UInt8])], to html: inout HTML
    ) -> [Word] {
        let octets = Array(title.utf8)
        let isWhole = { (end: Int) in end == octets.count || octets[end] & 0xC0 != 0x80 }
        var found: [Word] = []
        found.reserveCapacity(words.count)
        var position = 0
        for word in words where word.octets.lowerBound >= position && word.octets.upperBound <= octets.count {
            guard isWhole(word.octets.lowerBound), isWhole(word.octets.upperBound) else { continue }
            html.append(text: octets[position..<word.octets.lowerBound])
            let start = html.octets.count
            html.append(text: octets[word.octets])
            found.append(Word(octets: start..<html.octets.count, stem: word.stem.hashValue))
            position = word.octets.upperBound
        }
        html.append(text: octets[position...])
        return found
    }

    private static func append(facts offer: OfferSummary, _ wording: OfferWording, to html: inout HTML) {
        func append(_ opening: StaticString, _ fact: String?) {
            guard let fact else { return }
            html.append(literal: opening)
            html.append(text: fact)
            html.append(literal: "</li>\n")
        }
        append("<li>", wording.contract)
        append("<li>", wording.shortHours)
        append("<li class=\"pay\">", wording.pay)
        if offer.experience == .beginnerAccepted { html.append(literal: "<li class=\"good\">Débutant accepté</li>\n") }
        append("<li>", wording.licences)
        append("<li class=\"good\">", wording.positions)
    }

    private static func append(daysLeft left: Int, to html: inout HTML) {
        switch left {
        case 0: html.append(literal: " · <strong>dernier jour pour postuler</strong>")
        case 1...7: html += " · <strong>plus que \(French.count(left, "jour", "jours"))</strong>"
        default: break
        }
    }
}
