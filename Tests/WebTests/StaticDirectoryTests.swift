import HTTP1
import HTTPTypes
import Testing

@testable import Web

@Suite struct StaticDirectoryTests {
    private let outside: TemporaryDirectory
    private let directory: TemporaryDirectory
    private let served: StaticDirectory

    init() throws {
        outside = try TemporaryDirectory()
        try outside.write("secret.txt", "secret")
        // Its name begins with a combining character, which no slash before it may be hidden by.
        try outside.write("\u{301}secret.txt", "secret")
        directory = try TemporaryDirectory()
        try directory.write("a.txt", "hello")
        try directory.makeDirectory("sub")
        try directory.write("sub/b.css", String(repeating: "p { color: red }\n", count: 200))
        try directory.write("large.bin", String(repeating: "0123456789abcdef", count: 20000))
        try directory.setModified("large.bin", seconds: 784_111_777)
        try directory.write(".hidden", "hidden")
        try directory.write("empty.txt", "")
        try directory.link("link.txt", to: "\(outside.path)/secret.txt")
        try directory.link("inner.txt", to: "a.txt")
        try directory.link("elsewhere", to: outside.path)
        try directory.link("up", to: "..")
        try directory.makePipe("pipe")
        served = try StaticDirectory(directory.path)
    }

    private func response(
        _ path: String, _ fields: HTTPFields = [:], method: HTTPRequest.Method = .get
    ) -> Response? {
        served.response(to: Request(method: method, target: RequestTarget(path: path), fields: fields))
    }

    private func text(_ response: Response?) -> String? {
        switch response?.body {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .file(let file, let offset, let length):
            file.read(from: offset, count: length).map { String(decoding: $0, as: UTF8.self) }
        case .empty: ""
        default: nil
        }
    }

    @Test func `A file is answered with its type, tag and date`() throws {
        let answer = try #require(response("/static/a.txt"))
        #expect(answer.status == .ok)
        #expect(answer.fields[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.fields[.cacheControl] == "public, max-age=300")
        #expect(answer.fields[.acceptRanges] == "bytes")
        let tag = try #require(answer.fields[.eTag])
        #expect(text(answer) == "hello")
        #expect(response("/static/a.txt", [.ifNoneMatch: tag])?.status == .notModified)
        #expect(text(response("/static/empty.txt")) == "")
    }

    @Test func `A large file is answered by its descriptor, in part too`() throws {
        let whole = try #require(response("/static/large.bin"))
        guard case .file(_, 0, 320_000) = whole.body else {
            Issue.record("not a file")
            return
        }
        #expect(whole.fields[.eTag]?.hasPrefix("\"") == true)
        #expect(whole.fields[.lastModified] == "Sun, 06 Nov 1994 08:49:37 GMT")
        let part = try #require(response("/static/large.bin", [.range: "bytes=16-19"]))
        #expect(part.status == .partialContent)
        #expect(text(part) == "0123")
        let parts = try #require(response("/static/large.bin", [.range: "bytes=16-19,-1"]))
        #expect(text(parts)?.contains("\r\n\r\n0123\r\n--") == true)
        #expect(text(parts)?.contains("bytes 319999-319999/320000\r\n\r\nf\r\n--") == true)
    }

    @Test func `Text is compressed where the client accepts it`() throws {
        let answer = try #require(response("/static/sub/b.css", [.acceptEncoding: "gzip"]))
        #expect(answer.fields[.contentEncoding] == "gzip")
        #expect(answer.fields[.vary] == "Accept-Encoding")
        #expect(response("/static/sub/b.css")?.fields[.contentEncoding] == nil)
    }

    @Test(arguments: [
        "/static/", "/static/none", "/static/sub", "/static/sub/", "/static/../a.txt", "/static/sub/../a.txt",
        "/static/%2e%2e/a.txt", "/static/..%2fa.txt", "/static//a.txt", "/static/./a.txt", "/static/.hidden",
        "/static/link.txt", "/static/inner.txt", "/static/elsewhere/secret.txt", "/static/elsewhere/%CC%81secret.txt",
        "/static/up/a.txt", "/static/pipe",
        "/static/a.txt%00", "/static/a.txt%00.css", "/static/sub%5Cb.css", "/static/sub\\b.css", "/static/sub%2Fb.css",
        "/static/a.txt/", "/static/a.txt/b", "/static/%", "/static/%2F%2Fetc%2Fpasswd", "/static//etc/passwd",
    ])
    func `What is no file below the directory is not found`(path: String) {
        let answer = response(path)
        #expect(answer?.status == .notFound)
        #expect(text(answer) == "")
    }

    @Test func `A path outside the prefix is not answered`() {
        #expect(response("/") == nil)
        #expect(response("/static") == nil)
        #expect(response("/statica") == nil)
        #expect(response("*", method: .options) == nil)
    }

    @Test func `Other methods than GET and HEAD are refused`() {
        #expect(response("/static/a.txt", method: .head)?.status == .ok)
        #expect(response("/static/a.txt", method: .post)?.status == .methodNotAllowed)
        #expect(response("/static/a.txt", method: .post)?.fields[.allow] == "GET, HEAD, OPTIONS")
        #expect(response("/static/a.txt", method: .options)?.status == .noContent)
    }

    @Test func `Without openat2 links are not followed either`() throws {
        let root = try ServedDirectory(directory.path)
        func opens(_ path: String) -> Bool {
            guard let path = FilePath(encoded: path), let descriptor = try? root.descriptorByWalking(path) else {
                return false
            }
            _ = OpenFile(owning: descriptor)
            return true
        }
        #expect(opens("a.txt"))
        #expect(opens("sub/b.css"))
        for path in [
            "link.txt", "inner.txt", "elsewhere/secret.txt", "elsewhere/%CC%81secret.txt", "up/a.txt", "none",
            "a.txt/b",
        ] {
            #expect(!opens(path), "\(path)")
        }
    }

    @Test func `A changed file is seen once it is looked at again`() throws {
        var limits = AssetLimits()
        limits.rememberedSeconds = 0
        let watching = try StaticDirectory(directory.path, limits: limits)
        func current() -> Response? {
            watching.response(to: Request(method: .get, target: RequestTarget(path: "/static/a.txt")))
        }
        let first = current()
        try directory.write("a.txt", "changed")
        #expect(text(current()) == "changed")
        #expect(current()?.fields[.eTag] != first?.fields[.eTag])
    }

    @Test func `No more files are remembered than the limit`() throws {
        var limits = AssetLimits()
        limits.rememberedFiles = 1
        let small = try StaticDirectory(directory.path, limits: limits)
        for path in ["/static/a.txt", "/static/sub/b.css", "/static/a.txt"] {
            #expect(small.response(to: Request(method: .get, target: RequestTarget(path: path)))?.status == .ok)
        }
    }

    @Test func `A directory that is none is refused at start`() {
        #expect(throws: FileError.self) { try StaticDirectory("/nowhere/at/all") }
        #expect(throws: FileError.self) { try StaticDirectory("\(directory.path)/a.txt") }
    }
}
