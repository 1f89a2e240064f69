internal import SQLite

/// How one file of Migrations/reference fills one table.
struct ReferenceTable: Sendable {
    let file: String
    /// As the file's second line names them.
    let columns: [String]
    let clear: StaticString
    /// Adds one line; it has as many fields as there are columns.
    let insert: @Sendable (borrowing Transaction, [String]) throws(SQLiteError) -> Void

    static let all = [
        ReferenceTable(
            file: "communes.tsv",
            columns: [
                "code", "name", "postcodes", "latitude", "longitude", "population", "arrondissement", "epci_siren",
                "epci_name",
            ],
            clear: "DELETE FROM commune",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    """
                    INSERT INTO commune (
                        code, name, postcodes, latitude, longitude, population, arrondissement, epci_siren, epci_name)
                    VALUES (
                        ?1, ?2, ?3, CAST(?4 AS REAL), CAST(?5 AS REAL), CAST(?6 AS INTEGER), nullif(?7, ''),
                        nullif(?8, ''), nullif(?9, ''))
                    """, line[0], line[1], line[2], line[3], line[4], line[5], line[6], line[7], line[8])
            }),
        ReferenceTable(
            file: "former_communes.tsv", columns: ["code", "name", "commune"], clear: "DELETE FROM former_commune",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    "INSERT INTO former_commune (code, name, commune) VALUES (?1, ?2, ?3)", line[0], line[1], line[2])
            }),
        ReferenceTable(
            file: "occupation_domains.tsv", columns: ["code", "label"], clear: "DELETE FROM occupation_domain",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    "INSERT INTO occupation_domain (code, label) VALUES (?1, ?2)", line[0], line[1])
            }),
        ReferenceTable(
            file: "occupations.tsv",
            columns: [
                "code", "label", "parent", "parent_label", "domain", "ecological_transition", "regulated", "executive",
            ],
            clear: "DELETE FROM occupation",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    """
                    INSERT INTO occupation (
                        code, label, parent, parent_label, domain, ecological_transition, regulated, executive)
                    VALUES (
                        ?1, ?2, ?3, ?4, ?5, nullif(?6, ''), CAST(nullif(?7, '') AS INTEGER),
                        CAST(nullif(?8, '') AS INTEGER))
                    """, line[0], line[1], line[2], line[3], line[4], line[5], line[6], line[7])
            }),
        ReferenceTable(
            file: "appellations.tsv",
            columns: ["code", "occupation", "parent", "label", "short_label", "principal", "rare"],
            clear: "DELETE FROM appellation",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    """
                    INSERT INTO appellation (code, occupation, parent, label, short_label, principal, rare)
                    VALUES (?1, ?2, ?3, ?4, nullif(?5, ''), CAST(?6 AS INTEGER), CAST(?7 AS INTEGER))
                    """, line[0], line[1], line[2], line[3], line[4], line[5], line[6])
            }),
        ReferenceTable(
            file: "activities.tsv",
            columns: ["code", "label", "division", "division_label", "section", "section_label"],
            clear: "DELETE FROM activity",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    """
                    INSERT INTO activity (code, label, division, division_label, section, section_label)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    """, line[0], line[1], line[2], line[3], line[4], line[5])
            }),
        ReferenceTable(
            file: "division_occupations.tsv", columns: ["division", "occupation"],
            clear: "DELETE FROM division_occupation",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    "INSERT INTO division_occupation (division, occupation) VALUES (?1, ?2)", line[0], line[1])
            }),
        ReferenceTable(
            file: "synonyms.tsv", columns: ["term", "equivalent", "kind", "occupation", "note"],
            clear: "DELETE FROM synonym",
            insert: { (transaction, line) throws(SQLiteError) in
                try transaction.execute(
                    """
                    INSERT INTO synonym (term, equivalent, kind, occupation, note)
                    VALUES (?1, ?2, ?3, nullif(?4, ''), nullif(?5, ''))
                    """, line[0], line[1], line[2], line[3], line[4])
            }),
    ]
}
