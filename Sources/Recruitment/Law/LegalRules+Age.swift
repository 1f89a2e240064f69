extension LegalRules {
    private static let served =
        "enfant+s|adolescent+s|ado+s|mineur+s|élève+s|résident+s|collégien+s|lycéen+s|bébé+s|client+s|patient+s|"
        + "usager+s|bénéficiaire+s|locataire+s|détenu+s"
    private static let serving =
        "accompagn+er+ez+ement+e+ons+ant|accueil+le+lir+lez+lons+lant|auprès|encadr+er+ez+ement+e|suivi|suivre|"
        + "anim+er+ez+ation+e|insertion|conseill+er+ez+e+ère|destiné+e+s+es|hébergement|former|formez|orienter|orientez"
    private static let standing =
        "entreprise+s|société|association|bâtiment+s|logement+s|site|machine+s|véhicule+s|matériel+s|voiture+s|garantie|"
        + "existe|créé+e|fondé+e|implanté+e|depuis|bail|expérience|ancienneté|permis|diplôme|arbre+s|vigne+s|maison|groupe"

    /// Ages that say something else than who may apply.
    private static let innocentAges = [
        "# ans ?de|dans|sur|minimum|au _2 expérience+s|ancienneté|existence|métier|activité|pratique|savoir|présence|"
            + "garantie|passion|succès|carrière|recul|permis|croissance|histoire|production|exploitation|confiance",
        "\(standing) _5 # ?ans ?et|à|ou ?# ans", "\(served) _4 # ?ans ?et|à|ou ?# ans",
        "\(serving) _8 # ?ans ?et|à|ou ?# ans",
        "interdit+e+s _3 # ans",
    ]
    private static let ageByLaw = [
        "contrat+s d'apprentissage|professionnalisation", "en alternance", "en apprentissage", "service civique",
        "emploi+s franc+s", "contrat engagement jeune", "parcours emploi compétences", "contrat aidé", "mission locale",
    ]

    static let age: [LegalRule] = [
        LegalRule(
            "age-maximal", article: "Code du travail, art. L5331-2", .blocking,
            .wording(
                .init(
                    [
                        "moins de #19-75 ans", "moins de trente|quarante|cinquante|soixante ans",
                        "entre #16-75 ?ans et #17-75 ans", "#16-75 ?ans ?à|et|ou #17-75 ans",
                        "âge maximum|maximal|maxi",
                        "limite+s d'âge", "âgé+e+s de #16-75 ?ans ?à|et #16-75 ans", "#19-75 ans maximum|maxi|max",
                        "maximum #19-75 ans", "jusqu'à #19-75 ans", "jusqu à #19-75 ans",
                        "plus de #40-75 ans s'abstenir",
                        "pas plus de #19-75 ans", "dépasser|dépasse|dépassant|dépassez pas #19-75 ans",
                        "âgé+e+s d'au plus #19-75 ans", "au maximum #19-75 ans", "né+e+s après #1940-2012",
                    ],
                    innocent: innocentAges + ["sans|aucune|pas limite+s d'âge", "pas de limite+s d'âge"],
                    innocentSentence: equality + ageByLaw)),
            exemptContracts: [.apprenticeship, .professionalisation],
            reason: "Une offre ne peut pas fixer de limite d’âge supérieure, sauf si la loi en prévoit une.",
            rewrite: "Retirez l’âge. Dites ce que le poste demande : « port de charges jusqu’à 15 kg », "
                + "« première expérience appréciée »."),
        LegalRule(
            "age", article: "Code du travail, art. L1132-1 (âge)", .blocking,
            .wording(
                .init(
                    [
                        "jeune+s homme+s|femme+s|fille+s|garçon+s|dame|gens", "vous êtes ?une|un ?personne jeune",
                        "profil jeune", "jeune+s et|ou|mais _ dynamique+s", "jeune+s et|ou dynamique+s|motivé+e+s+es",
                        "jeune+s dynamique+s|motivé+e+s+es|souriant+e",
                        "la vingtaine|trentaine|quarantaine|cinquantaine",
                        "\(seeking) ?un|une|des|de|nos|les jeune+s",
                        "trop âgé+e+s|vieux|vieille|jeune",
                        "pas de senior+s|vieux|retraité+s|jeune+s", "senior+s|jeune+s|vieux|retraité+e+s s'abstenir",
                        "jeune+s retraité+e+s", "retraité+e+s bienvenu+e+s+es", "retraité+e+s accepté+e+s+es",
                        "idéal+e pour ?un|une retraité+e", "avoir ?plus de #22-70 ans", "âgé+e+s de plus de #19-70 ans",
                        "âgé+e+s d'au moins #22-70 ans", "#22-70 ans minimum|mini|révolus|minimal",
                        "âge souhaité|idéal|requis",
                        "être|soyez jeune", "personne+s jeune+s", "candidat+e+s jeune+s", "jeune+s candidat+e+s",
                        "\(seeking) ?un|une ?personne d'âge mûr",
                    ],
                    innocent: innocentAges + [
                        "équipe+s|entreprise+s|société|structure|agence|ambiance|cabinet|association|start ?_ ?_ jeune+s",
                        "jeune+s entreprise+s|équipe|société|pousse+s|enfant+s|public+s|diplômé+e+s+es|start|agence|"
                            + "association|structure|arbre+s|plant+s|bovin+s|animaux|veau+x|chien+s|cheval|chevaux|marque",
                        "\(serving) _6 jeune+s ?_ ?_", "foyer|maison|insertion|service|club de|des|aux ?_ jeune+s ?_",
                        "protection ?_ ?_ ?_ jeune+s ?_",
                    ],
                    innocentSentence: equality + ["service civique", "contrat engagement jeune"])),
            exemptContracts: [.apprenticeship, .professionalisation],
            reason: "L’âge ne peut pas être un critère de recrutement.",
            rewrite: "Décrivez le travail et non la personne : « travail en équipe », « rythme soutenu », "
                + "« débutants acceptés »."),
        LegalRule(
            "age-intitule", article: "Code du travail, art. L1132-1 (âge)", .blocking,
            .wording(
                .init(
                    ["jeune"],
                    innocent: ["jeune public|enfant|pousse|agriculteur|entreprise", "jeune homme|femme|fille|garçon"])),
            fields: [.title], exemptContracts: [.apprenticeship, .professionalisation],
            reason: "L’âge ne peut pas être un critère de recrutement.",
            rewrite: "Retirez « jeune » ; écrivez « débutants acceptés » si c’est ce que vous voulez dire."),
        LegalRule(
            "age-sous-entendu", article: "Code du travail, art. L1132-1 (âge)", .advice,
            .wording(
                .init(
                    [
                        "équipe+s ?très|à ?taille ?humaine jeune+s", "jeune+s équipe+s", "ambiance jeune+s",
                        "esprit jeune",
                        "jeune+s diplômé+e+s+es", "équipe+s dynamique+s et jeune+s",
                    ],
                    innocent: ["équipe jeune+s public+s|enfance|adulte+s"], innocentSentence: equality)),
            exemptContracts: [.apprenticeship, .professionalisation],
            reason:
                "Même pour parler d’une équipe ou d’un diplôme, « jeune » fait croire aux autres qu’ils ne sont pas attendus.",
            rewrite: "Écrivez « équipe dynamique », « équipe de six personnes », « débutants acceptés »."),
    ]
}
