import Duplicates
import Recruitment
import Testing

@Suite struct DuplicateTests {
    private struct Figures {
        var rightly = 0
        var wrongly = 0
        var missed = 0
        var precision: Double { rightly + wrongly == 0 ? 1 : Double(rightly) / Double(rightly + wrongly) }
        var recall: Double { rightly + missed == 0 ? 1 : Double(rightly) / Double(rightly + missed) }

        mutating func note(found: Bool, true isTrue: Bool) {
            if found, isTrue { rightly += 1 } else if found { wrongly += 1 } else if isTrue { missed += 1 }
        }
    }

    @Test func `the demonstration offers' repetitions are found, and nothing else`() {
        var index = DuplicateIndex()
        var figures = Figures()
        var found: Set<[String]> = []
        for offer in DemoOffers.all {
            let signature = DuplicateSignature(of: offer)
            for match in index.matches(of: signature) where match.verdict.decision == .duplicate {
                found.insert([offer.identity.sourceID, match.identity.sourceID].sorted())
            }
            index.insert(signature)
        }
        // Two copies of one offer repeat each other too.
        let groups = Dictionary(grouping: DemoOffers.all) { $0.duplicateOf ?? $0.identity.sourceID }.values
        let wanted = Set(
            groups.flatMap { group in
                group.indices.flatMap { i in
                    group.indices.filter { $0 > i }.map { [group[i], group[$0]].map(\.identity.sourceID).sorted() }
                }
            })
        for pair in found.union(wanted) { figures.note(found: found.contains(pair), true: wanted.contains(pair)) }
        #expect(figures.precision >= 0.98 && figures.recall >= 0.9)
    }

    @Test func `retold offers are found, and other jobs in the same words are not`() {
        var pairs = HardPairs()
        let originals = DemoOffers.all.filter { $0.duplicateOf == nil }
        var index = DuplicateIndex()
        for offer in originals { index.insert(DuplicateSignature(of: offer)) }
        var figures = Figures()
        for (number, offer) in originals.enumerated() where number % 3 == 0 {
            let signature = DuplicateSignature(of: pairs.retold(offer, number: number))
            let matches = index.matches(of: signature)
            for match in matches where match.verdict.decision == .duplicate && match.identity != offer.identity {
                figures.wrongly += 1
            }
            let isFound = matches.contains { $0.identity == offer.identity && $0.verdict.decision == .duplicate }
            figures.note(found: isFound, true: true)
        }
        for number in 0..<200 {
            let one = originals[number % originals.count]
            let other = originals[(number * 7 + 13) % originals.count]
            guard DuplicateSignature(of: one).identity != DuplicateSignature(of: other).identity,
                one.occupation != other.occupation, one.title != other.title
            else { continue }
            for (left, right) in [
                pairs.sameAgency(one, other, number: number), pairs.sameForm(one, other, number: number),
            ] {
                let verdict = DuplicateJudge.compare(DuplicateSignature(of: left), DuplicateSignature(of: right))
                figures.note(found: verdict.decision == .duplicate, true: false)
            }
        }
        #expect(figures.precision >= 0.98 && figures.recall >= 0.9)
    }

    @Test func `jobs told in other words are found through the keys of a database, and near misses are not`() {
        var figures = Figures()
        var told: [String] = []
        func note(_ one: Offer, _ other: Offer, true isTrue: Bool, _ what: String) {
            let (left, right) = (DuplicateSignature(of: one), DuplicateSignature(of: other))
            let areCompared = left.keysOfOthers.contains { right.storedKeys.contains(where: $0.contains) }
            let verdict = DuplicateJudge.compare(left, right)
            let isFound = areCompared && verdict.decision == .duplicate
            figures.note(found: isFound, true: isTrue)
            if isFound != isTrue {
                told.append("\(what) \(one.title): \(areCompared) \(verdict.score) \(verdict.reasons.map(\.message))")
            }
        }
        for (number, job) in RetoldJobs.all.enumerated() {
            let (own, other, cut) = (
                RetoldJobs.told(job, number), RetoldJobs.retold(job, number), RetoldJobs.cut(job, number)
            )
            note(own, other, true: true, "retold")
            note(own, cut, true: true, "cut")
            for kind in RetoldJobs.NearMiss.allCases {
                for offer in [own, other, cut] {
                    note(offer, RetoldJobs.near(job, number, kind), true: false, "\(kind)")
                }
            }
        }
        #expect(figures.precision >= 0.98 && figures.recall >= 0.9, "\(figures) \(told.joined(separator: "\n"))")
    }

    private func offer(_ id: String, _ change: (inout Offer) -> Void = { _ in }) throws -> Offer {
        var offer = try #require(DemoOffers.all.first)
        offer.identity = try #require(OfferIdentity(source: offer.identity.source, sourceID: id))
        change(&offer)
        return offer
    }

    @Test func `an offer is found until it is removed, and never is its own repetition`() throws {
        var index = DuplicateIndex()
        let one = DuplicateSignature(of: try offer("1"))
        let two = DuplicateSignature(of: try offer("2"))
        index.insert(one)
        index.insert(one)
        #expect(index.count == 1 && index.matches(of: one).isEmpty)
        #expect(index.matches(of: two).map(\.identity) == [one.identity])
        index.insert(two)
        index.remove(one.identity)
        index.remove(one.identity)
        #expect(index.count == 1 && index.matches(of: two).isEmpty)
        #expect(index.matches(of: one).map(\.identity) == [two.identity])
    }

    @Test func `what speaks against is said, in French, and the same both ways`() throws {
        let one = DuplicateSignature(of: try offer("1"))
        let variants: [(DuplicateVerdict.Decision, DuplicateVerdict.Reason, (inout Offer) -> Void)] = [
            (.distinct, .otherPlace, { $0.workplace = Workplace(precision: .region, label: "Auvergne-Rhône-Alpes") }),
            (.suspected, .otherEmployer, { $0.employer = "Carrosserie Martin" }),
            (.duplicate, .employerUnknown, { $0.employer = nil }),
            (.suspected, .otherContract, { $0.contract = .fixedTerm }),
            (.suspected, .otherShift, { $0.title += " de nuit" }),
            (
                .distinct, .otherTitle,
                {
                    $0.title = "Boulanger"
                    $0.occupation = ROMECode("D1102")
                    $0.parentOccupation = ROMECode("D1102")
                    $0.description = "Pétrir, façonner et cuire le pain, servir les clients le dimanche."
                }
            ),
        ]
        for (decision, reason, change) in variants {
            let other = DuplicateSignature(of: try offer("2", change))
            let verdict = DuplicateJudge.compare(one, other)
            #expect(verdict.decision == decision && verdict.reasons.contains(reason), "\(reason) \(verdict)")
            #expect(DuplicateJudge.compare(other, one) == verdict)
            #expect(verdict.reasons.allSatisfy { !$0.message.isEmpty })
        }
    }

    @Test func `offers without words, and of a hundred thousand words, are compared`() throws {
        let empty = DuplicateSignature(of: try offer("1") { ($0.title, $0.description, $0.employer) = ("", "", nil) })
        #expect(DuplicateJudge.compare(empty, empty).decision == .distinct)
        let words = (0..<100_000).map { "mot\($0)" }.joined(separator: " ")
        let long = DuplicateSignature(of: try offer("2") { $0.description = words })
        let cut = DuplicateSignature(of: try offer("3") { $0.description = String(words.prefix(15_000)) })
        #expect(DuplicateJudge.compare(long, cut).decision == .duplicate)
        var index = DuplicateIndex()
        index.insert(empty)
        #expect(index.matches(of: long).isEmpty)
    }
}
