import HTML
import Recruitment

/// What an offer breaks of the law: the words, the article, why, and how to write it instead.
struct FindingsView {
    let findings: [LegalFinding]
    let subject: LintSubject
    var heading: HTML = "Ce que la loi demande de corriger"

    /// Nothing where there are none.
    var html: HTML? {
        guard !findings.isEmpty else { return nil }
        let blocking = findings.filter(\.isBlocking).count
        return """
            <section class="notice findings" aria-labelledby="loi" role="alert">
            <h2 id="loi">\(heading)</h2>
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
            <li><p>\(label) <strong>\(finding.field.label)</strong> : \(finding.rule.reason)\
            \(finding.detail.map { " \($0)." } as HTML?)</p>
            \(quotation(finding))\
            <p>\(finding.rule.rewrite) <span class="hint">(\(finding.rule.article))</span></p></li>

            """
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
