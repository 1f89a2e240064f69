import Recruitment
internal import SQLite

extension Row {
    func parsed<Value>(_ column: Int, _ parse: (String) -> Value?) throws(SQLiteError) -> Value {
        guard let value = parse(try text(column)) else { throw unexpected(column) }
        return value
    }

    func parsedOrNil<Value>(_ column: Int, _ parse: (String) -> Value?) throws(SQLiteError) -> Value? {
        isNull(column) ? nil : try parsed(column, parse)
    }

    /// Codes separated by one space.
    func codes<Code: Hashable & RawRepresentable<String>>(_ column: Int) throws(SQLiteError) -> Set<Code> {
        var codes: Set<Code> = []
        let list = try text(column)
        if list.isEmpty { return codes }
        for text in list.split(separator: " ") {
            guard let code = Code(rawValue: String(text)) else { throw unexpected(column) }
            codes.insert(code)
        }
        return codes
    }

    /// Three columns from `first` on.
    func salary(from first: Int) throws(SQLiteError) -> Salary? {
        guard let minimum = try int64OrNil(first) else { return nil }
        return Salary(
            minimum: minimum, maximum: try int64OrNil(first + 1),
            period: try parsed(first + 2, PayPeriod.init(rawValue:)))
    }

    func offerID(_ column: Int) throws(SQLiteError) -> OfferID {
        guard let id = OfferID(number: try int64(column)) else { throw unexpected(column) }
        return id
    }

    func instant(_ column: Int) throws(SQLiteError) -> Instant { Instant(secondsSinceEpoch: try int64(column)) }

    func instantOrNil(_ column: Int) throws(SQLiteError) -> Instant? { isNull(column) ? nil : try instant(column) }

    func day(_ column: Int) throws(SQLiteError) -> CalendarDay {
        guard let days = Int32(exactly: try int64(column)) else { throw unexpected(column) }
        return CalendarDay(daysSinceEpoch: days)
    }

    /// What is stored is nothing this program writes: another version's, or damage.
    func unexpected(_ column: Int) -> SQLiteError {
        SQLiteError(
            code: SQLiteError.mismatch, message: "column \(column) holds a value this program does not know", sql: sql)
    }
}

extension Workplace {
    /// Seven columns from `first` on.
    init(_ row: borrowing Row, from first: Int) throws(SQLiteError) {
        let latitude = try row.doubleOrNil(first + 5)
        let longitude = try row.doubleOrNil(first + 6)
        self.init(
            precision: try row.parsed(first, Precision.init(rawValue:)), label: try row.text(first + 1),
            commune: try row.parsedOrNil(first + 2, INSEECode.init(_:)),
            postcode: try row.parsedOrNil(first + 3, Postcode.init(_:)), departement: try row.textOrNil(first + 4),
            coordinate: latitude.flatMap { latitude in
                longitude.flatMap { Coordinate(latitude: latitude, longitude: $0) }
            })
    }
}

extension OfferSummary {
    /// The columns of `OfferStore.summary`.
    init(_ row: borrowing Row) throws(SQLiteError) {
        let isCommune = try row.parsed(2, Workplace.Precision.init(rawValue:)) == .commune
        self.init(
            source: try row.parsed(0, SourceName.init(_:)), title: try row.text(1), place: try row.text(3),
            postcode: isCommune ? try row.parsedOrNil(4, Postcode.init(_:)) : nil,
            contract: try row.parsed(5, ContractType.init(rawValue:)), durationInMonths: try row.doubleOrNil(6),
            workingTime: try row.parsedOrNil(7, WorkingTime.init(rawValue:)), weeklyHours: try row.doubleOrNil(8),
            salary: try row.salary(from: 9), employer: try row.textOrNil(12),
            experience: try row.parsedOrNil(13, Experience.init(rawValue:)), licences: try row.codes(14),
            positions: try row.int(15), publishedAt: try row.instant(16), deadline: try row.day(17))
    }
}

extension PostedOffer {
    /// A row of the view posted_offer.
    init(_ row: borrowing Row) throws(SQLiteError) {
        guard
            let identity = OfferIdentity(source: try row.parsed(1, SourceName.init(_:)), sourceID: try row.text(2))
        else { throw row.unexpected(2) }
        var offer = Offer(
            identity: identity, title: try row.text(7), description: try row.text(8),
            workplace: try Workplace(row, from: 13), contract: try row.parsed(20, ContractType.init(rawValue:)),
            publishedAt: try row.instant(45), updatedAt: try row.instant(46), deadline: try row.day(47))
        offer.occupation = try row.parsedOrNil(9, ROMECode.init(_:))
        offer.parentOccupation = try row.parsedOrNil(10, ROMECode.init(_:))
        offer.appellationCode = try row.textOrNil(11)
        offer.appellation = try row.textOrNil(12)
        offer.contractNote = try row.textOrNil(21)
        offer.durationInMonths = try row.doubleOrNil(22)
        offer.workingTime = try row.parsedOrNil(23, WorkingTime.init(rawValue:))
        offer.weeklyHours = try row.doubleOrNil(24)
        offer.schedules = try row.codes(25)
        offer.salary = try row.salary(from: 26)
        offer.salaryText = try row.textOrNil(29)
        offer.employer = try row.textOrNil(30)
        offer.siret = try row.parsedOrNil(31, SIRET.init(_:))
        offer.activity = try row.parsedOrNil(32, NAFCode.init(_:))
        offer.experience = try row.parsedOrNil(33, Experience.init(rawValue:))
        offer.experienceNote = try row.textOrNil(34)
        offer.licences = try row.codes(35)
        offer.trainingLevel = try row.intOrNil(36).flatMap(TrainingLevel.init(rawValue:))
        offer.positions = try row.int(37)
        offer.telework = try row.bool(38)
        offer.accessibleToDisabledWorkers = try row.bool(39)
        offer.insertion = try row.codes(40)
        offer.application = ApplicationMeans(
            url: try row.textOrNil(41), email: try row.textOrNil(42), phone: try row.textOrNil(43),
            instructions: try row.textOrNil(44))
        offer.duplicateOf = try row.textOrNil(48)
        self.init(
            id: try row.offerID(0), offer: offer, status: try row.parsed(3, OfferStatus.init(rawValue:)),
            receivedAt: try row.instant(4), changedAt: try row.instant(5), closedAt: try row.instantOrNil(6))
    }
}
