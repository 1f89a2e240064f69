import HTML
import Recruitment

/// Whether the Département helps to pay for the hiring, or the exact condition that is missing.
struct AidView {
    let result: CIEDMeter.Result
    var isLive = false

    var html: HTML? {
        guard !result.lines.isEmpty else { return nil }
        let isPossible = if case .possible = result { true } else { false }
        let id: HTML = isLive ? "aide-en-direct" : "aide"
        return """
            <section class="notice\(if: isPossible, " good")" aria-labelledby="\(id)">
            <h2 id="\(id)">Aide du Département à l’embauche (CIED)</h2>
            \(if: !isPossible, "<p>Pas encore possible :</p>\n")\
            <ul>
            \(each: result.lines, { "<li>\($0)</li>\n" })</ul>
            </section>

            """
    }
}
