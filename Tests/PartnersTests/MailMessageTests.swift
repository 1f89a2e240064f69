import Curl
import Foundation
import LocalServer
import Partners
import Recruitment
import Synchronization
import Testing

@Suite struct MailMessageTests {
    private static func message(
        subject: String = "Votre offre", name: String? = "Emploi Allier", text: String = "Bonjour", html: String? = nil
    ) throws -> MailMessage {
        MailMessage(
            from: Mailbox(try #require(EmailAddress("emploi@allier.example")), name: name),
            to: Mailbox(try #require(EmailAddress("rh@firme.example"))), subject: subject, text: text, html: html,
            identifier: try #require(MessageIdentifier(local: "mail-7", domain: "emploi.allier.example")),
            date: Instant(secondsSinceEpoch: 1_795_498_278),
            unsubscription: MailMessage.Unsubscription(url: "https://emploi.allier.example/alertes/fin?jeton=abc"))
    }

    private static let texts = [
        "", "Bonjour", "Ligne 1\nLigne 2\r\n.\n..deux points\nFrom ici\n espace en fin \n\ttab\t\nFin.",
        String(repeating: "é", count: 500), String(repeating: "x", count: 999),
        String(repeating: "mot ", count: 300), "😀 = =3D égal\u{A0}: 5 €", "--=_emploi--\n=_emploi",
        "a\u{0}b\u{7F}c",
    ]

    @Test(arguments: texts)
    func `a message is ASCII in short CRLF lines, none begins with a dot`(text: String) throws {
        let octets = try Self.message(subject: text, name: text, text: text, html: "<p>" + text + "</p>").octets()
        let message = String(decoding: octets, as: UTF8.self)
        #expect(octets.allSatisfy { $0 < 0x7F && $0 > 0 })
        #expect(message.hasSuffix("\r\n"))
        let lines = message.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.hasPrefix(".") && !$0.hasPrefix("From ") })
        #expect(!lines.contains { $0.unicodeScalars.contains("\n") || $0.unicodeScalars.contains("\r") })
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
    }

    @Test func `no text adds a field`() throws {
        let hostile = "Offre\r\nBcc: tous@ailleurs.example\n\nX: y\u{2028}Z: \u{85}"
        let message = String(decoding: try Self.message(subject: hostile, name: hostile).octets(), as: UTF8.self)
        let head = try #require(message.components(separatedBy: "\r\n\r\n").first)
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "List-Unsubscribe",
                "List-Unsubscribe-Post", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
            ])
    }

    /// Python's own parser reads the message back.
    @Test(arguments: texts)
    func `another program reads the message back as it was`(text: String) throws {
        let subject = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ").filter { $0 != "\u{0}" }
        let octets = try Self.message(
            subject: subject, name: "Département de l’Allier", text: text, html: "<p>\(text)</p>"
        )
        .octets()
        let parsed = try Self.parse(octets)
        // The line end before a boundary belongs to the boundary (RFC 2046, section 5.1.1).
        let lines = text.replacing("\r\n", with: "\n")
        #expect(parsed["text"] == lines)
        #expect(parsed["html"] == "<p>\(lines)</p>")
        if !subject.unicodeScalars.contains(where: { $0.value == 0x7F }) { #expect(parsed["subject"] == subject) }
        #expect(parsed["from"] == "Département de l’Allier|emploi@allier.example")
        #expect(parsed["id"] == "<mail-7@emploi.allier.example>")
        #expect(parsed["date"] == "2026-11-24T05:31:18+00:00")
        #expect(parsed["defects"] == "[]")
    }

    private static func parse(_ octets: [UInt8]) throws -> [String: String] {
        let program = """
            import email, email.policy, json, sys
            m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
            part = lambda kind: m.get_body((kind,)).get_payload(decode=True).decode().replace('\\r\\n', '\\n')
            a = m['from'].addresses[0]
            print(json.dumps({'text': part('plain'), 'html': part('html'), 'subject': m['subject'],
                'from': a.display_name + '|' + a.addr_spec, 'id': m['message-id'],
                'date': m['date'].datetime.isoformat(),
                'defects': str(m.defects + [d for p in m.walk() for d in p.defects])}))
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: octets)
        try input.fileHandleForWriting.close()
        let result = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        return try JSONDecoder().decode([String: String].self, from: result)
    }

    @Test(arguments: ["http://a.fr", "https://a.fr/>\r\nX: y", "mailto:a@b.fr", "https://é.fr"])
    func `only a clean https URL unsubscribes`(url: String) { #expect(MailMessage.Unsubscription(url: url) == nil) }

    @Test func `without a server a message becomes a file`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let message = try Self.message()
        let delivery = MailDelivery.directory(MailDirectory(path: folder.path))
        try delivery.deliver(message)
        try delivery.deliver(message)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mail-7@emploi.allier.example.eml"])
        let file = folder.appending(path: "mail-7@emploi.allier.example.eml")
        #expect(try Array(Data(contentsOf: file)) == message.octets())
        let nowhere = MailDelivery.directory(MailDirectory(path: folder.appending(path: "absent").path))
        let error = #expect(throws: MailError.self) { try nowhere.deliver(message) }
        guard case .temporary = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `with a server a message is handed to it`() throws {
        let received = Received()
        let server = LocalServer { connection in
            connection.receiveMail({ _ in nil }) { mail in received.mails.withLock { $0.append(mail) } }
        }
        let message = try Self.message(text: ".\n.fin")
        try MailDelivery.server(
            MailServer(host: "127.0.0.1", port: server.port, security: .none), limits: TransferLimits()
        )
        .deliver(message)
        let mail = try #require(received.mails.withLock { $0.first })
        #expect(Array((mail.lines.joined(separator: "\r\n") + "\r\n").utf8) == message.octets())
    }

    private final class Received: Sendable {
        let mails = Mutex<[ReceivedMail]>([])
    }
}
