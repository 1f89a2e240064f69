import Testing

@testable import Interchange

struct RecordScannerTests {
    private struct Scan: Equatable {
        var records: [String] = []
        var lines: [Int] = []
        var last: String?
        var error: ScanError?
    }

    private func scan(_ format: OfferFormat, _ text: String, step: Int) -> Scan {
        var scanner = RecordScanner(format)
        var result = Scan()
        let bytes = Array(text.utf8)
        do throws(ScanError) {
            var start = 0
            while start < bytes.count {
                let end = min(start + step, bytes.count)
                try scanner.scan(bytes[start..<end]) {
                    result.records.append($0.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "trop long")
                    result.lines.append($0.line)
                }
                start = end
            }
            result.last = try scanner.finish()?.bytes.map { String(decoding: $0, as: UTF8.self) }
        } catch { result.error = error }
        return result
    }

    @Test(arguments: [1, 2, 3, 1_000])
    func `lines, wherever the pieces end`(_ step: Int) {
        let scan = scan(.jsonLines, "\u{FEFF}{\"a\":1}\r\n\n  \n{\"b\":\"é\"}\n{\"c\":", step: step)
        #expect(scan.records == ["{\"a\":1}\r", "{\"b\":\"é\"}"])
        #expect(scan.lines == [1, 4])
        #expect(scan.last == "{\"c\":")
    }

    @Test(arguments: [1, 2, 3, 1_000])
    func `elements of a list, wherever the pieces end`(_ step: Int) {
        let text = """
            {"x": {"resultats": "leurre"}, "y": ["resultats", {"z": 1}],
             "resultats": [
              {"a": "]}\\"[{", "b": [{}]},
              {"c": -1.5e3, "d": null}
             ], "filtres": [{"e": 1}]}
            """
        let scan = scan(.franceTravail, text, step: step)
        #expect(scan.records == [#"{"a": "]}\"[{", "b": [{}]}"#, #"{"c": -1.5e3, "d": null}"#])
        #expect(scan.lines == [3, 4])
        #expect(scan.error == nil)
    }

    @Test func `a list alone is as good`() {
        #expect(scan(.franceTravail, #"[{"a":1},{"b":2}]"#, step: 5).records == [#"{"a":1}"#, #"{"b":2}"#])
    }

    @Test func `every cut of a file is noticed`() {
        let text = Array(#"{"resultats":[{"a":"é"},{"b":[1]}],"f":{}}"#)
        for length in 1..<text.count {
            let error = scan(.franceTravail, String(text[..<length]), step: 7).error
            #expect(error == .cut, "\(String(text[..<length]))")
        }
        #expect(scan(.franceTravail, String(text), step: 7).error == nil)
    }

    @Test(arguments: [
        ("{}", ScanError.noRecords), ("", .noRecords), (#"{"resultats":[1]}"#, .malformed(line: 1)),
        (#"{"resultats":["a"]}"#, .malformed(line: 1)), ("{\"resultats\":[\n[]]}", .malformed(line: 2)),
        (#"{"resultats":[}"#, .malformed(line: 1)), ("<html>", .malformed(line: 1)), ("]", .malformed(line: 1)),
    ])
    func `what is no list of objects is refused`(_ text: String, _ error: ScanError) {
        #expect(scan(.franceTravail, text, step: 100).error == error)
    }

    @Test(arguments: OfferFormat.allCases)
    func `a record too long is told and the next one found`(_ format: OfferFormat) {
        let long = #"{"a":""# + String(repeating: "x", count: RecordScanner.longestRecord) + #""}"#
        let text = format == .jsonLines ? long + "\n{\"b\":1}\n" : "[" + long + ",{\"b\":1}]"
        #expect(scan(format, text, step: 65_536).records == ["trop long", "{\"b\":1}"])
    }

    @Test func `the format shows in the first bytes`() throws {
        #expect(OfferFormat.detect(try Fixture.bytes("france-travail.json")) == .franceTravail)
        #expect(OfferFormat.detect(Array(#"{"resultats":[{"id":"#.utf8)) == .franceTravail)
        #expect(OfferFormat.detect(Array("{\"id\":\"1\",\"titre\":\"resultats\"}\n{}".utf8)) == .jsonLines)
        #expect(OfferFormat.detect(Array(#"{"resultats":[1"#.utf8)) == .franceTravail)
        #expect(OfferFormat.detect([]) == .jsonLines)
    }
}
