import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct RepresentationTests {
    private let digits = Representation(
        .bytes(Array("0123456789".utf8)), .plainText, entityTag: EntityTag("\"a\""),
        lastModified: HTTPDate("Sun, 06 Nov 1994 08:49:37 GMT"), cacheControl: .shared(seconds: 60), vary: [.accept],
        codings: .onDemand, acceptsRanges: true, fields: [.contentLanguage: "fr", .init("X-Kept")!: "1"])
    private let page = Representation(
        Array(String(repeating: "<p>Aide-soignante à Moulins</p>\n", count: 200).utf8), .html, cacheControl: .revalidate
    )

    private func get(_ fields: HTTPFields, method: HTTPRequest.Method = .get) -> Request {
        Request(method: method, target: RequestTarget(path: "/"), fields: fields)
    }

    private func content(_ response: Response) -> [UInt8]? {
        switch response.body {
        case .bytes(let bytes): bytes
        case .empty: []
        default: nil
        }
    }

    private func text(_ response: Response) -> String? {
        content(response).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `The whole is answered with its metadata`() {
        for method in [HTTPRequest.Method.get, .head] {
            let response = digits.response(to: get([:], method: method))
            #expect(response.status == .ok)
            #expect(
                response.fields == [
                    .contentLanguage: "fr", .init("X-Kept")!: "1", .cacheControl: "public, max-age=60", .eTag: "\"a\"",
                    .lastModified: "Sun, 06 Nov 1994 08:49:37 GMT", .vary: "Accept, Accept-Encoding",
                    .contentType: "text/plain; charset=utf-8", .acceptRanges: "bytes",
                ])
            #expect(text(response) == "0123456789")
        }
    }

    @Test func `A 304 keeps what the 200 says to caches and nothing of the content`() {
        let response = digits.response(to: get([.ifNoneMatch: "\"a\""]))
        #expect(response.status == .notModified)
        #expect(
            response.fields == [
                .init("X-Kept")!: "1", .cacheControl: "public, max-age=60", .eTag: "\"a\"",
                .vary: "Accept, Accept-Encoding",
            ])
        #expect(content(response) == [])
    }

    @Test func `Without a tag the 304 keeps the date`() {
        var untagged = digits
        untagged.entityTag = nil
        let response = untagged.response(to: get([.ifModifiedSince: "Sun, 06 Nov 1994 08:49:37 GMT"]))
        #expect(response.status == .notModified)
        #expect(response.fields[.lastModified] == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test func `A failed precondition is 412`() {
        let response = digits.response(to: get([.ifMatch: "\"b\"", .range: "bytes=0-1"]))
        #expect(response.status == .preconditionFailed)
        #expect(content(response) == [])
    }

    @Test func `One range is answered as such`() {
        let response = digits.response(to: get([.range: "bytes=2-4"]))
        #expect(response.status == .partialContent)
        #expect(response.fields[.contentRange] == "bytes 2-4/10")
        #expect(response.fields[.contentType] == "text/plain; charset=utf-8")
        #expect(response.fields[.eTag] == "\"a\"")
        #expect(response.fields[.cacheControl] == "public, max-age=60")
        #expect(response.fields[.vary] == "Accept, Accept-Encoding")
        #expect(text(response) == "234")
    }

    @Test func `Several ranges are answered as multipart`() throws {
        let response = digits.response(to: get([.range: "bytes=0-0,-2"]))
        #expect(response.status == .partialContent)
        #expect(response.fields[.contentRange] == nil)
        let type = try #require(response.fields[.contentType])
        let prefix = "multipart/byteranges; boundary="
        #expect(type.hasPrefix(prefix))
        let boundary = type.dropFirst(prefix.count)
        let part = "\r\n--\(boundary)\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes "
        #expect(text(response) == "\(part)0-0/10\r\n\r\n0\(part)8-9/10\r\n\r\n89\r\n--\(boundary)--\r\n")
    }

    @Test func `Several ranges beyond the memory for them are answered whole`() {
        var limits = InputLimits()
        limits.rangesInMemory = 2
        #expect(digits.response(to: get([.range: "bytes=0-0,-2"]), limits: limits).status == .ok)
        #expect(digits.response(to: get([.range: "bytes=0-0,-1"]), limits: limits).status == .partialContent)
    }

    @Test func `Only a whole answer may be given again`() {
        var reused = digits
        reused.reuse = .whileGeneration(7)
        #expect(reused.response(to: get([:])).reuse == .whileGeneration(7))
        for fields: HTTPFields in [
            [.ifNoneMatch: "\"a\""], [.ifMatch: "\"b\""], [.range: "bytes=0-1"], [.range: "bytes=0-1,3-4"],
            [.range: "bytes=20-"], [.acceptEncoding: "identity;q=0, *;q=0"],
        ] {
            #expect(reused.response(to: get(fields)).reuse == .never)
        }
    }

    @Test func `An unsatisfiable range is 416 with the length`() {
        let response = digits.response(to: get([.range: "bytes=10-"]))
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.fields[.contentRange] == "bytes */10")
        #expect(response.fields[.contentType] == nil)
    }

    @Test func `A range is ignored where it has no meaning`() {
        #expect(digits.response(to: get([.range: "bytes=0-1"], method: .head)).status == .ok)
        #expect(digits.response(to: get([.range: "bytes=1-0"])).status == .ok)
        #expect(digits.response(to: get([.range: "bytes=0-1", .ifRange: "\"b\""])).status == .ok)
        #expect(digits.response(to: get([.range: "bytes=0-1", .ifRange: "\"a\""])).status == .partialContent)
        var fixed = digits
        fixed.acceptsRanges = false
        #expect(fixed.response(to: get([.range: "bytes=0-1"])).status == .ok)
        #expect(fixed.response(to: get([:])).fields[.acceptRanges] == nil)
    }

    @Test(arguments: [("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br")])
    func `A page is compressed as the client prefers, under another tag`(field: String, coding: String) throws {
        let plain = page.response(to: get([:]))
        let coded = page.response(to: get([.acceptEncoding: field]))
        #expect(plain.fields[.contentEncoding] == nil)
        #expect(coded.fields[.contentEncoding] == coding)
        #expect(plain.fields[.vary] == "Accept-Encoding")
        #expect(coded.fields[.vary] == "Accept-Encoding")
        let tag = try #require(coded.fields[.eTag])
        #expect(tag != plain.fields[.eTag])
        #expect(try #require(content(coded)).count < #require(content(plain)).count / 4)
        #expect(page.response(to: get([.acceptEncoding: field, .ifNoneMatch: tag])).status == .notModified)
        #expect(page.response(to: get([.ifNoneMatch: tag])).status == .ok)
    }

    @Test func `A small page is sent as it is unless that is excluded`() {
        let small = Representation(Array("<p>".utf8), .html, cacheControl: .revalidate)
        #expect(small.response(to: get([.acceptEncoding: "gzip"])).fields[.contentEncoding] == nil)
        #expect(small.response(to: get([.acceptEncoding: "gzip, identity;q=0"])).fields[.contentEncoding] == "gzip")
    }

    @Test func `No acceptable coding is 406, which varies too`() {
        let response = page.response(to: get([.acceptEncoding: "identity;q=0, zstd"]))
        #expect(response.status == .notAcceptable)
        #expect(response.fields[.vary] == "Accept-Encoding")
    }

    @Test func `What is compressed already is sent under any Accept-Encoding`() {
        let image = Representation([1, 2, 3], MediaType(fileName: "a.png"), cacheControl: .revalidate)
        let response = image.response(to: get([.acceptEncoding: "gzip;q=1, identity;q=0"]))
        #expect(response.status == .ok)
        #expect(response.fields[.vary] == nil)
        #expect(response.fields[.contentEncoding] == nil)
    }
}
