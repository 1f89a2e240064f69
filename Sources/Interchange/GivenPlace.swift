import Recruitment

/// A place as a record gives it, in pieces of which most may be missing.
struct GivenPlace {
    var code: INSEECode?
    var name: String?
    var postcode: Postcode?
    var departement: String?
    var region: String?
    var isCountry = false
    var coordinate: Coordinate?

    /// The most precise place the pieces give; nil when they give none.
    func workplace(in gazetteer: Gazetteer) -> Workplace? {
        let departement = departement ?? code?.departement ?? postcode.flatMap(Territory.departement(ofPostcode:))
        let known =
            code.flatMap(gazetteer.commune)
            ?? name.flatMap { name in
                departement.flatMap { gazetteer.commune(named: FoldedName(name), departement: $0) }
            }
        if known != nil || code != nil || (name != nil && (coordinate != nil || postcode != nil)) {
            return Workplace(
                precision: .commune, label: known?.name ?? name ?? code?.description ?? "",
                commune: known?.code ?? code,
                postcode: postcode ?? (known?.postcodes.count == 1 ? known?.postcodes.first : nil),
                departement: departement, coordinate: coordinate ?? known?.centre)
        }
        if let departement, let label = Territory.name(ofDepartement: departement) {
            return Workplace(
                precision: .departement, label: label, postcode: postcode, departement: departement,
                coordinate: coordinate)
        }
        if let region { return Workplace(precision: .region, label: region) }
        return isCountry ? Workplace(precision: .country, label: "France") : nil
    }
}
