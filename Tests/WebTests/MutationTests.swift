import HTTPTypes
import Testing
import Web

/// Inputs bent from valid ones by a fixed generator: whatever comes, the answer keeps its promises. Longer runs belong to the fuzzer.
@Suite struct MutationTests {
    private struct Mutator {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33) % bound
        }

        mutating func bend(_ seeds: [[UInt8]]) -> [UInt8] {
            var octets = seeds[next(seeds.count)]
            for _ in 0..<next(4) {
                if octets.isEmpty { return octets }
                let place = next(octets.count)
                switch next(6) {
                case 0: octets[place] = UInt8(next(256))
                case 1: octets.remove(at: place)
                case 2: octets.insert(octets[next(octets.count)], at: place)
                case 3: octets.removeSubrange(place..<min(octets.count, place + next(20)))
                case 4:
                    octets.insert(
                        contentsOf: octets[place..<min(octets.count, place + next(40))], at: next(octets.count))
                default:
                    let other = seeds[next(seeds.count)]
                    let from = next(other.count + 1)
                    octets.insert(contentsOf: other[from..<min(other.count, from + next(30))], at: place)
                }
            }
            return octets
        }
    }

    private func each(_ seeds: [String], _ check: ([UInt8]) -> Bool) {
        var mutator = Mutator(state: 88_172_645_463_325_252)
        let seeds = seeds.map { Array($0.utf8) }
        for _ in 0..<2_000 {
            let octets = mutator.bend(seeds)
            if !check(octets) {
                Issue.record("\(String(decoding: octets, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    @Test func `The parts of any body lie inside it, one after the other`() {
        let head = "--B\r\nContent-Disposition: form-data; name=\"a\""
        each([
            "\(head)\r\n\r\n1\r\n--B\r\nContent-Disposition: form-data; name=f; filename=\"é %22.txt\"\r\nContent-Type: text/plain\r\n\r\n2\r\n--B--\r\n",
            "x\r\n\(head)\r\n\r\n\r\n--B--", "\(head)\r\n\r\n--B \r\n\(head)\r\n\r\n\r\n\r\n--B--x",
        ]) { octets in
            guard let parts = try? Multipart.parts(of: octets.span, boundary: "B") else { return true }
            var position = 0
            for part in parts {
                if part.content.lowerBound < position || part.content.upperBound > octets.count { return false }
                position = part.content.upperBound
                // No content holds the delimiter that would have ended it.
                if String(decoding: octets[part.content], as: UTF8.self).contains("\r\n--B\r\n") { return false }
            }
            return true
        }
    }

    @Test func `JSON that is read is written and read again as the same`() {
        each([
            "{\"a\":[1,2.5e-3,-0,true,null,\"\\u00e9\\ud83e\\udd50\\n</script>\u{2028}\"],\"b\":{\"c\":[[],{}]}}",
            "[9223372036854775807,1e308,\"\\\\\\\"\"]", " \"é\" ",
        ]) { octets in
            guard let value = try? JSONValue(octets) else { return true }
            var written: [UInt8] = []
            value.appendJSON(to: &written)
            return !written.contains { $0 < 0x20 || $0 == UInt8(ascii: "<") } && (try? JSONValue(written)) == value
        }
    }

    @Test func `Ranges lie inside the representation and are no longer than it together`() {
        each(["bytes=0-1,5-,-3", "bytes=9-99999999999999999999", "bytes= 1-1 ,, 2-2"]) { octets in
            for length in [0, 1, 10] {
                guard case .some(let ranges) = ByteRanges(String(decoding: octets, as: UTF8.self), length: length)
                else {
                    continue
                }
                if ranges.isEmpty || ranges.reduce(0, { $0 + $1.count }) > length { return false }
                if ranges.contains(where: { $0.isEmpty || $0.lowerBound < 0 || $0.upperBound > length }) {
                    return false
                }
            }
            return true
        }
    }

    @Test func `Text that is decoded is encoded and decoded again as the same`() {
        each(["a%20b+c%C3%A9%2F", "100%", "q=a&b=%F0%9F%A5%90&&=", "%FF%00%zz"]) { octets in
            if let text = PercentEncoding.decodeSegment(octets) {
                if PercentEncoding.decodeSegment(PercentEncoding.encodeSegment(text).utf8) != text { return false }
            }
            let text = String(decoding: octets, as: UTF8.self)
            let component = PercentEncoding.decodeQueryComponent(octets)
            if component.utf8.contains(0) { return false }
            if PercentEncoding.decodeQueryComponent(PercentEncoding.encodeFormComponent(component).utf8) != component {
                return false
            }
            guard let items = try? QueryItems(query: text) else { return false }
            return (try? QueryItems(query: items.encoded)) == items
        }
    }

    @Test func `A cookie that is believed has no octet of a cookie's surroundings`() {
        each(["a=1; session=abc; b=\"2\"", "session=x; session=x", "__Host-session=1;a"]) { octets in
            let value = Cookies(String(decoding: octets, as: UTF8.self))["session"] ?? ""
            return value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\";,\\".utf8.contains($0) }
        }
    }

    @Test func `A file path that is read never leads up or elsewhere`() {
        each(["css/site.css", "a/../b", "%2e%2e/x", "..%2fa", "a%5cb", ".git", "a//b", "%00"]) { octets in
            guard let path = FilePath(encoded: String(decoding: octets, as: UTF8.self)) else { return true }
            let names = path.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            return names.allSatisfy { $0.first != UInt8(ascii: ".") && !$0.isEmpty }
                && !path.text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
        }
    }

    @Test func `A date, a tag or a weight that is read is printed and read again as the same`() {
        each([
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "W/\"a-gzip\"", "\"b\"",
        ]) { octets in
            let text = String(decoding: octets, as: UTF8.self)
            if let date = HTTPDate(text), HTTPDate(date.description) != date { return false }
            if let tag = EntityTag(text), EntityTag(tag.description) != tag { return false }
            return true
        }
        each(["gzip;q=0.5, br;q=1.000, *;q=0", "identity;q=0, gzip", "text/html;level=\"1,2\";q=0.3, */*"]) { octets in
            let text = String(decoding: octets, as: UTF8.self)
            _ = ContentCoding.preferred(by: [.acceptEncoding: text], among: ContentCoding.allCases)
            _ = AcceptedMediaTypes.preferred(by: [.accept: text], among: [.html, .json])
            _ = Multipart.boundary(ofContentType: text)
            return true
        }
    }
}
