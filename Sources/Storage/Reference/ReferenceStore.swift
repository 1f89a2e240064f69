public import Recruitment
internal import SQLite
import Search

/// Reads the reference tables, whole: they are made to be kept in memory.
public struct ReferenceStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func all() throws(StorageError) -> ReferenceData {
        try reading { () throws(SQLiteError) in
            ReferenceData(
                communes: try communes(), formerCommunes: try formerCommunes(), occupations: try occupations(),
                domains: try domains(), appellations: try appellations(), activities: try activities(),
                synonyms: try synonyms())
        }
    }

    func communes() throws(SQLiteError) -> [Commune] {
        try connection.all(
            "SELECT code, name, postcodes, latitude, longitude, population, arrondissement, epci_name FROM commune ORDER BY code"
        ) { row throws(SQLiteError) in
            guard let centre = Coordinate(latitude: try row.double(3), longitude: try row.double(4)) else {
                throw row.unexpected(3)
            }
            return Commune(
                code: try row.parsed(0, INSEECode.init(_:)), name: try row.text(1),
                postcodes: try row.text(2).split(separator: " ").compactMap { Postcode(String($0)) }, centre: centre,
                population: try row.int(5), basin: try row.parsedOrNil(6, Basin.init(arrondissement:)),
                intercommunality: try row.textOrNil(7))
        }
    }

    func formerCommunes() throws(SQLiteError) -> [ReferenceData.FormerCommune] {
        try connection.all("SELECT code, name, commune FROM former_commune ORDER BY name") { row throws(SQLiteError) in
            ReferenceData.FormerCommune(
                code: try row.parsed(0, INSEECode.init(_:)), name: try row.text(1),
                commune: try row.parsed(2, INSEECode.init(_:)))
        }
    }

    private func occupations() throws(SQLiteError) -> [Occupation] {
        try connection.all("SELECT code, label, parent FROM occupation ORDER BY code") { row throws(SQLiteError) in
            Occupation(
                code: try row.parsed(0, ROMECode.init(_:)), label: try row.text(1),
                parent: try row.parsed(2, ROMECode.init(_:)))
        }
    }

    private func domains() throws(SQLiteError) -> [ReferenceData.Domain] {
        try connection.all("SELECT code, label FROM occupation_domain ORDER BY code") { row throws(SQLiteError) in
            ReferenceData.Domain(letter: try row.parsed(0, \.first), label: try row.text(1))
        }
    }

    /// The code of the appellation that stands for each occupation.
    public func principalAppellations() throws(StorageError) -> [ROMECode: String] {
        try reading { () throws(SQLiteError) in
            var codes: [ROMECode: String] = [:]
            try connection.forEach("SELECT occupation, code FROM appellation WHERE principal = 1") {
                row throws(SQLiteError) in codes[try row.parsed(0, ROMECode.init(_:))] = try row.text(1)
            }
            return codes
        }
    }

    private func appellations() throws(SQLiteError) -> [Appellation] {
        try connection.all("SELECT code, label, occupation FROM appellation ORDER BY code") { row throws(SQLiteError) in
            Appellation(
                code: try row.text(0), label: try row.text(1), occupation: try row.parsed(2, ROMECode.init(_:)))
        }
    }

    private func activities() throws(SQLiteError) -> [ReferenceData.Activity] {
        try connection.all("SELECT code, label, section, section_label FROM activity ORDER BY code") {
            row throws(SQLiteError) in
            ReferenceData.Activity(
                code: try row.parsed(0, NAFCode.init(_:)), label: try row.text(1), section: try row.parsed(2, \.first),
                sectionLabel: try row.text(3))
        }
    }

    private func synonyms() throws(SQLiteError) -> [Synonym] {
        try connection.all("SELECT term, equivalent, kind, occupation FROM synonym ORDER BY id") {
            row throws(SQLiteError) in
            Synonym(
                term: try row.text(0), equivalent: try row.text(1), kind: try row.text(2),
                occupation: try row.parsedOrNil(3, ROMECode.init(_:)))
        }
    }
}
