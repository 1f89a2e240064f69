import Foundation

/// Offers in our interchange format, few and telling.
enum TestOffers {
    static let all = [
        offer("boulanger", titre: "Boulanger / Boulangère", commune: ("03310", "Vichy", "03200"), rome: "D1102"),
        offer(
            "serveur", titre: "Serveur / Serveuse", commune: ("03185", "Montluçon", "03100"), rome: "G1803",
            contrat: "SAI"),
        offer(
            "hostile", titre: "Vendeur < 3 ans & \"co\" 'x'", commune: ("03190", "Moulins", "03000"),
            rome: "M1607"),
        offer(
            "dernier-jour", titre: "Maçon / Maçonne", commune: ("03095", "Cusset", "03300"), rome: "F1703",
            limite: "2026-11-24"),
        offer(
            "finie", titre: "Vendangeur / Vendangeuse", commune: ("03254", "Saint-Pourçain-sur-Sioule", "03500"),
            rome: "A1405", limite: "2026-11-23"),
        offer("neuvy", titre: "Bûcheron / Bûcheronne", commune: ("03200", "Neuvy", "03000"), rome: "A1201"),
    ]

    static func offer(
        _ id: String, titre: String, commune: (code: String, name: String, postcode: String), rome: String,
        contrat: String = "CDI", limite: String = "2027-01-15"
    ) -> String {
        let fields: [String: Any] = [
            "id": id, "source": "essai", "titre": titre,
            "description": "Un travail utile.\n\nMissions :\n- accueillir\n- servir",
            "rome": rome, "commune_insee": commune.code, "commune": commune.name, "code_postal": commune.postcode,
            "departement": "03", "contrat": contrat, "temps": "plein", "heures_hebdo": 35, "salaire_min": 12.5,
            "salaire_max": 13, "salaire_periode": "horaire", "employeur": "Entreprise d'essai", "experience": "D",
            "postes": 2, "date_publication": "2026-11-20T08:00:00Z", "date_limite": limite,
            "url": "https://recrutement.example/\(id)",
        ]
        // Keys in a fixed order, so that the same offer is the same line.
        let data = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
