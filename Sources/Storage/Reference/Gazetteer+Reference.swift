public import Interchange
import Recruitment
internal import SQLite

extension Gazetteer {
    init(_ communes: [Commune], _ formerCommunes: [ReferenceData.FormerCommune]) {
        self.init(
            communes: communes,
            formerCommunes: formerCommunes.map { FormerCommune(code: $0.code, name: $0.name, commune: $0.commune) })
    }
}

extension ReferenceData {
    /// The communes as records of offers name them.
    public var gazetteer: Gazetteer { Gazetteer(communes, formerCommunes) }
}

extension ReferenceStore {
    /// The communes alone, where the other tables are not needed.
    func gazetteer() throws(SQLiteError) -> Gazetteer { Gazetteer(try communes(), try formerCommunes()) }
}
