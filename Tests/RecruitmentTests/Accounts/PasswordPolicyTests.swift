import Recruitment
import Testing

@Suite struct PasswordPolicyTests {
    private func refusal(_ password: String, ownWords: [String] = []) -> PasswordPolicy.Refusal? {
        do {
            try PasswordPolicy().check(password, ownWords: ownWords)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["quatre vaches bleues dansent", "Xk7#mQ2$vL9!", "le train de 7 h 12", "пароль-очень-длинный"])
    func `long passwords of any letters are accepted`(password: String) {
        #expect(refusal(password) == nil)
    }

    @Test func `length is bounded`() {
        #expect(refusal("Xk7#mQ2$vL9") == .tooShort(12))
        #expect(refusal(String(repeating: "xyzk7 ", count: 43)) == .tooLong(256))
    }

    @Test(arguments: [
        "123456789012", "aaaaaaaaaaaa", "azertyuiopqs", "Motdepasse123", "MotDePasse2026!", "abcdefghijkl",
        "abababababab",
        "motdepassemotdepasse", "Bienvenue2026!", "correct horse battery staple", "000000000000", "!!!!Admin!!!!1",
    ])
    func `common and monotonous passwords are refused`(password: String) {
        #expect(refusal(password) == .tooCommon)
    }

    @Test func `the person's own words do not make a password`() {
        #expect(refusal("marie.durand2026", ownWords: ["marie.durand@mairie.fr"]) == .containsOwnWords)
        #expect(refusal("Mon Allier Emploi 3!", ownWords: []) == .containsOwnWords)
        #expect(refusal("les chats de marie ronflent", ownWords: ["marie.durand@mairie.fr"]) == nil)
    }
}
