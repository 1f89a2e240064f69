import Background
import Glibc
import HTTPServer
import Logging
import Partners
import Recruitment
import Secrets
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
        let fetcher = try settings.sources.fetcher(board.store)
        let hasSealed = try board.store.read(worker: nil) { stores throws(StorageError) in
            try !stores.accounts.sealedGenerators().isEmpty
        }
        let site = try Site(
            board: board, settings: siteSettings(listeningOn: address), assets: assets,
            keyring: try settings.keyFile.keyring(isNeeded: hasSealed), logger: logger,
            openID: settings.openID, preview: .over(fetcher), clock: SystemClock.now)
        let server = Server(configuration: configuration, handler: site, logger: logger)
        try signals.start { server.shutdown() }
        board.whenChanged { server.announceNews() }
        let follower = Follower(board, logger: logger)
        let following = try follower.start()
        defer {
            follower.stop()
            following.join()
        }
        let worker = try backgroundWorker(
            board.store, site.settings,
            clockJob: LifecycleJob(clock: LifecycleClock(board: board, settings: site.settings)))
        let working = try worker.start()
        defer {
            worker.stop()
            working.join()
        }
        // Not waited for at the end: a slow source must not hold the program, and a fetch cut anywhere is done again.
        let sources = sourceWorker(board.store, fetcher)
        _ = try sources.start()
        defer { sources.stop() }
        let caller = webhookWorker(site, store: board.store)
        let calling = try caller.start()
        defer {
            caller.stop()
            calling.join()
        }
        try server.run { address in Console.out("prêt http://\(address)") }
    }

    /// Fetches sources on a thread and under a lease of its own: mails do not wait for a slow partner.
    private func sourceWorker(_ store: Store, _ fetcher: SourceFetcher) -> BackgroundWorker {
        let puller = SourcePuller(store: store, fetcher: fetcher)
        return BackgroundWorker(
            store: store, jobs: [PullJob(store: store, puller: puller, logger: logger)],
            holder: ReadableCode.random(characters: 16), lease: "sources", logger: logger, clock: SystemClock.now)
    }

    private func backgroundWorker(
        _ store: Store, _ site: SiteSettings, clockJob: LifecycleJob
    ) throws -> BackgroundWorker {
        if case .directory(let directory) = settings.mail.delivery, unsafe mkdir(directory.path, 0o700) != 0,
            errno != EEXIST
        {
            throw CommandFailure("Le dossier \(directory.path) n’existe pas et ne peut pas être créé.")
        }
        let carrier = MailCarrier(
            store: store, delivery: settings.mail.delivery, from: settings.mail.from, logger: logger)
        var jobs: [any Job] = [carrier, clockJob, Sweeper(store: store), JobSorter(store: store)]
        if let register = settings.register {
            let closing = EstablishmentClosing(settings: site)
            jobs.append(
                RegisterCheck(store: store, register: register, logger: logger) {
                    siret, facts, writing, now throws(StorageError) in
                    try closing.follow(siret, facts, in: writing, at: now)
                })
        }
        return BackgroundWorker(
            store: store, jobs: jobs, holder: ReadableCode.random(characters: 16),
            logger: logger, clock: SystemClock.now)
    }

    private func webhookWorker(_ site: Site, store: Store) -> BackgroundWorker {
        let carrier = WebhookCarrier(
            store: store, composer: WebhookComposer(site), allowing: settings.webhookNetworks, logger: logger,
            clock: SystemClock.now)
        return BackgroundWorker(
            store: store, jobs: [carrier], holder: ReadableCode.random(characters: 16), lease: "webhooks",
            logger: logger, clock: SystemClock.now)
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
