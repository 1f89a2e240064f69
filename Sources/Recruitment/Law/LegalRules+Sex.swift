extension LegalRules {
    private static let tradeNames = [
        "sage+s femme+s", "femme+s de chambre|ménage|confiance", "homme toutes mains",
        "homme+s de ménage|loi|pied|métier",
        "homme+s ?et|ou|ni ?une femme+s", "femme+s ?et|ou|ni ?un homme+s",
        "coiffure|vêtements|rayon|prêt|mode|salon _2 homme|femme+s",
        "maison des femmes", "violences faites aux femmes",
    ]

    static let sex: [LegalRule] = [
        LegalRule(
            "sexe", article: "Code du travail, art. L1142-1", .blocking,
            .wording(
                .init(
                    [
                        "\(seeking) ?un|une|des|de|notre ?jeune homme+s|femme+s|monsieur|dame+s|fille+s|garçon+s",
                        "homme+s|femme+s|dame+s|fille+s uniquement|exclusivement|seulement|only",
                        "que des hommes|femmes", "messieurs|dames uniquement|seulement",
                        "exclusivement|uniquement masculin|féminin", "vous êtes un|une homme|femme|dame",
                        "uniquement ?un|une|des|aux homme+s|femme+s",
                        "réservé+e+s à|aux ?un|une ?homme+s|femme+s|dames",
                        "profil+s féminin+s|masculin+s",
                        "préférence ?pour|à|à ?un|une homme+s|femme+s|dame|fille|garçon",
                        "homme+s|femme+s|dame|fille|garçon de préférence", "de sexe masculin|féminin",
                        "sexe masculin|féminin|exigé|souhaité", "personnel+s féminin+s|masculin+s",
                        "candidature+s féminine+s|masculine+s", "pas de|d femme+s|homme+s",
                        "homme+s|femme+s s'abstenir",
                        "travail d'homme|femme", "métier d'homme", "poste+s ?plutôt féminin+s|masculin+s",
                        "poste ?idéal|convenant|adapté pour|à ?un|une homme|femme",
                        "\(seeking) uniquement|exclusivement|plutôt ?un|une|des homme+s|femme+s",
                        "\(seeking) plutôt|idéalement un|une homme|femme", "plutôt ?un|une femme|homme",
                        "idéalement ?un|une femme|homme",
                        "femme+s souhaitée+s", "homme+s souhaité+s", "équipe 100 féminine",
                        "main d'oeuvre féminine|masculine",
                    ],
                    innocent: tradeNames + [
                        "candidature+s féminine+s _3 encouragée+s|bienvenue+s|appréciée+s|souhaitée+s",
                        "encourag+e+eons+e+ez _5 candidature+s féminine+s",
                    ],
                    innocentSentence: equality + ["mixité", "mannequin+s", "rôle"])),
            reason: "Une offre ne peut pas demander un homme ou une femme.",
            rewrite: "Écrivez « une personne », ou le métier aux deux genres : « Vendeur ou vendeuse », « H/F »."),
        LegalRule(
            "sexe-intitule", article: "Code du travail, art. L1142-1 (1°)", .blocking, .check(.feminineTitle),
            fields: [.title],
            reason: "L’intitulé au féminin seul dit que le poste est pour une femme.",
            rewrite: "Mettez les deux formes ou ajoutez « H/F » : « Vendeur / Vendeuse », « Aide-soignant(e) »."),
        LegalRule(
            "sexe-intitule-masculin", article: "Code du travail, art. L1142-1 (1°)", .advice, .check(.masculineTitle),
            fields: [.title],
            reason: "L’intitulé est au masculin seul : des femmes peuvent se croire exclues.",
            rewrite: "Mettez les deux formes ou ajoutez « H/F » : « Serveur / Serveuse », « Maçon H/F »."),
        LegalRule(
            "sexe-recherche", article: "Code du travail, art. L1142-1 (1°)", .advice, .check(.feminineSought),
            fields: [.description, .requirements, .application],
            reason: "Le métier est nommé au féminin seul : des hommes peuvent se croire exclus.",
            rewrite: "Mettez les deux formes : « une serveuse ou un serveur », « un(e) assistant(e) »."),
        LegalRule(
            "grossesse", article: "Code du travail, art. L1225-1", .blocking,
            .wording(
                .init(
                    [
                        "pas enceinte", "non enceinte", "pas de grossesse+s", "sans grossesse",
                        "projet+s de grossesse|maternité",
                        "femme+s enceinte+s s'abstenir", "interdit+e ?_ ?_ femme+s enceinte+s", "êtes ?vous enceinte",
                        "déconseillé+e ?_ ?_ femme+s enceinte+s", "pas de congé maternité", "désir d'enfant+s",
                        "pas de projet d'enfant+s", "pas de femme+s enceinte+s",
                    ],
                    innocentSentence: equality)),
            reason: "La grossesse ne peut pas être prise en compte pour recruter, ni être demandée.",
            rewrite: "Retirez cette mention. Le médecin du travail adapte le poste s’il le faut."),
    ]
}
