import Feeds
import Files
import Recruitment
import Secrets
import Site
import Storage

/// Makes the day's file for France Travail: what has changed since the last one.
///
/// The file is written under another name and brought to the disk; then one transaction notes what it tells; then it gets its name.
/// Who is killed before the transaction has done nothing, who is killed after it is finished by the next run.
struct Depositing {
    let board: Board
    let deposit: FranceTravailDeposit
    let search: DepositSearch
    /// From the root.
    let folder: String
    /// The last day whose file France Travail has; nil for all of them.
    let received: CalendarDay?

    struct Report {
        let file: FranceTravailFile
        /// It was made by an earlier run: nothing was changed.
        let isFromEarlier: Bool
        var unchanged = 0
        var refused = 0
        var leftOut: [FranceTravailDeposit.Refusal: Int] = [:]
    }

    /// Offers read at a time.
    private static let step = 500

    func run(at now: Instant) throws -> Report {
        guard let lock = try FolderLock(folder) else {
            throw CommandFailure("Un autre dépôt est en cours dans \(folder).")
        }
        return try run(holding: lock, at: now)
    }

    private func run(holding lock: borrowing FolderLock, at now: Instant) throws -> Report {
        let day = ParisTime.day(at: now)
        if let last = try read({ stores throws(StorageError) in try stores.franceTravail.lastFile() }) {
            _ = try OutputFile.rename(last.partial, to: last.path)
            if received.map({ $0 >= last.day }) ?? true {
                if last.day == day { return Report(file: last, isFromEarlier: true) }
                guard last.day < day else {
                    throw CommandFailure(
                        "Le dernier dépôt est daté du \(last.day), après aujourd’hui (\(day)) : l’horloge est-elle à l’heure ?"
                    )
                }
            }
        }
        if let received, received >= day { throw CommandFailure("--received-until : un jour passé.") }
        try removeLeftovers()
        return try make(day, at: now)
    }

    private func make(_ day: CalendarDay, at now: Instant) throws -> Report {
        let name = "\(Self.prefix)\(day).csv"
        let partial = "\(folder)/.\(name).\(ReadableCode.random(characters: 8))\(Self.partialSuffix)"
        let until = received
        let known = try read { stores throws(StorageError) in try stores.franceTravail.deposited(until: until) }
        let ids = try search.offers(of: board, today: day)
        var output = try OutputFile(partial)
        try output.write(deposit.head())
        var movements: [FranceTravailMovement] = []
        var counts: [FranceTravailDeposit.Movement: Int] = [:]
        var leftOut: [(offer: OfferID, refusal: FranceTravailDeposit.Refusal)] = []
        var told: Set<OfferID> = []
        var (unchanged, refused) = (0, 0)
        var bar = ProgressBar("Dépôt")
        defer { bar.finish() }
        for start in stride(from: 0, to: ids.count, by: Self.step) {
            let part = Array(ids[start..<min(start + Self.step, ids.count)])
            let offers = try read { stores throws(StorageError) in try stores.offers.offers(part) }
            var rows: [UInt8] = []
            for posted in offers where posted.isOpen(on: day) {
                do throws(FranceTravailDeposit.Refusal) {
                    let fingerprint = try deposit.fingerprint(posted)
                    told.insert(posted.id)
                    let before = known[posted.id] ?? DepositedOffer()
                    guard let movement = FranceTravailDeposit.movement(to: fingerprint, from: before) else {
                        if fingerprint == before.accepted { unchanged += 1 } else { refused += 1 }
                        continue
                    }
                    rows += try deposit.row(posted, movement)
                    counts[movement, default: 0] += 1
                    movements.append(.init(offer: posted.id, movement: movement, fingerprint: fingerprint))
                } catch { leftOut.append((posted.id, error)) }
            }
            try output.write(rows)
            bar.show(done: start, total: ids.count, detail: "\(start) offres")
        }
        var rows: [UInt8] = []
        for (id, before) in known.sorted(by: { $0.key < $1.key }) where !told.contains(id) {
            guard FranceTravailDeposit.movement(to: nil, from: before) == .suppression else { continue }
            rows += deposit.suppression(reference: id.code)
            counts[.suppression, default: 0] += 1
            movements.append(.init(offer: id, movement: .suppression, fingerprint: nil))
        }
        try output.write(rows)
        try output.sync()
        try write(leftOut, to: "\(folder)/\(Self.prefix)\(day).ecartees.csv")
        let file = FranceTravailFile(
            day: day, madeAt: now, path: "\(folder)/\(name)", partial: partial, created: counts[.creation] ?? 0,
            modified: counts[.modification] ?? 0, suppressed: counts[.suppression] ?? 0)
        let all = movements
        let isNew = try board.store.writing { writing throws(StorageError) in
            try writing.add(file, all, received: until)
        }
        guard isNew else {
            try OutputFile.remove(partial)
            throw CommandFailure("Un autre dépôt du même jour vient d’être fait.")
        }
        _ = try OutputFile.rename(partial, to: file.path)
        return Report(
            file: file, isFromEarlier: false, unchanged: unchanged, refused: refused,
            leftOut: Dictionary(grouping: leftOut, by: \.refusal).mapValues(\.count))
    }

    private static let prefix = "depot-france-travail-"
    private static let partialSuffix = ".partiel"

    /// The offers that cannot be deposited, with the reason; no file where there is none.
    private func write(
        _ leftOut: [(offer: OfferID, refusal: FranceTravailDeposit.Refusal)], to path: String
    ) throws(FileError) {
        guard !leftOut.isEmpty else { return try OutputFile.remove(path) }
        var text = "code,raison\r\n"
        for (offer, refusal) in leftOut { text += "\(offer.code),\(refusal.message)\r\n" }
        var output = try OutputFile(path)
        try output.write(Array(text.utf8))
    }

    /// What runs that were killed before their transaction left: nobody else writes here while the folder is locked.
    private func removeLeftovers() throws(FileError) {
        for name in try Folder.names(in: folder)
        where name.hasPrefix("." + Self.prefix) && name.hasSuffix(Self.partialSuffix) {
            try OutputFile.remove("\(folder)/\(name)")
        }
    }

    private func read<Result: Sendable>(
        _ body: @Sendable (Stores) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try board.store.read(worker: nil, limit: nil, body)
    }
}
