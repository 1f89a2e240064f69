import Foundation
import Testing
import Web

@Suite struct GzipWriterTests {
    private func gunzip(_ octets: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(octets))
        try input.fileHandleForWriting.close()
        let plain = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Array(plain)
    }

    @Test(arguments: [[], [""], ["un"], ["un", "", "deux", String(repeating: "trois ", count: 5_000)]])
    func `pieces put together are one gzip member that gzip reads`(pieces: [String]) throws {
        var writer = GzipWriter()
        var octets: [UInt8] = []
        for piece in pieces {
            let part = writer.write(Array(piece.utf8))
            octets += try #require(part)
        }
        octets += writer.finish()
        #expect(try gunzip(octets) == Array(pieces.joined().utf8))
    }
}
