import Curl
import Foundation
import LocalServer
import Synchronization
import Testing

@Suite struct SMTPClientTests {
    private final class Mailbox: Sendable {
        let mails = Mutex<[ReceivedMail]>([])
    }

    private static let message = Array("Subject: essai\r\n\r\n.point\r\n..\r\n.\r\nFin\r\n".utf8)

    private func send(to port: UInt16, total: Int = 10_000) throws(MailError) {
        let client = try SMTPClient(
            MailServer(host: "127.0.0.1", port: port, security: .none), limits: TransferLimits(total: total))
        try client.send(Self.message, from: "emploi@allier.example", to: "a@b.example")
    }

    @Test func `a message arrives whole, its leading dots included`() throws {
        let mailbox = Mailbox()
        let server = LocalServer { connection in
            connection.receiveMail({ _ in nil }) { mail in mailbox.mails.withLock { $0.append(mail) } }
        }
        try send(to: server.port)
        try send(to: server.port)
        let mails = mailbox.mails.withLock { $0 }
        let mail = try #require(mails.first)
        #expect(mail.sender.hasPrefix("MAIL FROM:<emploi@allier.example>"))
        #expect(mail.recipients == ["RCPT TO:<a@b.example>"])
        #expect(mail.lines == ["Subject: essai", "", ".point", "..", ".", "Fin"])
    }

    @Test(arguments: ["MAIL", "RCPT", "DATA", "."])
    func `a refusal for good is permanent, whatever the command`(refused: String) throws {
        let server = LocalServer { connection in
            connection.receiveMail { $0.hasPrefix(refused) ? "550 5.1.1 boite inconnue" : nil }
        }
        #expect(throws: MailError.permanent(code: 550, text: "550 5.1.1 boite inconnue")) { try send(to: server.port) }
    }

    @Test(arguments: ["EHLO", "MAIL", "RCPT", "DATA", "."])
    func `a refusal for now is temporary`(refused: String) throws {
        let server = LocalServer { connection in
            connection.receiveMail { $0.hasPrefix(refused) || $0.hasPrefix("HELO") ? "451 plus tard" : nil }
        }
        let error = #expect(throws: MailError.self) { try send(to: server.port) }
        guard case .temporary(code: 451, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["EHLO", "MAIL", "RCPT", "DATA", "."])
    func `a broken connection is temporary`(command: String) throws {
        let server = LocalServer { connection in connection.receiveMail { $0.hasPrefix(command) ? "" : nil } }
        let error = #expect(throws: MailError.self) { try send(to: server.port) }
        guard case .temporary = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a server that never answers meets the deadline`() throws {
        let server = LocalServer { connection in connection.waitForClose() }
        let error = #expect(throws: MailError.self) { try send(to: server.port, total: 200) }
        guard case .temporary(code: nil, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `without STARTTLS nothing is sent`() throws {
        let server = LocalServer { connection in
            connection.receiveMail { command in
                if command.hasPrefix("MAIL") || command.hasPrefix("AUTH") { Issue.record("sent in clear") }
                return nil
            }
        }
        let client = try SMTPClient(
            MailServer(
                host: "127.0.0.1", port: server.port, security: .startTLS,
                credentials: MailServer.Credentials(user: "u", password: "p")))
        let error = #expect(throws: MailError.self) { try client.send(Self.message, from: "a@b.c", to: "d@e.f") }
        guard case .insecure = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "", "a", "a@b\r\nDATA", "a@b>", "<a@b>", "a b@c", "é@b.c", String(repeating: "a", count: 255) + "@b",
    ])
    func `an address that could break a command is refused`(address: String) throws {
        let client = try SMTPClient(MailServer(host: "127.0.0.1", port: 1, security: .none))
        #expect(throws: MailError.invalidAddress(address)) { try client.send(Self.message, from: "a@b.c", to: address) }
        #expect(throws: MailError.invalidAddress(address)) { try client.send(Self.message, from: address, to: "a@b.c") }
    }

    enum Trial: CaseIterable {
        case right, wrongPassword, unknownCertificate
    }

    @Test(arguments: Trial.allCases)
    func `STARTTLS and the password are used, and the certificate is checked`(trial: Trial) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "smtp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try #require(Bundle.module.path(forResource: "Fixtures/smtp_starttls", ofType: "py"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script, folder.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { process.waitUntilExit() }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(UInt16(line.filter(\.isNumber)))
        let client = try SMTPClient(
            MailServer(
                host: "127.0.0.1", port: port, security: .startTLS,
                credentials: .init(user: "emploi", password: trial == .wrongPassword ? "faux" : "secret"),
                trustedCertificates: trial == .unknownCertificate ? nil : folder.appending(path: "certificate.pem").path
            ))
        let result = Result { () throws(MailError) in try client.send(Self.message, from: "a@b.c", to: "d@e.f") }
        switch (trial, result) {
        case (.right, .success):
            let received = try Data(contentsOf: folder.appending(path: "message.eml"))
            #expect(Array(received) == Self.message)
        case (.wrongPassword, .failure(.refusedCredentials)), (.unknownCertificate, .failure(.insecure)): break
        default: Issue.record("\(trial): \(result)")
        }
    }
}
