import Recruitment

/// An offer's plain text as the HTML that feeds carry.
enum OfferMarkup {
    /// Paragraphs become `p`, lines `br`, lines that begin with `- ` or `• ` lists. Everything else is escaped, and e-mail
    /// addresses are masked.
    static func html(_ text: String) -> String {
        let text = EmailMask.masked(text)
        var html: [UInt8] = []
        var open = Block.none
        for line in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let block = Block(line)
            if block != open {
                html += open.end.utf8
                html += block.start.utf8
            } else {
                html += block.between.utf8
            }
            open = block
            for octet in line.dropFirst(block == .list ? listMark(line) : 0) {
                switch octet {
                case UInt8(ascii: "&"): html += "&amp;".utf8
                case UInt8(ascii: "<"): html += "&lt;".utf8
                case UInt8(ascii: ">"): html += "&gt;".utf8
                default: html.append(octet)
                }
            }
        }
        html += open.end.utf8
        return String(decoding: html, as: UTF8.self)
    }

    private enum Block {
        case none, paragraph, list

        init(_ line: ArraySlice<UInt8>) {
            self = line.isEmpty ? .none : OfferMarkup.listMark(line) > 0 ? .list : .paragraph
        }

        var start: String {
            switch self {
            case .none: ""
            case .paragraph: "<p>"
            case .list: "<ul><li>"
            }
        }

        /// Between two lines of one block.
        var between: String {
            switch self {
            case .none: ""
            case .paragraph: "<br/>"
            case .list: "</li><li>"
            }
        }

        var end: String {
            switch self {
            case .none: ""
            case .paragraph: "</p>"
            case .list: "</li></ul>"
            }
        }
    }

    /// Octets of the `- ` or `• ` a line begins with.
    private static func listMark(_ line: ArraySlice<UInt8>) -> Int {
        line.starts(with: "- ".utf8) ? 2 : line.starts(with: "• ".utf8) ? 4 : 0
    }

    /// « CDI à Moulins, temps plein »
    static func summary(_ offer: Offer) -> String {
        [
            "\(offer.contract.label) – \(offer.workplace.label)", offer.workingTime?.label, offer.employer,
            pay(offer),
        ].compactMap { $0 }.joined(separator: " – ")
    }

    /// « 12,10 € à 12,60 € par heure », else the employer's words.
    static func pay(_ offer: Offer) -> String? {
        guard let salary = offer.salary else { return offer.salaryText }
        let period =
            switch salary.period {
            case .hour: "par heure"
            case .month: "par mois"
            case .year: "par an"
            }
        return euros(salary.minimum) + (salary.maximum.map { " à " + euros($0) } ?? "") + " " + period
    }

    /// Cents with a comma: `1823,03 €`.
    private static func euros(_ cents: Int64) -> String {
        let rest = cents % 100
        return "\(cents / 100)" + (rest == 0 ? "" : ",\(rest < 10 ? "0" : "")\(rest)") + " €"
    }
}
