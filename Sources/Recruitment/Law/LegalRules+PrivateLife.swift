extension LegalRules {
    static let privateLife: [LegalRule] = [
        LegalRule(
            "situation-familiale", article: "Code du travail, art. L1132-1 (situation de famille)", .blocking,
            .wording(
                .init(
                    [
                        "célibataire+s", "marié+e+s avec|sans enfant+s", "sans enfant+s", "sans attache+s",
                        "sans ?charge+s|attache+s ?de famille|familiale+s",
                        "situation+s ?de famille|familiale|maritale|matrimoniale",
                        "homme+s|femme+s|personne+s|candidat+e+s marié+e+s",
                        "libre+s de tout engagement familial", "vous vivez seul+e", "vivre seul+e",
                        "mère+s|père+s|maman+s|papa+s de famille",
                        "maman+s bienvenue+s", "vie de famille stable", "divorcé+e+s",
                        "pas d'enfant+s ?à ?en charge|bas",
                        "enfant+s en bas âge s'abstenir", "état civil exigé|demandé", "situation matrimoniale",
                        "sans contrainte+s familiale+s", "pas de contrainte+s familiale+s",
                        "sans obligation+s familiale+s",
                        "\(seeking) ?un|une couple+s", "mode de garde exigé|obligatoire|sûr|fiable", "nombre d'enfants",
                    ],
                    innocent: [
                        "quelle que soit ?_ situation familiale",
                        "clients|usagers|bénéficiaires|familles _6 situation+s familiale+s",
                        "de|des|leur|la situation+s familiale+s des|du", "écoute _3 situations familiales",
                    ],
                    innocentSentence: equality + ["colonie+s", "couple de gardiens"])),
            reason: "La situation de famille ne peut pas être un critère de recrutement, ni être demandée.",
            rewrite: "Dites l’organisation du travail : « déplacements du lundi au vendredi », « horaires coupés ». "
                + "À chacun de voir si elle lui convient."),
        LegalRule(
            "sante", article: "Code du travail, art. L1132-1 (état de santé, handicap)", .blocking,
            .wording(
                .init(
                    [
                        "parfaite|excellente|bonne santé", "bon|parfait|excellent état de santé", "sans|aucun handicap",
                        "pas de handicap+s", "handicapé+e+s s'abstenir", "personne+s valide+s", "non handicapé+e+s",
                        "aucun|sans|ni problème+s ?de ?_ santé|dos|médical|médicaux|cardiaque+s",
                        "pas de problème+s ?de ?_ santé|dos|médical|médicaux|cardiaque+s",
                        "mal de dos", "pas d'arrêt+s maladie", "jamais ?_ ?_ malade+s|arrêt", "sans arrêt maladie",
                        "sans antécédent+s médicaux|médical", "séropositif+s", "sans maladie+s", "pas de maladie+s",
                        "sans traitement médical",
                        "cas médicaux", "dossier médical exigé|demandé", "problèmes de dos|santé s'abstenir",
                        "pas de rqth|th", "poste+s non|pas ouvert+s aux travailleurs handicapés",
                        "pas|non ouvert+s aux travailleurs handicapés",
                    ],
                    innocent: [
                        "veiller|veille|maintien|préserver|bien _4 bonne santé",
                        "animaux|bovins|plantes|troupeau _4 santé",
                    ],
                    innocentSentence: equality + [
                        "quel que soit votre handicap", "résident+s", "patient+s", "enfants", "troupeau+x",
                    ])),
            reason:
                "La santé et le handicap ne peuvent pas être des critères de recrutement. Seul le médecin du travail "
                + "juge de l’aptitude.",
            rewrite:
                "Décrivez les gestes : « port de charges jusqu’à 15 kg », « travail debout », « travail en hauteur »."),
        LegalRule(
            "condition-physique", article: "Code du travail, art. L1132-1 (état de santé)", .advice,
            .wording(
                .init(
                    [
                        "bonne|excellente|parfaite condition+s physique+s", "bonne forme physique",
                        "personne+s|candidat+e+s|homme+s|profil|êtes|être ?_ ?et robuste+s",
                        "force physique",
                        "bonne constitution|résistance physique", "résistant+e+s physiquement",
                        "robuste+s physiquement", "fort et robuste", "costaud+s",
                        "physiquement apte|solide",
                    ],
                    innocent: ["bonnes conditions physiques de|du|des _"],
                    innocentSentence: equality)),
            reason: "La force d’une personne n’est pas un critère précis, et peut écarter à tort.",
            rewrite:
                "Décrivez les gestes : « port de charges jusqu’à 15 kg », « station debout », « marche de 8 km par jour »."
        ),
        LegalRule(
            "apparence", article: "Code du travail, art. L1132-1 (apparence physique)", .blocking,
            .wording(
                .init(
                    [
                        "beau physique", "physique agréable|avenant|avantageux|attrayant|soigné",
                        "belle|jolie fille+s|femme+s|personne|gueule|silhouette",
                        "beau garçon|mec", "sans tatouage+s", "pas de tatouage+s|piercing+s|barbe", "sans piercing+s",
                        "tatouage+s|piercing+s ?_ ?_ interdit+s|exclu+s|refusé+s", "taille mannequin",
                        "mesurer|mesurez ?_ ?_ ?de #",
                        "taille minimum|minimale|exigée", "mince+s", "corpulence", "svelte+s", "silhouette",
                        "surpoids|obèse+s",
                        "cheveux courts|longs|lisses", "apparence agréable|irréprochable|physique", "bien physiquement",
                        "charme",
                    ],
                    innocent: [
                        "taille minimum|minimale _3 haie+s|arbre+s|image+s|lot|fichier+s|calibre|poisson+s",
                        "quelle que soit ?_ apparence", "couches|lame+s|film+s|bande+s|tranche+s|parois _2 mince+s",
                        "mesurer|mesurez _4 pièce+s|température|débit|terrain|plan+s", "charme de|du|des",
                        "et|le|chêne|bois de charme",
                        "plein+e de charme", "coiff+er+ure+age+eur+euse _6 cheveux courts|longs|lisses",
                    ],
                    innocentSentence: equality + ["hygiène", "coupe+s", "tatoueur+s", "perceur+s"])),
            reason: "L’apparence physique ne peut pas être un critère de recrutement.",
            rewrite:
                "Dites ce que le poste demande : « tenue fournie », « règles d’hygiène en cuisine », « contact avec la clientèle »."
        ),
        LegalRule(
            "presentation", article: "Code du travail, art. L1132-1 (apparence physique)", .advice,
            .wording(
                .init(
                    [
                        "bonne|excellente|parfaite|belle présentation",
                        "présentation irréprochable|soignée|impeccable|exigée|correcte",
                        "présente+z bien", "bien présenter", "présentable+s", "tenue irréprochable|soignée",
                    ],
                    innocent: [
                        "présentation soignée|irréprochable|impeccable des|du|de _",
                        "bonne présentation des|du|de|en _",
                        "assiette+s|plat+s|rayon+s|produit+s|dossier+s|marchandise+s|vitrine+s|étal _4 présentation _",
                    ],
                    innocentSentence: equality)),
            reason: "« Bonne présentation » vise l’apparence : on ne sait pas ce qui est demandé.",
            rewrite:
                "Écrivez « tenue de travail fournie », « sens de l’accueil », « contact quotidien avec la clientèle »."),
        LegalRule(
            "moeurs", article: "Code du travail, art. L1132-1 (mœurs)", .blocking,
            .wording(
                .init(
                    [
                        "bonne+s moeurs|moralité|vie", "non fumeur+s", "non fumeuse+s", "fumeur+s s'abstenir",
                        "ne fume+z pas", "ni alcool ni tabac", "vie saine|rangée|stable",
                        "moralité irréprochable|exemplaire",
                        "non buveur+s", "ne buvant pas", "pas d'alcoolique+s",
                    ],
                    innocent: [
                        "site|locaux|bureaux|entreprise|espace|établissement|logement|chambre+s|zone|véhicule non fumeur+s"
                    ],
                    innocentSentence: equality + ["bonne vie bourbonnaise"])),
            reason: "La vie privée et les mœurs ne peuvent pas être des critères de recrutement.",
            rewrite: "Rappelez la règle du lieu de travail : « locaux non-fumeurs »."),
        LegalRule(
            "genetique", article: "Code du travail, art. L1132-1 (caractéristiques génétiques)", .blocking,
            .wording(
                .init(
                    [
                        "test+s génétique+s|adn", "caractéristiques génétiques",
                        "prise de sang obligatoire|exigée|demandée", "analyse+s de sang exigée+s",
                    ],
                    innocent: ["caractéristiques génétiques des|du _"],
                    innocentSentence: equality + ["laboratoire", "patients", "prélèvement+s"])),
            reason: "Aucun examen génétique ni sanguin ne peut être demandé pour recruter.",
            rewrite: "Retirez cette mention : la visite médicale suffit."),
        LegalRule(
            "vulnerabilite", article: "Code du travail, art. L1132-1 (vulnérabilité économique)", .blocking,
            .wording(
                .init(
                    [
                        "pas de|d rsa|chômeur+s|assisté+s|cas", "chômeur+s ?_ ?_ s'abstenir", "rsa s'abstenir",
                        "bénéficiaires ?_ rsa s'abstenir",
                        "cas social|sociaux|soc", "interdit+s bancaire+s", "surendetté+e+s", "sans dette+s",
                        "actuellement en poste exigé|obligatoire",
                        "personne+s ?_ en emploi uniquement", "sdf s'abstenir", "pas de sdf",
                        "sans domicile fixe s'abstenir", "assisté+s s'abstenir",
                        "compte bancaire français|en france", "domiciliation bancaire",
                    ],
                    innocent: ["pas de cas _3 _ particulier"],
                    innocentSentence: equality + ["accompagnement", "clients", "usagers", "familles"])),
            reason:
                "Être au chômage, au RSA ou en difficulté d’argent ne peut pas être une raison d’écarter quelqu’un.",
            rewrite: "Retirez cette mention. Le Département peut aider l’embauche d’une personne au RSA (CIED)."),
    ]
}
