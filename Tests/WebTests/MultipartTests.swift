import Testing
import Web

@Suite struct MultipartTests {
    /// `|` stands for CR LF, `B` for the boundary delimiter `--B`.
    private func parts(_ drawn: String, limits: InputLimits = .standard) throws(FormError) -> [MultipartPart] {
        let body = Array(octets(drawn))
        return try Multipart.parts(of: body.span, boundary: "B", limits: limits)
    }

    private func octets(_ drawn: String) -> [UInt8] {
        Array(drawn.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }

    private func described(_ drawn: String) throws(FormError) -> [String] {
        let body = octets(drawn)
        return try parts(drawn).map { part in
            let content = String(decoding: body[part.content], as: UTF8.self)
            let file = part.fileName.map { " file \($0)" } ?? ""
            return part.name + file + (part.contentType.map { " \($0)" } ?? "") + "=" + content
        }
    }

    private static let disposition = "Content-Disposition: form-data; name="

    @Test(arguments: [
        ("--B|\(disposition)\"a\"||1|--B--", ["a=1"]), ("--B|\(disposition)\"a\"||1|--B--|", ["a=1"]),
        ("--B|\(disposition)\"a\"||1|--B|\(disposition)\"a\"||2|--B--|", ["a=1", "a=2"]),
        // Preamble, epilogue, transport padding.
        ("preamble|--B|\(disposition)a||1|--B--|epilogue|--B|", ["a=1"]),
        ("|--B \t |\(disposition)a||1|--B \t|\(disposition)b||2|--B--", ["a=1", "b=2"]),
        // Contents that look like something.
        ("--B|\(disposition)a|||--B--", ["a="]), ("--B|\(disposition)a||--B--", ["a="]),
        ("--B|\(disposition)a||||--B--", ["a=\r\n"]),
        ("--B|\(disposition)a||x|--Bx|--B-|y|--B--", ["a=x\r\n--Bx\r\n--B-\r\ny"]),
        ("--B|\(disposition)a||x--B--|--B--", ["a=x--B--"]),
        ("--B|\(disposition)a||x\n--B--\n|--B--", ["a=x\n--B--\n"]), ("--B|\(disposition)a||\r\r\n--B--", ["a=\r"]),
        // Names.
        ("--B|\(disposition)\"é %22q%22 %0d%0A \\\"w\\\" %41\"||1|--B--", ["é \"q\" \r\n \"w\" %41=1"]),
        ("--B|content-disposition:FORM-DATA ; NAME=\"a;b=c\"||1|--B--", ["a;b=c=1"]),
        ("--B|\(disposition)\"\"||1|--B--", ["=1"]),
        // Files.
        (
            "--B|\(disposition)f; filename=\"cv.pdf\"|Content-Type: Application/PDF||%PDF|--B--",
            ["f file cv.pdf application/pdf=%PDF"]
        ),
        ("--B|\(disposition)f; filename=\"C:\\dir\\cv.pdf\"||1|--B--", ["f file cv.pdf=1"]),
        ("--B|\(disposition)f; filename=\"../etc/\u{301}passwd\"||1|--B--", ["f file \u{301}passwd=1"]),
        ("--B|\(disposition)f; filename=\"../../etc/passwd\"||1|--B--", ["f file passwd=1"]),
        ("--B|\(disposition)f; filename=\"\"|||--B--", ["f file ="]),
        ("--B|\(disposition)f; filename=\"a.txt\"; filename*=UTF-8''b.txt||1|--B--", ["f file a.txt=1"]),
        (
            "--B|\(disposition)f; filename=a.txt|Content-Type: text/plain; charset=iso-8859-1||1|--B--",
            ["f file a.txt text/plain=1"]
        ),
        (
            "--B|Content-Type: text/plain; charset=UTF-8|\(disposition)a|X-Other: 1|Content-Transfer-Encoding: 8bit||1|--B--",
            ["a text/plain=1"]
        ),
    ])
    func `Parts are found as RFC 7578 lays them out`(drawn: String, expected: [String]) throws {
        #expect(try described(drawn) == expected)
    }

    @Test(
        arguments: [
            ("", .endsEarly), ("--B", .endsEarly), ("--B|", .endsEarly), ("--B|\(disposition)a", .endsEarly),
            ("--B|\(disposition)a||", .endsEarly),
            ("--B|\(disposition)a||1|--B", .endsEarly), ("--B|\(disposition)a||1|--B-", .endsEarly),
            ("--B|\(disposition)a||1|--B|", .endsEarly),
            ("--B|\(disposition)a||1|", .endsEarly), ("--C|\(disposition)a||1|--C--", .endsEarly),
            ("x--B|\(disposition)a||1|x--B--", .endsEarly),
            ("--B||1|--B--", .endsEarly), ("--B|X: 1||1|--B--", .malformedPart),
            ("--B|Content-Disposition: attachment; name=a||1|--B--", .malformedPart),
            ("--B|Content-Disposition: form-data||1|--B--", .malformedPart),
            ("--B|Content-Disposition: form-data; filename=a||1|--B--", .malformedPart),
            ("--B|\(disposition)a; name=b||1|--B--", .malformedPart),
            ("--B|\(disposition)\"a||1|--B--", .malformedPart),
            ("--B|\(disposition)\"a\"b||1|--B--", .malformedPart),
            ("--B|\(disposition)a|\(disposition)b||1|--B--", .malformedPart),
            ("--B| \(disposition)a||1|--B--", .malformedPart),
            ("--B|\(disposition)a|\tfolded||1|--B--", .malformedPart),
            ("--B|Content-Disposition : form-data; name=a||1|--B--", .malformedPart),
            ("--B|\(disposition)a|junk||1|--B--", .malformedPart),
            ("--B|\(disposition)a\nX: 1||1|--B--", .malformedPart),
            ("--B|\(disposition)a|Content-Type: text||1|--B--", .malformedPart),
            ("--B||\(disposition)a||1|--B--", .malformedPart), ("--B|\(disposition)a\0||1|--B--", .malformedEncoding),
            ("--B|\(disposition)a|Content-Transfer-Encoding: base64||1|--B--", .unsupportedMediaType),
            ("--B|\(disposition)a|Content-Type: text/plain; charset=iso-8859-1||1|--B--", .unsupportedMediaType),
        ] as [(String, FormError)])
    func `A body that is none is refused`(drawn: String, error: FormError) {
        #expect(throws: error) { try parts(drawn) }
    }

    @Test func `A head that is not UTF-8 is refused`() {
        var body = octets("--B|\(Self.disposition)a||1|--B--")
        body[body.firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? 0] = 0xE9
        #expect(throws: FormError.malformedEncoding) { try Multipart.parts(of: body.span, boundary: "B") }
    }

    @Test func `Parts, heads and names are bounded`() throws {
        var limits = InputLimits()
        limits.parts = 2
        let part = "--B|\(Self.disposition)ab||1|"
        #expect(try parts(part + part + "--B--", limits: limits).count == 2)
        #expect(throws: FormError.tooManyItems) { try parts(part + part + part + "--B--", limits: limits) }
        limits.name = 2
        #expect(try parts(part + "--B--", limits: limits).count == 1)
        limits.name = 1
        #expect(throws: FormError.nameTooLong) { try parts(part + "--B--", limits: limits) }
        limits = InputLimits()
        limits.partHead = 64
        #expect(try parts(part + "--B--", limits: limits).count == 1)
        #expect(throws: FormError.malformedPart) {
            try parts("--B|\(Self.disposition)ab|X: \(String(repeating: "x", count: 64))||1|--B--", limits: limits)
        }
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data;Boundary=\"a b\"", "a b"),
            ("multipart/form-data; charset=utf-8; boundary=--x'()+_,-./:=?", nil),
            ("multipart/form-data; boundary=\"--x'()+_,-./:=?\"", "--x'()+_,-./:=?"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            ("multipart/form-data; boundary=\"\"", nil),
            ("multipart/form-data; boundary=\"a \"", nil), ("multipart/form-data; boundary=a; boundary=b", nil),
            ("multipart/form-data; boundary=a;b", nil),
            ("multipart/form-data; boundary=\"a\\\"b\"", nil), ("multipart/mixed; boundary=a", nil),
            ("multipart/form-data; boundary=é", nil),
            ("multipart/form-data; boundary=\(String(repeating: "x", count: 70))", String(repeating: "x", count: 70)),
            ("multipart/form-data; boundary=\(String(repeating: "x", count: 71))", nil),
        ] as [(String, String?)])
    func `A boundary is what RFC 2046 allows`(field: String, boundary: String?) {
        #expect(Multipart.boundary(ofContentType: field) == boundary)
    }

    @Test func `Cut at every octet a body ends early or is malformed, never more`() {
        let body = octets("--B|\(Self.disposition)a||1|--B|\(Self.disposition)f; filename=x||2|--B--")
        for end in 0..<body.count {
            let cut = Array(body[..<end])
            #expect(throws: FormError.endsEarly) { try Multipart.parts(of: cut.span, boundary: "B") }
        }
    }
}
