import Recruitment
internal import SQLite

/// Writes offers within a transaction, each change with its line in the table of changes.
enum OfferWriting {
    /// What is known of an offer without reading it whole.
    struct Known {
        let id: Int64
        let digest: Int64
        let status: OfferStatus
        let closedReason: String?
        /// nil without an analysis.
        let analysisVersion: Int64?
    }

    static func find(_ identity: OfferIdentity, _ connection: Connection) throws(SQLiteError) -> Known? {
        try connection.first(
            """
            SELECT id, digest, status, closed_reason, version
            FROM offer LEFT JOIN offer_analysis ON offer_id = id WHERE source = ?1 AND source_id = ?2
            """, identity.source.description, identity.sourceID
        ) { row throws(SQLiteError) in
            Known(
                id: try row.int64(0), digest: try row.int64(1), status: try row.parsed(2, OfferStatus.init(rawValue:)),
                closedReason: try row.textOrNil(3), analysisVersion: try row.int64OrNil(4))
        }
    }

    /// The numbers of the published offers of a source.
    static func published(by source: SourceName, _ connection: Connection) throws(SQLiteError) -> [Int64] {
        try connection.all(
            "SELECT id FROM offer WHERE source = ?1 AND status = 'published' ORDER BY id", source.description
        ) { row throws(SQLiteError) in try row.int64(0) }
    }

    /// Writes all a source says of an offer, new or known, and gives it `status`. Leaves the table of changes alone.
    /// Returns its number.
    static func put(
        _ offer: Offer, digest: Int64, status: OfferStatus, known: Known?, at now: Instant,
        _ transaction: borrowing Transaction
    ) throws(SQLiteError) -> Int64 {
        let place = offer.workplace
        var hasSameWords = false
        if let known {
            hasSameWords = try saysTheSame(offer, known.id, transaction)
            if !hasSameWords { try forgetWords(of: known.id, transaction) }
        }
        try transaction.execute(
            known == nil ? insert : update, offer.identity.source.description, offer.identity.sourceID, status.rawValue,
            now.secondsSinceEpoch,
            digest, offer.title, offer.occupation?.description, offer.parentOccupation?.description,
            offer.appellationCode, offer.appellation, place.precision.rawValue, place.label, place.commune?.description,
            place.postcode?.description, place.departement, place.coordinate?.latitude, place.coordinate?.longitude,
            offer.contract.rawValue, offer.contractNote, offer.durationInMonths, offer.workingTime?.rawValue,
            offer.weeklyHours, codeList(offer.schedules), offer.salary?.minimum, offer.salary?.maximum,
            offer.salary?.period.rawValue, offer.salaryText, offer.employer, offer.siret?.description,
            offer.activity?.description, offer.experience?.rawValue, offer.experienceNote, codeList(offer.licences),
            offer.trainingLevel?.rawValue, offer.positions, offer.telework, offer.accessibleToDisabledWorkers,
            codeList(offer.insertion), offer.application.url, offer.application.email, offer.application.phone,
            offer.application.instructions, offer.publishedAt.secondsSinceEpoch, offer.updatedAt.secondsSinceEpoch,
            Int(offer.deadline.daysSinceEpoch), offer.duplicateOf)
        let id = known?.id ?? transaction.lastInsertedRow
        try transaction.execute(
            """
            INSERT INTO offer_text (offer_id, description) VALUES (?1, ?2)
            ON CONFLICT (offer_id) DO UPDATE SET description = excluded.description
            """, id, offer.description)
        if !hasSameWords {
            try transaction.execute(
                """
                INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
                SELECT id, title, employer, place, appellation, description FROM offer_searched WHERE id = ?1
                """, id)
        }
        return id
    }

    /// Whether the words of an offer are those the full-text table knows.
    private static func saysTheSame(
        _ offer: Offer, _ id: Int64, _ transaction: borrowing Transaction
    ) throws(SQLiteError) -> Bool {
        try transaction.connection.first(
            """
            SELECT 1 FROM offer_searched
            WHERE id = ?1 AND title IS ?2 AND employer IS ?3 AND place IS ?4 AND appellation IS ?5 AND description IS ?6
            """, id, offer.title, offer.employer, offer.workplace.label, offer.appellation, offer.description
        ) { _ throws(SQLiteError) in true } ?? false
    }

