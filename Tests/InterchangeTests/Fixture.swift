import Foundation
import Interchange
import Recruitment
import Testing

enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// A few communes, among them those whose codes look like each other's postcodes.
    static let gazetteer = Gazetteer(
        communes: [
            commune("03190", "Moulins", ["03000"], 46.55913, 3.32548),
            commune("03310", "Vichy", ["03200"], 46.13183, 3.42546),
            commune("03200", "Neuvy", ["03000"], 46.56, 3.28),
            commune("03185", "Montluçon", ["03100"], 46.34278, 2.60794),
            commune("03321", "Yzeure", ["03400"], 46.56617, 3.38536),
            commune("03036", "Bourbon-l'Archambault", ["03160"], 46.58293, 3.04476),
            commune("03158", "Haut-Bocage", ["03190"], 46.47, 2.74),
            commune("63113", "Clermont-Ferrand", ["63000", "63100"], 45.78, 3.08),
        ],
        formerCommunes: [
            Gazetteer.FormerCommune(code: code("03123"), name: "Givarlais", commune: code("03158"))
        ])

    static func code(_ text: String) -> INSEECode { INSEECode(text)! }

    private static func commune(
        _ insee: String, _ name: String, _ postcodes: [String], _ latitude: Double, _ longitude: Double
    ) -> Commune {
        Commune(
            code: code(insee), name: name, postcodes: postcodes.map { Postcode($0)! },
            centre: Coordinate(latitude: latitude, longitude: longitude)!, population: 1_000, basin: nil,
            intercommunality: nil)
    }

    static let source = SourceName("essai")!

    static func parse(_ json: String, _ format: OfferFormat = .jsonLines) throws(Rejection) -> Offer {
        try OfferParser(format, source: source, gazetteer: gazetteer).offer(Array(json.utf8))
    }
}
