import Foundation
import Interchange
import Recruitment

/// The demonstration offers of the repository, read as an import reads them.
enum DemoOffers {
    static let all: [Offer] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Migrations")
        let communes = lines(root.appending(path: "reference/communes.tsv")).dropFirst(2).compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Commune(
                code: INSEECode(cells[0])!, name: cells[1],
                postcodes: cells[2].split(separator: ";").compactMap { Postcode(String($0)) },
                centre: Coordinate(latitude: Double(cells[3])!, longitude: Double(cells[4])!)!, population: 0,
                basin: nil,
                intercommunality: nil)
        }
        let parser = OfferParser(.jsonLines, source: nil, gazetteer: Gazetteer(communes: communes))
        return lines(root.appending(path: "demo/offers.jsonl")).map { try! parser.offer(Array($0.utf8)) }
    }()

    private static func lines(_ file: URL) -> [Substring] {
        try! String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    }
}
