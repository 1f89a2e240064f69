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
    /// `SearchLists`: what the fields offer without a script.
    let lists: HTML

    var html: HTML {
        """
        <div class="search-box\(if: placement == .home, " home")">
        <p><label for="q">Quoi ? <span class="hint">métier, mot, employeur</span></label>
        <input type="search" id="q" name="q" value="\(search.text)" autocomplete="off" maxlength="200" \
        enterkeyhint="search" list="\(SearchLists.occupationsID)" \
        data-suggest="metier employeur"></p>
        \(place)\
        \(radius)<button>Chercher</button>
        \(lists)</div>
        """
    }

    /// One field for one place; where there are several they are carried on, and the field adds one more.
    private var place: HTML {
        guard search.places.count > 1 else {
            let more: HTML? =
                search.places.isEmpty || placement == .home
                ? nil
                : """
                <details class="more-places"><summary>Ajouter une commune</summary>
                \(Self.field("commune-2", "Ou", "une autre commune", value: ""))</details>

                """
            return "\(Self.field("commune", "Où ?", "commune ou code postal", value: search.places.first ?? ""))\(more)"
        }
        return """
            \(each: search.places, { "<input type=\"hidden\" name=\"commune\" value=\"\($0)\">\n" })\
            \(Self.field("commune", "Où ?", "\(search.places.joined(separator: ", ")), ou une de plus", value: ""))
            """
    }

    private static func field(_ id: String, _ label: String, _ hint: String, value: String) -> HTML {
        """
        <p><label for="\(id)">\(label) <span class="hint">\(hint)</span></label>
        <input type="text" id="\(id)" name="commune" value="\(value)" autocomplete="off" maxlength="100" \
        enterkeyhint="search" list="\(SearchLists.communesID)" data-suggest="commune"></p>

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
