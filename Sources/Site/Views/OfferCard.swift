import HTML
import Recruitment
import Web

/// An offer in a list, which stands under a heading of the second level: made once a day for an offer as it stands, so that a
/// list only puts in what differs from search to search.
struct OfferCard: Sendable {
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

    /// - Parameter words: splits the title into the octets of its words and their stems.
    init(
        _ posted: PostedOffer, today: CalendarDay,
        words split: (String) -> [(octets: Range<Int>, stem: [UInt8])] = { _ in [] }
    ) {
        let wording = OfferWording(offer: posted.offer)
        day = today
        source = SourceLabel.text(posted.offer.identity.source)
        isCounted = posted.offer.isCounted
        var html: HTML = "<li class=\"offer-card\">\n<h3><a href=\"\(Paths.offer.link(OfferCode(posted.id)))\">"
        words = Self.append(wording.title, split(wording.title), to: &html)
        html += "</a></h3>\n<p><span class=\"where\">\(wording.place)</span>"
        afterPlace = html.octets.count
        html += """
             · \(wording.employer)</p>
            <ul class="facts">
            \(Self.facts(posted, wording))</ul>
            <p class="when">\(Self.dates(posted, today: today))
            """
        afterDates = html.octets.count
        html += "</p>\n</li>\n"
        octets = html.octets
    }

    static func stems(_ terms: Set<[UInt8]>) -> Set<Stem> { Set(terms.map(\.hashValue)) }

    /// Octets that it takes in memory, about.
    var cost: Int { octets.count + words.count * MemoryLayout<Word>.stride + 160 }

    func html(_ context: Context = Context()) -> HTML {
        var result: [UInt8] = []
        result.reserveCapacity(octets.count + 128)
        var position = 0
        func copy(upTo end: Int) {
            result.append(contentsOf: octets[position..<end])
            position = end
        }
        for word in words where context.stems.contains(word.stem) {
            copy(upTo: word.octets.lowerBound)
            result.append(contentsOf: "<mark>".utf8)
            copy(upTo: word.octets.upperBound)
            result.append(contentsOf: "</mark>".utf8)
        }
        copy(upTo: afterPlace)
        if let distance = context.distance {
            let text: HTML = " <span class=\"hint\">à \(French.distance(distance))</span>"
            result.append(contentsOf: text.octets)
        }
        copy(upTo: afterDates)
        if !context.otherSources.isEmpty {
            let text: HTML = " · aussi sur : \(context.otherSources.joined(separator: ", "))"
            result.append(contentsOf: text.octets)
        }
        copy(upTo: octets.count)
        return HTML(markup: result)
    }

    /// Appends the title; returns where its words stand. Words that are no parts of the title in order are left out.
    private static func append(
        _ title: String, _ words: [(octets: Range<Int>, stem: [UInt8])], to html: inout HTML
    ) -> [Word] {
        let octets = Array(title.utf8)
        var found: [Word] = []
        var position = 0
        for word in words where word.octets.lowerBound >= position && word.octets.upperBound <= octets.count {
            guard let before = String(validating: octets[position..<word.octets.lowerBound], as: UTF8.self),
                let text = String(validating: octets[word.octets], as: UTF8.self)
            else { continue }
            html += HTML(text: before)
            let start = html.octets.count
            html += HTML(text: text)
            found.append(Word(octets: start..<html.octets.count, stem: word.stem.hashValue))
            position = word.octets.upperBound
        }
        html += HTML(text: String(decoding: octets[position...], as: UTF8.self))
        return found
    }

    private static func facts(_ posted: PostedOffer, _ wording: OfferWording) -> HTML {
        var facts: HTML = "<li>\(wording.contract)</li>\n"
        if let hours = wording.shortHours { facts += "<li>\(hours)</li>\n" }
        if let pay = wording.pay { facts += "<li class=\"pay\">\(pay)</li>\n" }
        if posted.offer.experience == .beginnerAccepted { facts += "<li class=\"good\">Débutant accepté</li>\n" }
        if let licences = wording.licences { facts += "<li>\(licences)</li>\n" }
        if let positions = wording.positions { facts += "<li class=\"good\">\(positions)</li>\n" }
        return facts
    }

    private static func dates(_ posted: PostedOffer, today: CalendarDay) -> HTML {
        let published = French.ago(ParisTime.day(at: posted.offer.publishedAt), today: today)
        let left = today.days(until: posted.offer.deadline)
        let hurry: HTML? =
            switch left {
            case 0: " · <strong>dernier jour pour postuler</strong>"
            case 1...7: " · <strong>plus que \(French.count(left, "jour", "jours"))</strong>"
            default: nil
            }
        return "Publiée \(published)\(hurry)"
    }
}
