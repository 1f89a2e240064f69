import Recruitment
import Testing

@Suite struct OfferIDTests {
    @Test(arguments: [1, 2, 600, 100_000, 1_000_000, (1 << 30) - 1] as [Int64])
    func `a code leads back to its number`(number: Int64) throws {
        let id = try #require(OfferID(number: number))
        #expect(id.code.utf8.count == 6)
        #expect(OfferID(code: id.code) == id)
    }

    @Test func `no two of a hundred thousand offers share a code`() {
        let codes = Set((1...100_000).compactMap { OfferID(number: $0)?.code })
        #expect(codes.count == 100_000)
    }

    @Test func `a code is read as people write it`() throws {
        let id = try #require(
            (1...100_000).lazy.compactMap { OfferID(number: $0) }.first {
                $0.code.contains("0") && $0.code.contains("1")
            })
        let spoken = id.code.lowercased().replacing("0", with: "o").replacing("1", with: "l")
        #expect(OfferID(code: "\(spoken.prefix(3)) \(spoken.dropFirst(3))") == id)
        #expect(OfferID(code: "\(spoken.prefix(3))-\(spoken.dropFirst(3))") == id)
    }

    @Test(arguments: ["", "12345", "1234567", "ÉÉÉÉÉÉ", "12345U", "      "])
    func `what is no code is refused`(text: String) {
        #expect(OfferID(code: text) == nil)
    }

    @Test(arguments: [0, -1, 1 << 30] as [Int64])
    func `numbers outside the range have no code`(number: Int64) {
        #expect(OfferID(number: number) == nil)
    }
}
