import ArgumentParser
import Glibc
import HTTP1
import HTTPServer
import Logging
import Web

/// The project's HTTP server without the site: for conformance suites, fuzzers and load.
@main
struct HTTPProbe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "httpprobe",
        abstract: "Serve test pages with the project's HTTP server, without rate limit or limit per address.")

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port: UInt16 = 8080

    @Option(name: .customLong("public"), help: "Folder served under /static/.")
    var folder = "Public"

    @Option(help: "Event loops.")
    var loops: Int?

    @Option(help: "Worker threads.")
    var workers: Int?

    @Option(help: "Addresses or CIDR blocks of trusted reverse proxies.")
    var trusted: [String] = []

    func run() throws {
        let signals = try SignalWatcher()
        var settings = Configuration()
        settings.host = host
        settings.port = port
        settings.limits.connectionsPerAddress = nil
        if let loops { settings.loops = loops }
        if let workers { settings.workers = workers }
        guard let proxies = TrustedProxies(trusted) else {
            throw ValidationError("--trusted wants addresses or CIDR blocks.")
        }
        settings.proxies = proxies
        let logger = Logger(label: "httpprobe")
        let server = Server(configuration: settings, handler: ProbeHandler(files: files(logger)), logger: logger)
        try signals.start { server.shutdown() }
        try server.run { address in
            print("ready http://\(address)")
            fflush(nil)
        }
    }

    private func files(_ logger: Logger) -> StaticDirectory? {
        do throws(FileError) {
            return try StaticDirectory(folder)
        } catch {
            logger.warning("nothing is served under /static/: \(error)")
            return nil
        }
    }
}
