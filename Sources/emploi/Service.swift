import HTTPServer
import Logging
import Recruitment
import Site
import Storage
import Threading
import Web

/// `emploi serve`: the database, the index, the site and the server, wired together.
struct Service {
    private let settings: ServiceSettings
    private let logger: Logger

    init(_ settings: ServiceSettings) {
        self.settings = settings
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "emploi")
        logger.logLevel = settings.logLevel
        self.logger = logger
    }

    /// Serves until SIGTERM or SIGINT.
    func run() throws {
        // Before any other thread: they inherit that the signals are blocked.
        let signals = try SignalWatcher()
        var configuration = settings.server
        let address = try Server.availableAddress(host: configuration.host, port: configuration.port)
        configuration.port = address.port
        let board = try BoardOpening(settings.database).open(workers: configuration.workers)
        let assets = try Assets(directory: settings.publicFolder, aliases: Site.aliases, requiring: Site.requiredAssets)
        let site = Site(
            board: board, settings: siteSettings(listeningOn: address), assets: assets, logger: logger,
            clock: SystemClock.now)
        let server = Server(configuration: configuration, handler: site, logger: logger)
        try signals.start { server.shutdown() }
        let follower = Follower(board, logger: logger)
        let following = try follower.start()
        defer {
            follower.stop()
            following.join()
        }
        try server.run { address in Console.out("prêt http://\(address)") }
    }

    private func siteSettings(listeningOn address: Server.Address) -> SiteSettings {
        var site = SiteSettings(
            baseURL: settings.baseURL?.description ?? "http://\(address)", publisher: settings.identity.publisher,
            publicationDirector: settings.identity.publicationDirector,
            hostingProvider: settings.identity.hostingProvider, contact: settings.identity.contact)
        site.anonymousRequestsPerMinute = settings.apiRate
        return site
    }
}
