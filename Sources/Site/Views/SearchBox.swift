import HTML

/// The two questions every search begins with: what, and where.
struct SearchBox {
    enum Placement {
        case home
        case results
    }

    /// Completes both fields as one types.
    static let script = "js/suggestions.js"

    let search: OfferSearch
    let placement: Placement

    var html: HTML {
        """
        <div class="search-box\(if: placement == .home, " home")">
        <p><label for="q">Quoi ? <span class="hint">métier, mot, employeur</span></label>
        <input type="search" id="q" name="q" value="\(search.text)" autocomplete="off" maxlength="200" \
        enterkeyhint="search" data-suggest="metier employeur"></p>
        <p><label for="commune">Où ? <span class="hint">commune ou code postal</span></label>
        <input type="text" id="commune" name="commune" value="\(search.place)" autocomplete="off" maxlength="100" \
        enterkeyhint="search" data-suggest="commune"></p>
        \(radius)<button>Chercher</button>
        </div>
        """
    }

    private var radius: HTML? {
        guard placement == .results else { return nil }
        let chosen = search.radius ?? OfferSearch.defaultRadius
        let radii = OfferSearch.radii.contains(chosen) ? OfferSearch.radii : (OfferSearch.radii + [chosen]).sorted()
        return """
            <p><label for="rayon">Jusqu’à</label>
            <select id="rayon" name="rayon">
            \(each: radii, { kilometres in
                let label = kilometres == 0 ? "la commune seule" : "\(kilometres) km"
                return "<option value=\"\(kilometres)\"\(if: kilometres == chosen, " selected")>\(label)</option>\n"
            })</select></p>

            """
    }
}
