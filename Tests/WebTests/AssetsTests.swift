import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct AssetsTests {
    private let directory: TemporaryDirectory
    private let assets: Assets

    init() throws {
        directory = try TemporaryDirectory()
        try directory.makeDirectory("css")
        try directory.makeDirectory("img")
        try directory.write("css/site.css", String(repeating: "body { margin: 0 }\n", count: 500))
        try directory.write("img/logo.png", "not much of an image")
        try directory.write("LICENCE", "MIT")
        try directory.write("é t.txt", "accent")
        try directory.write(".secret", "hidden")
        try directory.link("link.css", to: "css/site.css")
        assets = try Assets(
            directory: directory.path, aliases: ["/favicon.ico": "img/logo.png"], requiring: ["css/site.css"])
    }

    private func response(_ path: String, _ fields: HTTPFields = [:], method: HTTPRequest.Method = .get) -> Response? {
        assets.response(to: Request(method: method, target: RequestTarget(path: path), fields: fields))
    }

    @Test func `A fingerprinted URL is kept for ever, a plain one for minutes`() throws {
        let url = assets.url("css/site.css")
        #expect(url.hasPrefix("/static/css/site."))
        #expect(url.hasSuffix(".css"))
        #expect(url.utf8.count == "/static/css/site.css".utf8.count + 13)
        #expect(response(url)?.fields[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response("/static/css/site.css")?.fields[.cacheControl] == "public, max-age=300")
        #expect(response(url)?.fields[.eTag] == response("/static/css/site.css")?.fields[.eTag])
        #expect(response(url)?.fields[.contentType] == "text/css; charset=utf-8")
    }

    @Test func `The fingerprint is of the content`() throws {
        let before = assets.url("css/site.css")
        try directory.write("css/site.css", "body {}")
        #expect(try Assets(directory: directory.path).url("css/site.css") != before)
        // What was read at start is served until the next start.
        #expect(response(before)?.status == .ok)
    }

    @Test func `A name without extension is fingerprinted at its end`() {
        #expect(assets.url("LICENCE").hasPrefix("/static/LICENCE."))
        #expect(response(assets.url("LICENCE"))?.status == .ok)
        #expect(response(assets.url("é t.txt"))?.status == .ok)
        #expect(assets.url("é t.txt").hasPrefix("/static/%C3%A9%20t."))
    }

    @Test func `Text is compressed at start, an image is not`() throws {
        let url = assets.url("css/site.css")
        #expect(response(url, [.acceptEncoding: "gzip, br"])?.fields[.contentEncoding] == "br")
        #expect(response(url, [.acceptEncoding: "gzip"])?.fields[.contentEncoding] == "gzip")
        #expect(response(url, [.acceptEncoding: "gzip"])?.fields[.vary] == "Accept-Encoding")
        #expect(response(url)?.fields[.vary] == "Accept-Encoding")
        #expect(response("/static/img/logo.png", [.acceptEncoding: "br"])?.fields[.contentEncoding] == nil)
        #expect(response("/static/img/logo.png")?.fields[.vary] == nil)
    }

    @Test func `An alias is another URL of the asset`() {
        #expect(response("/favicon.ico")?.fields[.contentType] == "image/png")
        #expect(throws: FileError.missing(name: "x")) { try Assets(directory: directory.path, aliases: ["/x": "x"]) }
    }

    @Test(arguments: [
        "/static/.secret", "/static/link.css", "/static/css", "/static/none.css", "/", "/static/css/../LICENCE",
    ])
    func `Only the files of the directory are assets`(path: String) {
        #expect(response(path) == nil)
    }

    @Test func `A required asset that is missing stops the start`() {
        #expect(throws: FileError.missing(name: "css/none.css")) {
            try Assets(directory: directory.path, requiring: ["css/none.css"])
        }
        #expect(assets.url("css/none.css") == "/static/css/none.css")
    }

    @Test func `Too many, too large, too deep is bounded`() throws {
        var limits = AssetLimits()
        limits.files = 3
        #expect(throws: FileError.tooMany) { try Assets(directory: directory.path, limits: limits) }
        limits = AssetLimits()
        limits.asset = 100
        #expect(throws: FileError.tooLarge(path: "css/site.css")) {
            try Assets(directory: directory.path, limits: limits)
        }
        limits = AssetLimits()
        limits.depth = 0
        #expect(try Assets(directory: directory.path, limits: limits).names == ["LICENCE", "é t.txt"])
    }

    @Test func `Other methods than GET and HEAD are refused`() {
        #expect(response("/static/LICENCE", method: .head)?.status == .ok)
        #expect(response("/static/LICENCE", method: .delete)?.fields[.allow] == "GET, HEAD, OPTIONS")
        #expect(response("/static/LICENCE", method: .delete)?.status == .methodNotAllowed)
    }
}
