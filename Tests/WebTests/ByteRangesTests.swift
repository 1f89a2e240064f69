import Testing
import Web

@Suite struct ByteRangesTests {
    // RFC 9110 §14.1.2 has the examples for 10,000 octets.
    @Test(arguments: [
        ("bytes=0-499", [0..<500]), ("bytes=500-999", [500..<1000]), ("bytes=-500", [9500..<10000]),
        ("bytes=9500-", [9500..<10000]), ("bytes=0-0,-1", [0..<1, 9999..<10000]), ("bytes= 0-0 , 5-6", [0..<1, 5..<7]),
        ("bytes=500-600,601-999", [500..<601, 601..<1000]), ("bytes=500-700,601-999", [500..<701, 601..<1000]),
        ("bytes=0-99999", [0..<10000]), ("bytes=-20000", [0..<10000]), ("BYTES=1-1", [1..<2]),
        ("bytes=,,1-1,,", [1..<2]),
        ("bytes=9999-", [9999..<10000]), ("bytes=0-99999999999999999999999999", [0..<10000]),
        ("bytes=5-6,20000-", [5..<7]), ("bytes=5-6,1-2", [5..<7, 1..<3]), ("bytes=00-01", [0..<2]),
    ])
    func `Ranges are cut to the representation`(field: String, ranges: [Range<Int>]) {
        #expect(ByteRanges(field, length: 10000) == .some(ranges))
    }

    @Test(arguments: [
        "", "bytes", "bytes=", "bytes=,", "bytes=-", "bytes=5", "bytes=a-b", "bytes=2-1", "bytes=1-2,a",
        "bytes=1-2,5-4",
        "lines=0-1", "bytes =0-1", "bytes=0x1-2", "bytes=+1-2", "bytes=1--2", "bytes=--1", "bytes=1 -2", "bytes=1- 2",
        "bytes=0-9999,0-0", "bytes=0-,0-,0-", "bytes=1-2;3-4", "bytes:0-1", "bytes=１-2",
        "bytes=0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0",
    ])
    func `An invalid or abusive field is ignored`(field: String) {
        #expect(ByteRanges(field, length: 10000) == .whole)
    }

    @Test(arguments: [
        "bytes=10000-", "bytes=10000-20000", "bytes=-0", "bytes=20000-,30000-", "bytes=99999999999999999999-",
    ])
    func `A range outside the representation is unsatisfiable`(field: String) {
        #expect(ByteRanges(field, length: 10000) == .unsatisfiable)
    }

    @Test func `An empty representation has no range, but its end is the whole`() {
        #expect(ByteRanges("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRanges("bytes=-1", length: 0) == .whole)
        #expect(ByteRanges("bytes=-0", length: 0) == .unsatisfiable)
    }
}
