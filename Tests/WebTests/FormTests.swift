import Glibc
import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct FormTests {
    private func request(_ type: String?, _ body: String, inFile: Bool = false) throws -> Request {
        var fields: HTTPFields = [:]
        fields[.contentType] = type
        let octets = Array(body.utf8)
        return Request(
            method: .post, target: RequestTarget(path: "/"), fields: fields,
            body: inFile ? .file(try file(octets), length: octets.count) : octets.isEmpty ? .empty : .bytes(octets))
    }

    private func file(_ octets: [UInt8]) throws -> OpenFile {
        var template = Array("/tmp/web-form-XXXXXX".utf8CString)
        let file = OpenFile(owning: unsafe mkstemp(&template))
        unsafe unlink(template)
        try #require(unsafe write(file.descriptor, octets, octets.count) == octets.count)
        return file
    }

    private static let multipart = "multipart/form-data; boundary=x"
    private static let upload =
        "--x\r\nContent-Disposition: form-data; name=\"nom\"\r\n\r\nRené\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"vide\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"lettre.txt\"\r\n\r\nBonjour\r\n--x--\r\n"

    @Test(arguments: [
        "application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=\"utf-8\"",
    ])
    func `An urlencoded form is read from memory and from a file`(type: String) throws {
        for inFile in [false, true] {
            let form = try Form(try request(type, "nom=Ren%C3%A9+Dupont&lieu=&lieu=Vichy", inFile: inFile))
            #expect(form["nom"] == "René Dupont")
            #expect(form.values("lieu") == ["", "Vichy"])
            #expect(form.files.isEmpty)
        }
    }

    @Test func `A multipart form is read from memory and from a file, alike`() throws {
        for inFile in [false, true] {
            let form = try Form(try request(Self.multipart, Self.upload, inFile: inFile))
            #expect(form.items == ["nom": "René"])
            #expect(form.files.map(\.fileName) == ["cv.pdf", "lettre.txt"])
            #expect(form.files.map(\.declaredType) == ["application/pdf", nil])
            #expect(form.files.map(\.length) == [8, 7])
            #expect(try form.file("cv")?.bytes() == Array("%PDF-1.7".utf8))
            #expect(try form.files[1].bytes() == Array("Bonjour".utf8))
            #expect(form.file("vide") == nil)
            if case .file = form.files[0].content { #expect(inFile) } else { #expect(!inFile) }
        }
    }

    @Test func `A request without body is an empty form`() throws {
        let form = try Form(try request(nil, ""))
        #expect(form.items.isEmpty)
        #expect(form.files.isEmpty)
    }

    @Test(
        arguments: [
            (nil, "a=1", .unsupportedMediaType, 415), ("application/json", "{}", .unsupportedMediaType, 415),
            ("application/x-www-form-urlencoded; charset=iso-8859-1", "a=1", .unsupportedMediaType, 415),
            ("junk", "a=1", .unsupportedMediaType, 415), ("multipart/form-data", "--x--", .missingBoundary, 400),
            (multipart, "--x\r\n", .endsEarly, 400), (multipart, "--x\r\nA: b\r\n\r\n\r\n--x--", .malformedPart, 400),
            ("application/x-www-form-urlencoded", "a=%FF", .malformedEncoding, 400),
            (multipart, "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\0\r\n--x--", .malformedEncoding, 400),
            (
                multipart, "--x\r\nContent-Disposition: form-data; name=_charset_\r\n\r\niso-8859-1\r\n--x--",
                .unsupportedMediaType, 415
            ),
        ] as [(String?, String, FormError, Int)])
    func `What is no form of ours is refused with its status`(
        type: String?, body: String, error: FormError, status: Int
    ) throws {
        for inFile in [false, true] {
            let request = try request(type, body, inFile: inFile)
            #expect(throws: error) { try Form(request) }
        }
        #expect(error.status.code == status)
    }

    @Test func `Values, files and bodies are bounded`() throws {
        var limits = InputLimits()
        limits.value = 4
        let upload = try request(Self.multipart, Self.upload)
        #expect(throws: FormError.valueTooLong) { try Form(upload, limits: limits) }
        limits.value = 5
        limits.file = 7
        #expect(throws: FormError.fileTooLarge) { try Form(upload, limits: limits) }
        limits.file = 8
        #expect(try Form(upload, limits: limits).files.count == 2)
        limits.bodyInMemory = 3
        let urlencoded = try request("application/x-www-form-urlencoded", "a=12", inFile: true)
        #expect(throws: FormError.bodyTooLarge) { try Form(urlencoded, limits: limits) }
        #expect(FormError.bodyTooLarge.status == .contentTooLarge)
    }

    @Test func `A file shorter than the server says is refused, not read beyond its end`() throws {
        var short = try request(Self.multipart, Self.upload)
        short.body = .file(try file([1, 2, 3]), length: 100_000)
        #expect(throws: FormError.self) { try Form(short) }
    }

    @Test func `A body that can be no form is refused by its head alone`() throws {
        #expect(Form.refusal(of: try request("application/x-www-form-urlencoded", "")) == nil)
        #expect(Form.refusal(of: try request(Self.multipart, "")) == nil)
        #expect(Form.refusal(of: try request("multipart/form-data", "")) == .missingBoundary)
        #expect(Form.refusal(of: try request("text/plain", "")) == .unsupportedMediaType)
        #expect(Form.refusal(of: try request(nil, "")) == .unsupportedMediaType)
    }

    @Test func `A body under a content coding is not decoded`() throws {
        for type in ["application/x-www-form-urlencoded", Self.multipart, "application/json"] {
            var coded = try request(type, "1")
            coded.fields[.contentEncoding] = "gzip"
            #expect(throws: FormError.unsupportedMediaType) { try Form(coded) }
            #expect(throws: FormError.unsupportedMediaType) { try JSONValue(coded) }
        }
        var plain = try request("application/json", "1")
        plain.fields[.contentEncoding] = "identity"
        #expect(try JSONValue(plain) == .integer(1))
    }

    @Test func `JSON is read from a request that says it is`() throws {
        for type in ["application/json", "application/json; charset=utf-8", "application/merge-patch+json"] {
            for inFile in [false, true] {
                #expect(try JSONValue(try request(type, "{\"a\":1}", inFile: inFile))["a"] == .integer(1))
            }
        }
        for type in [nil, "text/plain", "application/json; charset=iso-8859-1", "application/jsonp"] {
            let request = try request(type, "1")
            #expect(throws: FormError.unsupportedMediaType) { try JSONValue(request) }
        }
        var limits = InputLimits()
        limits.bodyInMemory = 2
        let long = try request("application/json", "123")
        #expect(throws: FormError.bodyTooLarge) { try JSONValue(long, limits: limits) }
    }

    @Test func `Text that is not UTF-8 is refused`() throws {
        var latin = try request(Self.multipart, "")
        latin.body = .bytes(
            Array("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + [0xE9] + Array("\r\n--x--".utf8))
        #expect(throws: FormError.malformedEncoding) { try Form(latin) }
    }
}
