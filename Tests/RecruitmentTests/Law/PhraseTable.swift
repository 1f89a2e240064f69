import Glibc
import Recruitment
import Testing

/// The phrases of Fixtures/phrases.tsv: rule codes, field, text.
struct PhraseCase: Sendable, CustomTestStringConvertible {
    let codes: Set<String>
    let field: LintField
    let text: String

    var testDescription: String { text }

    static let all: [PhraseCase] = fixture("phrases.tsv").split(separator: "\n").compactMap { line in
        let columns = line.split(separator: "\t", maxSplits: 2).map(String.init)
        guard !line.hasPrefix("#"), columns.count == 3, let field = LintField(rawValue: columns[1]) else { return nil }
        let codes = columns[0] == "-" ? [] : Set(columns[0].split(separator: ",").map(String.init))
        return PhraseCase(codes: codes, field: field, text: columns[2])
    }
}

/// A file of Tests/RecruitmentTests/Fixtures; empty where it cannot be read.
func fixture(_ name: String, testFile: String = #filePath) -> String {
    let folder = testFile.split(separator: "/").dropLast(2).joined(separator: "/")
    guard let file = unsafe fopen("/" + folder + "/Fixtures/" + name, "r") else { return "" }
    defer { unsafe fclose(file) }
    var octets: [UInt8] = []
    while true {
        let octet = unsafe getc(file)
        if octet == EOF { return String(decoding: octets, as: UTF8.self) }
        octets.append(UInt8(truncatingIfNeeded: octet))
    }
}
