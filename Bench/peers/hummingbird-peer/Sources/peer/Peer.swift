import Foundation
import GRDB
import Hummingbird
import Logging
import Mustache

/// Serves `/offres` as a careful user of Hummingbird, GRDB and swift-mustache would: prepared statements are kept, templates are
/// parsed once, reads run beside each other in WAL mode, the log is quiet.
///
///     peer DATABASE TEMPLATES [PORT]
@main
struct Peer {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let port = Int(arguments.count > 3 ? arguments[3] : "0") else {
            fatalError("usage: peer DATABASE TEMPLATES [PORT]")
        }
        var configuration = Configuration()
        configuration.readonly = true
        // Quicker than reading it page by page.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = 1073741824") }
        let database = try DatabasePool(path: arguments[1], configuration: configuration)
        let templates = try await MustacheLibrary(directory: arguments[2])

        let router = Router()
        router.get("hello") { _, _ in "hello\n" }
        router.get("offres") { request, _ -> Response in
            let search = OfferSearch(request.uri.queryParameters)
            let results = try await database.read { try search.results(in: $0) }
            guard let html = templates.render(ResultsPage(search, results).context, withTemplate: "page") else {
                throw HTTPError(.internalServerError)
            }
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: html)))
        }

        var logger = Logger(label: "peer")
        logger.logLevel = .error
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                print("ready http://127.0.0.1:\(channel.localAddress?.port ?? port)")
                fflush(nil)
            },
            logger: logger)
        try await application.runService()
    }
}
