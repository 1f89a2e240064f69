import Curl
import Feeds
import Foundation
import Interchange
import LocalServer
import Partners
import Recruitment
import Storage
import Synchronization

@testable import Background

/// A board, and a partner's server whose answers a test decides.
final class PullSite: Sendable {
    struct Answer: Sendable {
        var status = 200
        var fields: [String: String] = [:]
        var body: [UInt8] = []
        /// Octets after which the connection is cut.
        var cut: Int?
    }

    final class Said: Sendable {
        let answers = Mutex<[String: Answer]>([:])
        let requests = Mutex<[ReceivedRequest]>([])
    }

    let outbox: Outbox
    let server: LocalServer
    let said = Said()
    private let allowsLoopback: Bool

    init(allowsLoopback: Bool = true) throws {
        outbox = try Outbox()
        self.allowsLoopback = allowsLoopback
        server = LocalServer { [said] connection in
            guard let request = connection.readRequest() else { return }
            said.requests.withLock { $0.append(request) }
            let answer = said.answers.withLock { $0[request.path] } ?? Answer(status: 404)
            var head = "HTTP/1.1 \(answer.status) Any\r\nContent-Length: \(answer.body.count)\r\nConnection: close\r\n"
            for (name, value) in answer.fields { head += "\(name): \(value)\r\n" }
            connection.write(head + "\r\n")
            connection.write(Array(answer.body.prefix(answer.cut ?? .max)))
        }
    }

    var store: Store { outbox.store }

    func say(_ path: String, _ body: String, _ fields: [String: String] = [:], status: Int = 200) {
        say(path, Answer(status: status, fields: fields, body: Array(body.utf8)))
    }

    func say(_ path: String, _ answer: Answer) { said.answers.withLock { $0[path] = answer } }

    func url(_ path: String) -> String { "http://127.0.0.1:\(server.port)\(path)" }

    func puller(franceTravail: FranceTravailSettings? = nil) throws -> SourcePuller {
        let data = try store.read(worker: nil) { stores throws(StorageError) in try stores.reference.all() }
        return SourcePuller(
            store: store,
            fetcher: SourceFetcher(
                gazetteer: data.gazetteer,
                places: FeedPlaces(
                    communes: data.communes, formerNames: data.formerCommunes.map { ($0.name, $0.commune) }),
                policy: allowsLoopback ? AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!]) : .publicOnly,
                franceTravail: franceTravail))
    }

    func add(
        _ name: String, _ kind: SourceKind, _ path: String, _ change: (inout FeedSource.Settings) -> Void = { _ in }
    )
        throws
    {
        var settings = FeedSource.Settings(kind: kind, label: name, url: url(path))
        change(&settings)
        let (source, given, now) = (SourceName(name)!, settings, outbox.now)
        _ = try store.writing { writing throws(StorageError) in
            try writing.addSource(source, given, nextAt: now, by: .command, at: now)
        }
    }

    @discardableResult
    func pull(_ name: String, franceTravail: FranceTravailSettings? = nil, mayGoOn: () -> Bool = { true }) throws
        -> Pull?
    {
        let source = try source(name)
        return try puller(franceTravail: franceTravail).run(source, at: outbox.now, mayGoOn: mayGoOn)
    }

    func source(_ name: String) throws -> FeedSource {
        try store.read(worker: nil) { stores throws(StorageError) in try stores.sources.source(SourceName(name)!) }!
    }

    func open(_ name: String) throws -> Int {
        let today = ParisTime.day(at: outbox.now)
        return try store.read(worker: nil) { stores throws(StorageError) in
            try stores.sources.openCount(of: SourceName(name)!, on: today).open
        }
    }

    func rejects(_ name: String) throws -> [SourceReject] {
        try store.read(worker: nil) { stores throws(StorageError) in
            try stores.sources.rejects(of: SourceName(name)!)
        }
    }

    /// Lines of our own format.
    static func lines(_ ids: Range<Int>, title: String = "Soudeur / Soudeuse") -> String {
        ids.map { id in
            """
            {"id":"\(id)","titre":"\(title)","description":"Vous soudez des cuves, lot \(id).","contrat":"CDI",\
            "commune_insee":"03185","employeur":"Chaudronnerie","date_publication":"2026-11-20T08:00:00Z"}

            """
        }.joined()
    }

    /// A sample that FeedsTests has too.
    static func sample(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "FeedsTests/Fixtures/\(name)")))
    }
}
