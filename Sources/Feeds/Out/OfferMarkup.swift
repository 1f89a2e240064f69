import Recruitment

/// An offer's plain text as the HTML that feeds carry.
enum OfferMarkup {
    /// Paragraphs become `p`, lines `br`, lines that begin with `- ` or `• ` lists. Everything else is escaped.
    static func html(_ text: String) -> String {
        var html = ""
        for paragraph in text.split(separator: "\n\n") {
            var lines: [Substring] = []
            var items: [Substring] = []
            func close() {
                if !lines.isEmpty { html += "<p>" + lines.map { escaped($0) }.joined(separator: "<br/>") + "</p>" }
                if !items.isEmpty { html += "<ul>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>" }
                (lines, items) = ([], [])
            }
            for line in paragraph.split(separator: "\n") {
                let isItem = line.hasPrefix("- ") || line.hasPrefix("• ")
                if isItem != lines.isEmpty, !(lines.isEmpty && items.isEmpty) { close() }
                if isItem { items.append(line.dropFirst(2)) } else { lines.append(line) }
            }
            close()
        }
        return html
    }

    private static func escaped(_ text: Substring) -> String {
        String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
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
