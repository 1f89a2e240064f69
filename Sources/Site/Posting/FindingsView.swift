import HTML
import Recruitment

/// What an offer breaks of the law: the words, the article, why, and how to write it instead.
struct FindingsView {
    let findings: [LegalFinding]
    let subject: LintSubject
    var heading: HTML = "Ce que la loi demande de corriger"
    /// Whether it comes while someone writes: then a summary beside it is read out.
    var isLive = false

    /// Nothing where there are none.
    var html: HTML? {
        guard !findings.isEmpty else { return nil }
        let blocking = findings.filter(\.isBlocking).count
        return """
            <section class="notice findings" aria-labelledby="loi\(if: isLive, "-en-direct")"\(if: !isLive, " role=\"alert\"")>
            <h2 id="loi\(if: isLive, "-en-direct")">\(heading)</h2>
            \(if: blocking > 0, "<p>\(French.count(blocking, "point doit être corrigé", "points doivent être corrigés")) avant l’envoi.</p>\n")\
            <ul>
            \(each: findings, { item($0) })</ul>
            </section>

            """
    }

    private func item(_ finding: LegalFinding) -> HTML {
        let label: HTML =
            finding.isBlocking
            ? "<span class=\"badge problem\">à corriger</span>" : "<span class=\"badge\">conseil</span>"
        return """
            <li><p>\(label) <strong>\(name(finding))</strong> : \(finding.rule.reason)\
            \(finding.detail.map { " \($0)." } as HTML?)</p>
            \(quotation(finding))\
            <p>\(finding.rule.rewrite) <span class="hint">(\(finding.rule.article))</span></p></li>

            """
    }

    /// With the way to its field, while someone writes on the same page.
    private func name(_ finding: LegalFinding) -> HTML {
        guard isLive else { return HTML(text: finding.field.label) }
        return "<a href=\"#\(OfferFormReading.field(finding.field).rawValue)\">\(finding.field.label)</a>"
    }

    private func quotation(_ finding: LegalFinding) -> HTML? {
        guard !finding.ranges.isEmpty else { return nil }
        let pieces = LintMarks(subject[finding.field], field: finding.field, findings: [finding]).pieces
        return """
            <blockquote>\(each: pieces, { piece in
                piece.findings.isEmpty ? HTML(text: Self.shortened(piece.text)) : "<mark>\(piece.text)</mark>"
            })</blockquote>

            """
    }

    /// The words next to a mark say where it is; the rest of a long text does not.
    private static func shortened(_ text: String) -> String {
        let most = 60
        guard text.count > 2 * most else { return text }
        return "\(text.prefix(most)) […] \(text.suffix(most))"
    }
}