    /// Takes an offer's words out of the full-text table: it must be told them as they are, so before they change.
    private static func forgetWords(of id: Int64, _ transaction: borrowing Transaction) throws(SQLiteError) {
        try transaction.execute(
            """
            INSERT INTO offer_search (offer_search, rowid, title, employer, place, appellation, description)
            SELECT 'delete', id, title, employer, place, appellation, description FROM offer_searched WHERE id = ?1
            """, id)
    }

    /// Opens again an offer that only its absence from its source had closed.
    static func reopen(_ id: Int64, at now: Instant, _ transaction: borrowing Transaction) throws(SQLiteError) {
        try transaction.execute(
            """
            UPDATE offer SET status = 'published', closed_reason = NULL, closed_at = NULL, changed_at = max(changed_at, ?2)
            WHERE id = ?1
            """, id, now.secondsSinceEpoch)
        try note(.reopened, id, reason: nil, at: now, transaction)
    }

    static func close(
        _ id: Int64, status: OfferStatus, reason: String, at now: Instant, _ transaction: borrowing Transaction
    ) throws(SQLiteError) {
        try transaction.execute(
            """
            UPDATE offer SET status = ?2, closed_reason = ?3, closed_at = ?4, changed_at = max(changed_at, ?4)
            WHERE id = ?1
            """, id, status.rawValue, reason, now.secondsSinceEpoch)
        try note(.closed, id, reason: reason, at: now, transaction)
    }

    static func note(
        _ kind: OfferChange.Kind, _ id: Int64, reason: String?, at now: Instant, _ transaction: borrowing Transaction
    ) throws(SQLiteError) {
        try transaction.execute(
            "INSERT INTO change (offer_id, kind, reason, at) VALUES (?1, ?2, ?3, ?4)", id, kind.rawValue, reason,
            now.secondsSinceEpoch)
    }

    static func putAnalysis(
        _ analysis: [UInt8], version: Int64, of id: Int64, _ transaction: borrowing Transaction
    ) throws(SQLiteError) {
        try transaction.execute(
            """
            INSERT INTO offer_analysis (offer_id, version, analysis) VALUES (?1, ?2, ?3)
            ON CONFLICT (offer_id) DO UPDATE SET version = excluded.version, analysis = excluded.analysis
            """, id, version, analysis)
    }

    static func removeAnalysis(of id: Int64, _ transaction: borrowing Transaction) throws(SQLiteError) {
        try transaction.execute("DELETE FROM offer_analysis WHERE offer_id = ?1", id)
    }

    private static let insert: StaticString = """
        INSERT INTO offer (
            source, source_id, status, received_at, changed_at, digest, title, occupation, parent_occupation,
            appellation_code, appellation, place_precision, place, commune, postcode, departement, latitude, longitude,
            contract, contract_note, duration_in_months, working_time, weekly_hours, schedules, salary_minimum,
            salary_maximum, salary_period, salary_text, employer, siret, activity, experience, experience_note,
            licences, training_level, positions, telework, accessible, insertion, application_url, application_email,
            application_phone, application_instructions, published_at, updated_at, deadline, duplicate_of)
        VALUES (
            ?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
            ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43,
            ?44, ?45, ?46)
        """

    /// The same values for an offer that is there. Not an upsert: that would use up a number for each update.
    private static let update: StaticString = """
        UPDATE offer SET
            status = ?3, changed_at = max(changed_at, ?4),
            closed_reason = CASE ?3 WHEN 'published' THEN NULL ELSE closed_reason END,
            closed_at = CASE ?3 WHEN 'published' THEN NULL ELSE closed_at END,
            (digest, title, occupation, parent_occupation, appellation_code, appellation, place_precision, place,
                commune, postcode, departement, latitude, longitude, contract, contract_note, duration_in_months,
                working_time, weekly_hours, schedules, salary_minimum, salary_maximum, salary_period, salary_text,
                employer, siret, activity, experience, experience_note, licences, training_level, positions, telework,
                accessible, insertion, application_url, application_email, application_phone, application_instructions,
                published_at, updated_at, deadline, duplicate_of)
            = (?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26,
                ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46)
        WHERE source = ?1 AND source_id = ?2
        """
}
