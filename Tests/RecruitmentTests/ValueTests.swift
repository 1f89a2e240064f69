import Recruitment
import Testing

@Suite struct ValueTests {
    @Test(arguments: ["73282932000074", "732 829 320 00074", "35600000000048", "35600000049837"])
    func `valid SIRETs are accepted`(text: String) {
        #expect(SIRET(text) != nil)
    }

    @Test(arguments: ["73282932000075", "7328293200007", "732829320000741", "abcdefghijklmn", "35600000049838", ""])
    func `SIRETs with a wrong key are refused`(text: String) {
        #expect(SIRET(text) == nil)
    }

    @Test func `swapped coordinates are put right`() throws {
        let moulins = try #require(Coordinate.untangled(latitude: 3.32548, longitude: 46.55913))
        #expect(moulins.latitude == 46.55913)
        #expect(Coordinate.untangled(latitude: 46.55913, longitude: 3.32548) == moulins)
        #expect(Coordinate.untangled(latitude: .nan, longitude: 3) == nil)
        #expect(Coordinate.untangled(latitude: 91, longitude: 3) == nil)
    }

    @Test func `Moulins lies 49 km from Vichy`() throws {
        let moulins = try #require(Coordinate(latitude: 46.559, longitude: 3.325))
        let vichy = try #require(Coordinate(latitude: 46.13183, longitude: 3.42546))
        #expect((47.5...49).contains(moulins.kilometres(to: vichy)))
    }

    @Test func `a spreadsheet's four-digit postcode gets its zero back`() {
        #expect(Postcode("3410")?.description == "03410")
        #expect(Postcode("034100") == nil)
        #expect(Postcode("0341O") == nil)
    }

    @Test func `codes keep their official shape`() {
        #expect(NAFCode("8411Z")?.description == "84.11Z")
        #expect(NAFCode("84.11Z")?.description == "84.11Z")
        #expect(NAFCode("84.1Z") == nil)
        #expect(ROMECode("K2303")?.domain == "K")
        #expect(ROMECode("Z2303") == nil)
        #expect(INSEECode("2A004")?.departement == "2A")
        #expect(INSEECode("03310")?.departement == "03")
        #expect(INSEECode("0331") == nil)
        #expect(SourceName("france-travail") != nil)
        #expect(SourceName("France Travail") == nil)
        #expect(SourceName("-a") == nil)
    }

    @Test func `pay compares by the month`() {
        #expect(Salary(minimum: 1_202, maximum: nil, period: .hour)?.monthlyMinimum == 182_307)
        #expect(Salary(minimum: 2_400_000, maximum: nil, period: .year)?.monthlyMinimum == 200_000)
        #expect(Salary(minimum: 2_000, maximum: 1_900, period: .hour) == nil)
        #expect(Salary(minimum: 0, maximum: nil, period: .hour) == nil)
        #expect(Salary(minimum: 2_000, maximum: 2_000, period: .hour)?.maximum == nil)
    }
}
