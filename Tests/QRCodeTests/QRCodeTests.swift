import QRCode
import Testing

@Suite struct QRCodeTests {
    private func drawing(_ code: QRCode) -> [String] {
        (0..<code.width).map { row in
            String((0..<code.width).map { code[row: row, column: $0] ? "#" : "." })
        }
    }

    /// Finder patterns, timing and the dark module stand in every symbol (ISO/IEC 18004, 6.3).
    @Test(arguments: QRCode.Correction.allCases)
    func `every symbol has its fixed patterns`(correction: QRCode.Correction) throws {
        let code = try QRCode("https://emploi.example/offres/7K2M4P", correction: correction)
        #expect((code.width - 17) % 4 == 0)
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        let rows = drawing(code)
        #expect(rows.prefix(7).map { String($0.prefix(7)) } == finder)
        #expect(rows.prefix(7).map { String($0.suffix(7)) } == finder)
        #expect(rows.suffix(7).map { String($0.prefix(7)) } == finder)
        for place in 8..<code.width - 8 {
            #expect(code[row: 6, column: place] == (place % 2 == 0))
            #expect(code[row: place, column: 6] == (place % 2 == 0))
        }
        #expect(code[row: code.width - 8, column: 8])
    }

    /// Both copies of the format information agree, name the level and pass its BCH check (ISO/IEC 18004, 7.9).
    @Test(arguments: zip(QRCode.Correction.allCases, [0b01, 0b00, 0b11, 0b10]))
    func `the format information names the level of correction`(correction: QRCode.Correction, level: Int) throws {
        let code = try QRCode("ALLIER", correction: correction)
        let beside = [
            (8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8), (4, 8), (3, 8), (2, 8),
            (1, 8), (0, 8),
        ]
        let apart =
            (0..<7).map { (code.width - 1 - $0, 8) } + (0..<8).map { (8, code.width - 8 + $0) }
        let copies = [beside, apart].map { places in
            places.reduce(0) { $0 << 1 | (code[row: $1.0, column: $1.1] ? 1 : 0) } ^ 0b101_0100_0001_0010
        }
        #expect(copies[0] == copies[1])
        #expect(copies[0] >> 13 == level)
        var rest = copies[0]
        for bit in stride(from: 14, through: 10, by: -1) where rest >> bit & 1 == 1 {
            rest ^= 0b101_0011_0111 << (bit - 10)
        }
        #expect(rest == 0)
    }

    @Test func `the smallest symbol is taken`() throws {
        #expect(try QRCode("a", correction: .low).width == 21)
        #expect(try QRCode(String(repeating: "a", count: 17), correction: .low).width == 21)
        #expect(try QRCode(String(repeating: "a", count: 18), correction: .low).width == 25)
        #expect(try QRCode(String(repeating: "a", count: QRCode.longest), correction: .high).width == 177)
    }

    @Test func `nothing and too much are refused`() {
        #expect(throws: QRCodeError.empty) { try QRCode("") }
        #expect(throws: QRCodeError.tooLong) { try QRCode(String(repeating: "é", count: QRCode.longest / 2 + 1)) }
    }

    @Test func `the path draws the dark modules and no other`() throws {
        let code = try QRCode("https://emploi.example/offres/7K2M4P")
        var drawn = Set<[Int]>()
        for run in code.path.split(separator: "z") {
            let numbers = run.split { !"0123456789-".contains($0) }.compactMap { Int($0) }
            try #require(numbers.count == 5 && numbers[3] == 1 && numbers[4] == -numbers[2])
            for column in numbers[0]..<numbers[0] + numbers[2] { drawn.insert([numbers[1], column]) }
        }
        for row in 0..<code.size {
            for column in 0..<code.size {
                let isDark = code[row: row - QRCode.quietZone, column: column - QRCode.quietZone]
                #expect(drawn.contains([row, column]) == isDark)
            }
        }
    }

    @Test func `the image has a name, escaped`() throws {
        let svg = try QRCode("a").svg(label: "Offre \"A\" & <b>\u{1}")
        #expect(svg.contains("aria-label=\"Offre &quot;A&quot; &amp; &lt;b&gt;\u{FFFD}\""))
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(!svg.contains("style"))
    }
}
