import HTML
import Recruitment

/// What an employer is told while he writes a step, the same as when he saves it. The first line is read out to him; the
/// script of the form shows it apart.
struct WritingCheck {
    let findings: [LegalFinding]
    let subject: LintSubject
    /// nil where the step has nothing to do with it.
    let aid: CIEDMeter.Result?
    let alike: [OfferID]

    var html: HTML {
        """
        <p data-summary>\(summary)</p>
        \(FindingsView(findings: findings, subject: subject, isLive: true).html)\
        \(AlikeView(codes: alike).html)\
        \(aid.flatMap { AidView(result: $0, isLive: true).html })
        """
    }

    private var summary: String {
        let blocking = findings.filter(\.isBlocking).count
        let advice = findings.count - blocking
        var parts: [String] = []
        if blocking > 0 { parts.append(French.count(blocking, "point à corriger", "points à corriger")) }
        if advice > 0 { parts.append(French.count(advice, "conseil", "conseils")) }
        if !alike.isEmpty { parts.append("une offre semblable existe déjà") }
        let found = parts.isEmpty ? "rien à corriger" : parts.joined(separator: ", ")
        return "Pendant que vous écrivez : \(found)."
    }
}
