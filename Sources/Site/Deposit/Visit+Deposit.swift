import Duplicates
import HTTP1
import HTTPTypes
import Interchange
import Recruitment
import Storage
import Web

extension Visit {
    // MARK: One offer

    func readDeposit(_ source: SourceName, _ id: SourceOfferID) throws -> Response {
        let identity = try identity(source, id)
        let deposit = try read { stores throws(StorageError) in try stores.offers.deposit(identity) }
        guard let deposit else { throw PageError.notFound }
        return depositAnswer(identity, deposit, result: nil)
    }

    /// Takes in one offer: 201 for a new one, else 200.
    func deposit(_ source: SourceName, _ id: SourceOfferID, repetition: Deposit.Repetition) throws -> Response {
        let identity = try identity(source, id)
        try require(.json)
        let offer: Offer
        do throws(Rejection) {
            let octets: [UInt8]
            do throws(FormError) { octets = try request.body.octets(from: 0, atMost: DepositLimits.offer) } catch {
                throw Rejection(field: "", reason: "contenu illisible")
            }
            offer = try OfferParser(.jsonLines, source: source, gazetteer: board.reference.gazetteer)
                .offer(octets, sourceID: identity.sourceID)
        } catch { return Self.rejected(error) }
        let known = try read { stores throws(StorageError) in try stores.offers.deposit(identity)?.version }
        if let rejection = site.lawful.rejection(of: offer, known: known, on: today) { return Self.rejected(rejection) }
        let (now, conditions) = (now, Preconditions(.put, request.fields))
        let result = try write { writing throws(StorageError) in
            try writing.deposit(offer, DuplicateSignature(of: offer), repetition: repetition, at: now) {
                conditions.hold(for: $0)
            }
        }
        switch result {
        case .taken(let outcome, let deposit):
            return depositAnswer(
                identity, deposit, result: outcome.rawValue, status: outcome == .added ? .created : .ok,
                advice: site.lawful.advice(on: offer, on: today))
        case .otherVersion(let current): return Self.otherState(current)
        case .closedByPeople(let current):
            return Problem(
                .conflict, title: "Offre fermée par le site",
                detail: "Cette offre a été fermée ici par une personne : sa source ne peut pas la rouvrir.",
                members: [
                    .init(name: "code", value: .string(current.id.code)),
                    .init(name: "statut", value: .string(current.version.status.code)),
                ]
            ).response()
        case .repeats(let copy):
            return Problem(
                .conflict, title: "Offre déjà publiée", detail: JobCopy.reason,
                members: [
                    .init(name: "code", value: .string(copy.id.code)),
                    .init(name: "url", value: .string(copy.url(baseURL: site.settings.baseURL))),
                    .init(name: "source_doublon", value: .string(copy.source.description)),
                ]
            ).response()
        }
    }

    /// Closes one offer. The same again changes nothing.
    func closeDeposit(_ source: SourceName, _ id: SourceOfferID, isFilled: Bool) throws -> Response {
        let identity = try identity(source, id)
        let (now, conditions) = (now, Preconditions(.delete, request.fields))
        let closing = try write { writing throws(StorageError) in
            try writing.closeDeposit(identity, isFilled: isFilled, at: now) { conditions.hold(for: $0) }
        }
        switch closing {
        case .closed(let deposit): return depositAnswer(identity, deposit, result: "fermee")
        case .unchanged(let deposit): return depositAnswer(identity, deposit, result: "inchangee")
        case .unknown: throw PageError.notFound
        case .otherVersion(let current): return Self.otherState(current)
        }
    }

    // MARK: Many

    func depositMany(_ source: SourceName, repetition: Deposit.Repetition) throws -> Response {
        try requireKey(for: source)
        try require(.ndjson)
        guard try BulkDeposit.lines(in: request.body) <= DepositLimits.lines else {
            return Problem(
                .contentTooLarge, title: "Trop de lignes",
                detail: "\(DepositLimits.lines) lignes au plus. Rien n’a été écrit : envoyez plusieurs fichiers."
            ).response()
        }
        let items = try BulkDeposit(visit: self, source: source, repetition: repetition).run()
        let json = JSONText.object(capacity: 100 * items.count + 500) { object in
            object.member("source", source.description)
            object.member("lignes", items.count)
            object.object("totaux") { totals in
                let counts = Dictionary(grouping: items, by: \.code).mapValues(\.count)
                for code in DepositItem.codes { totals.member(code, counts[code] ?? 0) }
            }
            object.array("resultats") { results in
                for item in items { results.object { item.write(to: &$0, baseURL: site.settings.baseURL) } }
            }
        }
        return privateAnswer(json)
    }

    // MARK: Parts

    private func requireKey(for source: SourceName) throws {
        guard partner?.opens(source) ?? false else { throw PageError.otherSource(source) }
    }

    private func identity(_ source: SourceName, _ id: SourceOfferID) throws -> OfferIdentity {
        try requireKey(for: source)
        guard let identity = OfferIdentity(source: source, sourceID: id.description) else { throw PageError.notFound }
        return identity
    }

    private func require(_ type: MediaType) throws {
        guard try request.contentType() == type.essence else { throw FormError.unsupportedMediaType }
    }

    private func depositAnswer(
        _ identity: OfferIdentity, _ deposit: Deposit, result: String?, status: HTTPResponse.Status = .ok,
        advice: [Rejection] = []
    ) -> Response {
        let json = JSONText.object { object in
            object.member("source", identity.source.description)
            object.member("id", identity.sourceID)
            object.member("resultat", result)
            object.member("code", deposit.id.code)
            object.member("statut", deposit.version.status.code)
            object.member("url", site.settings.baseURL + Paths.offer.link(OfferCode(deposit.id)))
            object.array("conseils") { list in
                for rejection in advice { list.object { rejection.write(to: &$0) } }
            }
        }
        return privateAnswer(json, status: status, fields: [.eTag: deposit.version.entityTag.description])
    }

    private func privateAnswer(
        _ json: JSONText, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:]
    ) -> Response {
        var fields = fields
        fields[.contentType] = MediaType.json.fieldValue
        fields[.cacheControl] = CacheControl.noStore.fieldValue
        return Response(status: status, fields: fields, body: .bytes(json.bytes))
    }

    private static func rejected(_ rejection: Rejection) -> Response {
        Problem(
            .unprocessableContent, title: "Offre refusée", detail: rejection.reason,
            members: [
                .init(name: "champ", value: .string(rejection.field)),
                .init(name: "valeur", value: .string(rejection.value)),
                .init(name: "raison", value: .string(rejection.reason)),
            ]
        ).response()
    }

    private static func otherState(_ current: Deposit?) -> Response {
        Problem(
            .preconditionFailed, title: "L’offre n’est pas dans l’état attendu",
            detail: "If-Match ou If-None-Match ne correspond pas : relisez l’offre et recommencez."
        ).response(fields: current.map { [.eTag: $0.version.entityTag.description] } ?? [:])
    }
}

extension Deposit.Version {
    var entityTag: EntityTag {
        EntityTag(Int(truncatingIfNeeded: digest), OfferStatus.allCases.firstIndex(of: status) ?? 0)
    }
}

extension Preconditions {
    fileprivate func hold(for version: Deposit.Version?) -> Bool {
        outcome(entityTag: version?.entityTag, lastModified: nil, exists: version != nil) != .failed
    }
}
