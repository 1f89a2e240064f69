import Recruitment

/// A number that two offers share only when their sources say the same: FNV-1a, 64 bits, over all fields in a fixed order.
/// It is stored, so it must never depend on the process (as Swift's `hashValue` does); when a field joins `Offer` it must
/// join here, and every offer then counts as updated once.
struct OfferDigest {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// As SQLite keeps it.
    var value: Int64 { Int64(bitPattern: hash) }

    init(_ offer: Offer) {
        for text in [
            offer.title, offer.description, offer.occupation?.description, offer.parentOccupation?.description,
            offer.appellationCode, offer.appellation, offer.workplace.precision.rawValue, offer.workplace.label,
            offer.workplace.commune?.description, offer.workplace.postcode?.description, offer.workplace.departement,
            offer.contract.rawValue, offer.contractNote, offer.workingTime?.rawValue, codeList(offer.schedules),
            offer.salary?.period.rawValue, offer.salaryText, offer.employer, offer.siret?.description,
            offer.activity?.description, offer.experience?.rawValue, offer.experienceNote, codeList(offer.licences),
            codeList(offer.insertion), offer.application.url, offer.application.email, offer.application.phone,
            offer.application.instructions, offer.duplicateOf,
        ] {
            add(text)
        }
        for bits in [
            offer.workplace.coordinate?.latitude.bitPattern, offer.workplace.coordinate?.longitude.bitPattern,
            offer.durationInMonths?.bitPattern, offer.weeklyHours?.bitPattern,
            offer.salary.map { UInt64(bitPattern: $0.minimum) },
            offer.salary.flatMap { $0.maximum.map { UInt64(bitPattern: $0) } },
            offer.trainingLevel.map { UInt64($0.rawValue) }, UInt64(offer.positions), offer.telework ? 1 : 0,
            offer.accessibleToDisabledWorkers ? 1 : 0, UInt64(bitPattern: offer.publishedAt.secondsSinceEpoch),
            UInt64(bitPattern: offer.updatedAt.secondsSinceEpoch),
            UInt64(UInt32(bitPattern: offer.deadline.daysSinceEpoch)),
        ] {
            add(bits)
        }
    }

    /// The same number for offers of one source that differ in nothing but identifier, dates and the address of their page.
    static func wording(of offer: Offer) -> Int64 {
        var wording = offer
        wording.publishedAt = Instant(secondsSinceEpoch: 0)
        wording.updatedAt = wording.publishedAt
        wording.deadline = CalendarDay(daysSinceEpoch: 0)
        wording.application.url = nil
        wording.duplicateOf = nil
        var digest = OfferDigest(wording)
        digest.add(offer.identity.source.description)
        return digest.value
    }

    // No text holds the octets FE and FF, so that they separate.
    private mutating func add(_ text: String?) {
        guard let text else { return add(octet: 0xFE) }
        for octet in text.utf8 { add(octet: octet) }
        add(octet: 0xFF)
    }

    private mutating func add(_ bits: UInt64?) {
        guard let bits else { return add(octet: 0) }
        add(octet: 1)
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(octet: UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    private mutating func add(octet: UInt8) {
        hash = (hash ^ UInt64(octet)) &* 0x100_0000_01b3
    }
}

/// A set of codes as the database keeps it: in the order of their declaration, separated by one space.
func codeList<Code: Hashable & CaseIterable & RawRepresentable<String>>(_ codes: Set<Code>) -> String {
    codes.isEmpty ? "" : Code.allCases.filter(codes.contains).map(\.rawValue).joined(separator: " ")
}
