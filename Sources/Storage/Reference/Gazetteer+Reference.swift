import Interchange
import Recruitment
internal import SQLite

extension Gazetteer {
    init(_ communes: [Commune], _ formerCommunes: [ReferenceData.FormerCommune]) {
        self.init(
            communes: communes,
            formerCommunes: formerCommunes.map { FormerCommune(code: $0.code, name: $0.name, commune: $0.commune) })
    }
}

extension ReferenceStore {
    /// The communes alone, where the other tables are not needed.
    func gazetteer() throws(SQLiteError) -> Gazetteer { Gazetteer(try communes(), try formerCommunes()) }
}
