import Feeds
import MarkupText
import Recruitment

/// A handful of communes, found by name, postcode or nearness: enough for the tests.
enum TestPlaces {
    static let now = Instant("2026-11-24T05:00:00Z")!

    private static let communes: [(code: String, name: String, postcode: String, latitude: Double, longitude: Double)] =
        [
            ("03082", "Commentry", "03600", 46.28872, 2.74287), ("03103", "Le Donjon", "03130", 46.35, 3.79),
            ("03101", "Domérat", "03410", 46.36034, 2.53421), ("03138", "Lapalisse", "03120", 46.24901, 3.63736),
            ("03185", "Montluçon", "03100", 46.34278, 2.60794), ("03190", "Moulins", "03000", 46.55913, 3.32548),
            ("03254", "Saint-Pourçain-sur-Sioule", "03500", 46.30672, 3.28882),
            ("03298", "Varennes-sur-Allier", "03150", 46.31, 3.4), ("03310", "Vichy", "03200", 46.13183, 3.42546),
        ]

    static let context = FeedContext(source: SourceName("essai")!, now: now) { place in
        let found = communes.first { commune in
            if let code = place.commune { return code.description == commune.code }
            if let city = place.city { return FoldedText(city) == FoldedText(commune.name) }
            if let postcode = place.postcode { return postcode.description == commune.postcode }
            guard let point = place.coordinate,
                let centre = Coordinate(latitude: commune.latitude, longitude: commune.longitude)
            else { return false }
            return point.kilometres(to: centre) < 5
        }
        guard let found else { return nil }
        return Workplace(
            precision: .commune, label: found.name, commune: INSEECode(found.code), postcode: Postcode(found.postcode),
            departement: "03", coordinate: Coordinate(latitude: found.latitude, longitude: found.longitude))
    }
}
