import HTTPTypes
import Testing
import Web

@Suite struct NegotiationTests {
    @Test(
        arguments: [
            (nil, "identity"), ("", "identity"), ("gzip", "gzip"), ("gzip, br", "br"), ("br;q=0.5, gzip", "gzip"),
            ("gzip;q=0", "identity"), ("*", "br"), ("*;q=0, gzip", "gzip"), ("gzip;q=0.5, *;q=0.1", "gzip"),
            ("x-gzip", "gzip"),
            ("GZIP", "gzip"), ("identity;q=0, gzip", "gzip"), ("identity, gzip;q=0.9", "identity"),
            ("deflate", "identity"),
            ("deflate, gzip;q=1.0, *;q=0.5", "gzip"), ("compress, gzip", "gzip"), ("gzip;q=0.001", "gzip"),
            ("gzip;q=1.001", "identity"), ("gzip;q=abc, br;q=0.2", "br"), ("gzip;q=0.1234", "identity"),
            ("gzip;Q=0", "identity"),
            ("gzip ; q=0.8 , br ; q=0.7", "gzip"), ("identity;q=0", nil), ("*;q=0", nil),
            ("identity;q=0, gzip;q=0, br;q=0", nil),
            ("*;q=0, identity;q=0.1", "identity"), ("identity;q=0.5, *;q=0", "identity"), ("br;q=0, *", "gzip"),
            (",,gzip,,", "gzip"),
        ] as [(String?, String?)])
    func `The coding with the highest weight is chosen`(field: String?, expected: String?) {
        var fields: HTTPFields = [:]
        fields[.acceptEncoding] = field
        #expect(ContentCoding.preferred(by: fields, among: ContentCoding.allCases)?.rawValue == expected)
    }

    @Test func `Only a coding there is is chosen`() {
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "br, gzip;q=0.1"], among: [.identity, .gzip]) == .gzip)
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "br, identity;q=0"], among: [.identity]) == nil)
    }

    @Test(
        arguments: [
            (nil, "text/html"), ("", "text/html"), ("*/*", "text/html"), ("application/json", "application/json"),
            ("text/*", "text/html"), ("application/*", "application/json"),
            ("text/html;q=0.5, application/json", "application/json"),
            ("text/html, application/json", "text/html"), ("application/json, text/html", "text/html"),
            ("*/*;q=0.1, application/json", "application/json"), ("text/html;q=0, */*", "application/json"),
            ("text/*;q=0.9, text/html;q=0.1, application/json;q=0.5", "application/json"), ("TEXT/HTML", "text/html"),
            ("text/html;charset=UTF-8, application/json;q=0.9", "text/html"), ("text/html;level=1", nil),
            ("text/html;level=1, application/json;q=0.1", "application/json"), ("image/png", nil), ("*/*;q=0", nil),
            ("junk", "text/html"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"),
            ("text/plain;a=\"x,application/json\"", nil),
            ("application/json;q=0.5;ext=\"a,b\", text/html;q=0.4", "application/json"),
        ] as [(String?, String?)])
    func `The form with the highest weight is chosen, the most specific range deciding`(
        field: String?, expected: String?
    ) {
        var fields: HTTPFields = [:]
        fields[.accept] = field
        #expect(AcceptedMediaTypes.preferred(by: fields, among: [.html, .json])?.essence == expected)
    }

    @Test(arguments: [
        ("site.css", "text/css; charset=utf-8"), ("a.b.JS", "text/javascript; charset=utf-8"),
        ("logo.svg", "image/svg+xml"),
        ("data.json", "application/json"), ("README", "application/octet-stream"),
        ("x.unknown", "application/octet-stream"),
        ("a.", "application/octet-stream"), ("font.woff2", "font/woff2"),
    ])
    func `A file's type follows from its extension`(name: String, type: String) {
        #expect(MediaType(fileName: name).fieldValue == type)
    }
}
