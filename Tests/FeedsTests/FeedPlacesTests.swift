import Feeds
import Recruitment
import Testing

@Suite struct FeedPlacesTests {
    private static let places = FeedPlaces(
        communes: [
            ("03190", "Moulins", ["03000"], 46.55913, 3.32548), ("03185", "Montluçon", ["03100"], 46.34278, 2.60794),
            ("03254", "Saint-Pourçain-sur-Sioule", ["03500"], 46.30672, 3.28882),
            ("03158", "Haut-Bocage", ["03190"], 46.46, 2.65),
            ("03310", "Vichy", ["03200"], 46.13183, 3.42546), ("03095", "Cusset", ["03300"], 46.13, 3.45),
            ("03013", "Aubigny", ["03460"], 46.68, 3.19), ("18015", "Aubigny", ["18700"], 47.49, 2.43),
            ("03001", "Abrest", ["03200"], 46.09618, 3.45142),
        ].map { code, name, postcodes, latitude, longitude in
            Commune(
                code: INSEECode(code)!, name: name, postcodes: postcodes.compactMap { Postcode($0) },
                centre: Coordinate(latitude: latitude, longitude: longitude)!, population: 0, basin: nil,
                intercommunality: nil)
        }, formerNames: [("Maillet", INSEECode("03158")!)])

    private func find(_ change: (inout FeedPlace) -> Void) -> String? {
        var place = FeedPlace()
        change(&place)
        return Self.places.workplace(place).map { "\($0.precision.rawValue) \($0.commune?.description ?? $0.label)" }
    }

    @Test func `a commune is found by whatever names it`() {
        #expect(find { $0.commune = INSEECode("03190") } == "commune 03190")
        #expect(find { $0.city = "MONTLUCON" } == "commune 03185")
        #expect(find { $0.city = "St Pourcain sur Sioule" } == "commune 03254")
        #expect(find { $0.city = "Maillet" } == "commune 03158")
        #expect(find { $0.postcode = Postcode("3000") } == "commune 03190")
        #expect(find { $0.coordinate = Coordinate(latitude: 46.56, longitude: 3.33) } == "commune 03190")
        #expect(find { ($0.city, $0.postcode) = ("Saint-Pourçain", Postcode("03500")) } == "commune 03254")
    }

    @Test func `of several communes the one that is meant is taken`() {
        #expect(find { $0.city = "Aubigny" } == "commune 03013")
        #expect(find { ($0.city, $0.postcode) = ("Aubigny", Postcode("18700")) } == "commune 18015")
        #expect(find { ($0.city, $0.departement) = ("Aubigny", "18") } == "commune 18015")
        #expect(
            find { ($0.city, $0.coordinate) = ("Aubigny", Coordinate(latitude: 47.49, longitude: 2.43)) }
                == "commune 18015")
        // 03200 is Vichy's and Abrest's.
        #expect(find { $0.postcode = Postcode("03200") } == "departement Allier")
        #expect(
            find { ($0.postcode, $0.coordinate) = (Postcode("03200"), Coordinate(latitude: 46.1, longitude: 3.45)) }
                == "commune 03001")
    }

    @Test func `less precise places are kept as such, unknown ones are none`() {
        #expect(find { $0.departement = "ALLIER" } == "departement Allier")
        #expect(find { $0.departement = "03" } == "departement Allier")
        #expect(find { $0.region = "Auvergne Rhône Alpes" } == "region Auvergne-Rhône-Alpes")
        #expect(find { ($0.city, $0.postcode) = ("Puteaux", Postcode("92800")) } == "commune Puteaux")
        #expect(find { $0.city = "Puteaux" } == nil)
        #expect(find { $0.departement = "Hauts-de-Seine" } == nil)
        #expect(find { $0.coordinate = Coordinate(latitude: 48.85, longitude: 2.35) } == nil)
        #expect(find { _ in } == nil)
    }
}
