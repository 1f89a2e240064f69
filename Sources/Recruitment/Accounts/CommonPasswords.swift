/// Passwords that everyone tries first, in French and English: folded, so that capitals, accents and signs do not count.
/// Short ones count too, since they are used repeated or with a year at the end.
enum CommonPasswords {
    static let all: Set<String> = Set(
        """
        motdepasse monmotdepasse motdepasse123 password passw0rd password123 azerty azertyuiop azertyuiopqs azertyuiopqsdfghjklm
        qwerty qwertyuiop qwertyuiopas qwertyuiopasdfghjkl qsdfghjklm wxcvbn 1q2w3e4r5t6y 1q2w3e4r 1qaz2wsx a1z2e3r4t5y6 a1z2e3r4
        123456 1234567 12345678 123456789 1234567890 123456789012 987654321 0123456789 012345678910 000000 111111 112233
        abc abcdef abcd1234 iloveyou jetaime jetaimemonamour monamour monamour123 amour doudou loulou chouchou soleil bonjour bonjour123
        bonjourbonjour bienvenue bienvenue123 marseille france paris football football123 princesse princess nicolas camille julien
        alexandre thomas vichy moulins montlucon moulins03 vichy03200 allier allier03 bourbonnais auvergne departement emploi
        emploiallier recrutement candidature entreprise administrateur administrator admin admin123 admin1234 administrateur123
        utilisateur secret secret123 topsecret letmein letmeinplease welcome welcome123 welcome2026 changeme changezmoi changeme123
        iloveyou123 dragon monkey master superman batman pokemon starwars chocolat fromage vacances printemps automne hiver
        janvier fevrier mars avril juin juillet septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi
        dimanche correcthorsebatterystaple trustno1 sunshine whatever computer ordinateur internet telephone maison famille
        voiture moto liberte egalite fraternite libertegalitefraternite liberteegalitefraternite vivelafrance allezlesbleus
        testtest test test123 testtesttest invite guest default defaut qazwsxedc zaqwsx passer passe passe123 ouvretoi sesame
        sesameouvretoi
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
