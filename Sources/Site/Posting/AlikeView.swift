import HTML
import Recruitment

/// That the employer seems to write an offer a second time.
struct AlikeView {
    let codes: [OfferID]

    var html: HTML? {
        guard !codes.isEmpty else { return nil }
        return """
            <div class="notice"><p>Vous avez déjà une offre de même intitulé dans cette commune : \
            \(codes.map(\.code).joined(separator: ", ")). Pour plusieurs postes, une seule offre suffit.</p></div>

            """
    }
}
