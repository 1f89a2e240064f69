extension LegalRules {
    private static let asking =
        "envoy+er+ez|joindre|joignez|fournir|fournissez|transmettre|transmettez|apporter|apportez|muni+e+s|munir|avec|"
        + "présenter|demandé+e|demandons|exigé+e|exigeons|communiquer|communiquez|préciser|précisez|indiquer|indiquez|"
        + "mentionner|mentionnez|merci"

    static let questions: [LegalRule] = [
        LegalRule(
            "questions-personnelles", article: "Code du travail, art. L1221-6", .blocking,
            .wording(
                .init(
                    [
                        "\(asking) _3 âge|nationalité|religion", "\(asking) _5 date|lieu de naissance",
                        "\(asking) _5 situation familiale|matrimoniale|maritale", "âge à préciser",
                        "précisez|précisant _3 âge",
                        "nom de jeune fille", "\(asking) _4 nombre d'enfants",
                        "\(asking) _4 profession du|de ?_ conjoint",
                        "cv|candidature|lettre _4 date|lieu de naissance", "votre groupe sanguin",
                        "profil facebook|instagram",
                        "identifiant+s ?_ ?_ réseaux sociaux",
                    ],
                    innocent: [
                        "avec _3 âge|nationalité|religion", "avec _3 situation familiale", "âge de|des|du _",
                        "sans _2 préciser _5 _",
                    ],
                    innocentSentence: [
                        "sans distinction", "quel|quelle que soit", "inutile+s de", "pas besoin", "tout public",
                    ])),
            reason: "On ne peut demander que ce qui sert à juger de la capacité à faire le travail.",
            rewrite: "Demandez l’expérience, les diplômes utiles et les disponibilités."),
        LegalRule(
            "photo", article: "Code du travail, art. L1221-6 (informations demandées)", .advice,
            .wording(
                .init(
                    [
                        "cv|candidature|lettre|dossier ?_ ?_ ?_ ?_ avec photo+s",
                        "cv|candidature|lettre|motivation ?et|plus|ou ?une photo+s",
                        "photo+s obligatoire+s|exigée+s|souhaitée+s|récente+s|appréciée+s",
                        "\(asking) _2 photo+s|photographie+s", "photo+s d'identité", "photo+s ?_ pied", "cv photo+s",
                        "photo récente",
                        "avec photo+s", "photo en pied",
                    ],
                    innocent: [
                        "photo+s d'identité des|aux|pour|du|de|en",
                        "labo|studio|cabine+s|appareil+s|service|rayon|développement|tirage _2 photo+s",
                        "\(asking) _2 photo+s des|du|produits|produit|chantier|client+s|de", "avec photo+s des|du|à|de",
                    ],
                    innocentSentence: ["sans photo", "pas de photo", "photo inutile", "photos de produits"])),
            reason:
                "Une photo ne dit rien de la capacité à faire le travail et peut faire soupçonner un choix sur l’apparence.",
            rewrite: "Retirez la demande de photo."),
        LegalRule(
            "casier", article: "Code du travail, art. L1221-6 (casier judiciaire)", .advice,
            .wording(
                .init(
                    [
                        "casier judiciaire|vierge", "extrait de casier", "bulletin n|numéro #3-3", "b3", "casier",
                        "aucune condamnation", "sans condamnation",
                    ],
                    innocent: [
                        "casier+s à|de|du|des bouteilles|vaisselle|linge|verres|vestiaire",
                        "casier+s vestiaire|personnel",
                    ],
                    innocentSentence: ["vestiaire+s", "consigne+s"])),
            reason:
                "Le casier judiciaire ne peut être demandé que si la loi le prévoit ou si le poste l’exige vraiment "
                + "(enfants, sécurité, fonds).",
            rewrite: "Si la loi l’impose, dites laquelle ; sinon retirez cette mention."),
        LegalRule(
            "donnees-bancaires", article: "Code du travail, art. L1221-6 (RIB, sécurité sociale)", .blocking,
            .wording(
                .init(
                    [
                        "rib", "iban", "coordonnées bancaires", "relevé+s d'identité bancaire+s",
                        "numéro ?de carte bancaire|bleue", "carte bancaire exigée",
                        "numéro de sécurité sociale", "\(asking) _5 carte vitale",
                        "copie+s ?de ?votre ?la ?carte|pièce d'identité",
                        "envoy+er+ez|joindre|joignez|transmettre|transmettez|fournir|fournissez _4 pièce|carte d'identité",
                        "scan de ?votre ?la carte|pièce", "numéro de compte",
                    ],
                    innocent: [
                        "saisi+e+r+es|gestion|gérer|vérifi+er+cation|contrôl+e+er|mise|encaissement|paiement|traitement|collecte|suivi|enregistr+er+ement|modification+s _5 rib|iban|coordonnées|relevés",
                        "rib|iban|coordonnées bancaires des|du client+s|fournisseur+s|adhérent+s|salariés",
                        "contrôl+e+er+es _6 pièce|carte d'identité",
                        "vérifi+er+cation _6 pièce|carte d'identité",
                    ],
                    innocentSentence: [
                        "jamais", "ne demand+ons+e", "aucun rib", "clients", "fournisseurs", "rendez vous", "entretien",
                        "au moment de l'embauche",
                    ])),
            reason:
                "Ces informations ne servent qu’après l’embauche. Les demander dans une offre est un signe de fraude.",
            rewrite: "Retirez cette demande : vous les aurez à la signature du contrat."),
        LegalRule(
            "historique-salaire", article: "Directive (UE) 2023/970, art. 5 (2)", .advice, salaryHistory,
            until: payTransparency?.adding(days: -1), reason: salaryHistoryReason, rewrite: salaryHistoryRewrite),
        LegalRule(
            "historique-salaire", article: "Directive (UE) 2023/970, art. 5 (2)", .blocking, salaryHistory,
            from: payTransparency, reason: salaryHistoryReason, rewrite: salaryHistoryRewrite),
        LegalRule(
            "courriel-visible", article: "RGPD, art. 25 (protection dès la conception)", .advice, .check(.exposedEmail),
            reason: "Une adresse électronique dans le texte est ramassée par des robots.",
            rewrite: "Mettez-la dans « Comment postuler » : le site la cache aux robots."),
    ]

    /// The day by which directive (EU) 2023/970 had to be in national law (its art. 34).
    static let payTransparency = CalendarDay(year: 2026, month: 6, day: 7)

    private static let salaryHistory = LegalRule.Detection.wording(
        .init(
            [
                "salaire+s|rémunération+s ?_ actuel+le+s|précédent+e+s|antérieur+e+s",
                "dernier+s|dernière+s salaire+s|rémunération+s",
                "actuel+le salaire|rémunération", "ancien+ne salaire|rémunération",
                "dernier+s|dernières|trois|deux ?derniers bulletin+s ?de ?salaire|paie|paye",
                "#1-12 derniers bulletins ?de ?salaire|paie|paye", "#1-12 dernières fiches de paie|paye|salaire",
                "dernières|dernière|trois|deux ?dernières fiche+s de paie|paye|salaire", "niveau de salaire actuel",
                "historique de|des salaire+s|rémunération+s",
                "combien gagn+ez+iez",
            ],
            innocent: [
                "maintien ?_ ?_ ?_ salaire|rémunération _", "établi+r+ssement _4 fiche+s|bulletin+s",
                "édit+er+ion _4 fiche+s|bulletin+s",
                "#1-99999 bulletins ?de ?paie|salaire", "#1-99999 fiches ?de ?paie",
            ]))
    private static let salaryHistoryReason = "On ne peut pas demander ce que la personne gagnait avant."
    private static let salaryHistoryRewrite = "Annoncez votre fourchette de salaire ; demandez au plus les prétentions."
}
