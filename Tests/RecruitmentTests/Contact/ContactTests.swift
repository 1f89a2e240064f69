import Recruitment
import Testing

@Suite struct ContactTests {
    @Test(arguments: [
        ("06 12 34 56 78", "0612345678", PhoneNumber.Kind.mobile), ("+33 (0)4 70 34 40 03", "0470344003", .landline),
        ("0033.4.70.34.40.03", "0470344003", .landline), ("09-72-12-34-56", "0972123456", .overInternet),
        ("0 800 800 800", "0800800800", .freephone), ("0805 12 34 56", "0805123456", .freephone),
        ("0806 12 34 56", "0806123456", .standardRate), ("0810 12 34 56", "0810123456", .premiumRate),
        ("0825\u{A0}12\u{A0}34\u{A0}56", "0825123456", .premiumRate), ("+33 8 99 12 34 56", "0899123456", .premiumRate),
        ("3949", "3949", .standardRate), ("3215", "3215", .premiumRate), ("118 008", "118008", .premiumRate),
        ("3114", "3114", .freephone),
    ])
    func `French numbers are read and their price known`(text: String, digits: String, kind: PhoneNumber.Kind) {
        let number = PhoneNumber(text)
        #expect(number?.digits == digits)
        #expect(number?.kind == kind)
    }

    @Test(arguments: [
        "", "06 12 34 56", "06 12 34 56 789", "+44 20 7946 0958", "00 12 34 56 78", "zéro six", "1234", "+33",
        "0612345678;rm",
        "٠٦١٢٣٤٥٦٧٨", "(0)",
    ])
    func `other numbers are refused`(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test func `numbers are printed in pairs and linked in full`() {
        #expect(PhoneNumber("0470344003")?.description == "04\u{A0}70\u{A0}34\u{A0}40\u{A0}03")
        #expect(PhoneNumber("0470344003")?.international == "+33470344003")
        #expect(PhoneNumber("3949")?.international == "3949")
    }

    @Test(arguments: [
        "a@b.fr", "  Marie.Durand+offre@Mairie-Moulins.FR\n", "o'neil_x@a.b.museum", "x@xn--mrie-moulins-9gb.fr",
    ])
    func `usual addresses are accepted`(text: String) {
        #expect(EmailAddress(text) != nil)
    }

    @Test(arguments: [
        "", "@", "a@b", "a@localhost", "a@b.", "a@.fr", "a..b@c.fr", ".a@c.fr", "a.@c.fr", "a b@c.fr", "a@c d.fr",
        "a@b@c.fr",
        "é@c.fr", "a@é.fr",
        "a@[127.0.0.1]", "a@127.0.0.1", "a@-b.fr", "a@b-.fr", "a@c.fr\r\nBcc: x@y.fr", "\"a b\"@c.fr", "a@c.f",
        "<a@c.fr>",
    ])
    func `what is no address or could harm a header is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `addresses have a bounded length and one key each`() {
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@b.fr") != nil)
        #expect(EmailAddress(String(repeating: "a", count: 65) + "@b.fr") == nil)
        #expect(EmailAddress("a@" + String(repeating: "b", count: 64) + ".fr") == nil)
        #expect(EmailAddress("a@" + String(repeating: "b.", count: 130) + "fr") == nil)
        #expect(EmailAddress("Marie@Allier.FR")?.description == "Marie@allier.fr")
        #expect(EmailAddress("Marie@Allier.FR")?.key == "marie@allier.fr")
        #expect(EmailAddress("Marie@Allier.FR")?.domain == "allier.fr")
    }
}
