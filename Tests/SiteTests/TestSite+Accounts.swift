import Recruitment
import Secrets
import Storage
import Testing

@testable import Site

extension TestSite {
    func read<Result: Sendable>(
        _ body: @Sendable (Stores) throws(StorageError) -> Result
    ) throws -> Result {
        try store.read(worker: nil, body)
    }

    /// The newest mail to this address, sent or not; nil for one without words, which is never sent.
    func mail(to address: String) throws -> OutgoingMail? {
        let address = EmailAddress(address)!
        return try read { stores throws(StorageError) in
            try stores.outbox.mails(to: address, limit: 1).first?.mail
        }.flatMap { $0.text.isEmpty ? nil : $0 }
    }

    /// The path and query of the link in the newest mail.
    func link(mailedTo address: String) throws -> String {
        let mail = try #require(try mail(to: address))
        let start = try #require(mail.text.firstRange(of: site.settings.baseURL + "/"))
        return String(mail.text[start.lowerBound...].dropFirst(site.settings.baseURL.count).prefix { !$0.isWhitespace })
    }

    /// Someone signed in with this level, without the pages that lead there.
    func signedIn(_ kind: Account.Kind, level: Session.Level = .full, email: String? = nil) throws -> TestBrowser {
        let address = EmailAddress(email ?? "x\(String(hexadecimal: Random.bytes(6)))@essai.fr")!
        let (token, now) = (Token.random(), now)
        try store.writing { writing throws(StorageError) in
            let account = try writing.addAccount(kind, email: address, name: PersonName("Camille Essai")!, at: now)!
            try writing.confirm(account.id, at: now)
            let confirmed = try writing.stores.accounts.account(account.id)!
            try writing.beginSession(
                hash: token.hash, of: confirmed, level: level, method: .password, device: "Essai",
                pendingTOTP: level == .enrolment ? site.sealing.seal(.random(), of: account.id) : nil, at: now)
        }
        let browser = TestBrowser(self)
        browser.cookies["session"] = token.text
        return browser
    }
}
