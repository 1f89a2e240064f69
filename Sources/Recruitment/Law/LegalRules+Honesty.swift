extension LegalRules {
    static let honesty: [LegalRule] = [
        LegalRule(
            "langue", article: "Code du travail, art. L5331-4", .blocking, .check(.foreignText),
            fields: [.description, .requirements, .preferences, .application],
            reason: "Une offre publiée en France est rédigée en français.",
            rewrite: "Écrivez le texte en français. Une traduction peut suivre sur votre propre site."),
        LegalRule(
            "intitule-etranger", article: "Code du travail, art. L5331-4", .advice,
            .wording(
                .init(
                    [
                        "sales|account|store|office|business|key|project|product|customer|happiness|community|shift|warehouse|floor manager",
                        "sales ?account representative|executive|assistant|advisor", "store|shop assistant|associate",
                        "driver+s", "warehouse",
                        "housekeeper", "housekeeping", "waiter+s", "waitress", "truck", "picker+s",
                        "customer success|care|service",
                        "business developer", "talent acquisition", "team leader", "supply chain", "cleaner+s",
                        "nurse+s", "cook", "software engineer",
                        "worker+s", "back|front office", "field", "recruiter", "babysitter", "baby sitter",
                        "merchandiser", "helpdesk",
                    ])),
            fields: [.title],
            reason: "L’intitulé doit être en français quand le mot existe.",
            rewrite:
                "Par exemple « Responsable de magasin », « Commercial(e) », « Chauffeur / Chauffeuse », « Agent d’entrepôt »."
        ),
        LegalRule(
            "trompeur-cdi", article: "Code du travail, art. L5331-3", .advice,
            .wording(
                .init(
                    [
                        "cdd|intérim|mission+s|contrat|remplacement _4 pouvant _4 cdi",
                        "cdd|intérim|mission+s|contrat ?_ ?_ ?_ débouch+er+ant+e _4 cdi",
                        "pouvant débouch+er _4 cdi|embauche", "débouch+e+er+ant+era sur|en|vers ?un cdi",
                        "évolutif+s _2 cdi",
                        "pouvant évoluer|aboutir|mener|conduire _3 cdi", "cdd évolutif",
                        "possibilité+s ?d'évolution|évoluer|de|d ?_ ?vers|en|un cdi",
                        "évolution ?possible|éventuelle en|vers ?un cdi", "cdi à la clé|clef",
                        "cdi à terme", "à terme un cdi", "en vue ?d'un|une|de ?un|une cdi|embauche",
                        "transform+able+ables+ation en cdi",
                        "promesse de cdi", "cdi possible", "cdi si ?ça|tout _3 bien",
                        "embauche possible|assurée en cdi", "perspective+s de|d ?_ cdi", "cdd|intérim ?_ puis cdi",
                        "cdi envisageable", "renouvelable ?_ puis cdi", "avant cdi", "pré embauche",
                    ])),
            reason: "Promettre un CDI qui n’est pas écrit au contrat peut tromper.",
            rewrite: "Annoncez le contrat proposé et sa durée. Si c’est un CDI, écrivez CDI."),
        LegalRule(
            "trompeur-gains", article: "Code du travail, art. L5331-3", .blocking,
            .wording(
                .init(
                    [
                        "gain+s|revenu+s|salaire+s|commission+s|rémunération+s illimité+e+s+es|exceptionnel+s|garantis",
                        "argent facile|rapide",
                        "devenez|devenir riche+s", "sans rien faire", "gagn+er+ez+e jusqu à # euros",
                        "gagn+er+ez _3 # euros ?_ ?_ jour|semaine",
                        "complément de revenu+s facile", "mlm", "marketing de réseau", "vente pyramidale",
                        "recrutez ?vos filleul+s", "parrain+er+ez+age _4 filleul+s",
                        "liberté financière", "revenu+s passif+s", "travail facile ?et bien payé", "fortune",
                    ],
                    innocent: ["salaire garantis", "grande fortune", "soutien|prime+s ?_ parrainage ?_ ?_ filleul+s"])),
            reason:
                "L’offre doit dire un vrai poste et une vraie paie : ces mots promettent ce que personne ne peut garantir.",
            rewrite: "Donnez le salaire fixe, puis la part variable et son calcul."),
        LegalRule(
            "independant-deguise", article: "Code du travail, art. L5331-3 (nature de l’emploi)", .advice,
            .wording(
                .init(
                    [
                        "auto entrepreneur+s", "autoentrepreneur+s", "micro entrepreneur+s",
                        "micro entreprise ?exigée|obligatoire", "statut d'indépendant",
                        "statut indépendant", "statut vdi", "vdi", "sous statut ?_ indépendant",
                        "facturation ?de ?vos prestations",
                    ],
                    innocent: [
                        "aide|accompagnement|conseil+s|création _4 auto|micro entrepreneur+s",
                        "clients|auprès _3 auto|micro entrepreneur+s",
                    ])),
            exemptContracts: [.liberal, .franchise, .commercial, .takeover],
            reason: "Un travail à son compte n’est pas un emploi salarié : l’offre ne peut pas être un CDI ou un CDD.",
            rewrite: "Choisissez le bon type de contrat, ou proposez un contrat de travail."),
        LegalRule(
            "travail-dissimule", article: "Code du travail, art. L8221-5", .blocking,
            .wording(
                .init(
                    [
                        "au noir", "non déclaré+e+s", "main à la main", "payé+e+s ?en|au liquide|espèces|black",
                        "paiement en espèces|liquide", "sans contrat ?de ?travail",
                        "pas de contrat de travail", "essai _3 non rémunéré+e+s|payé+e+s", "essai gratuit",
                        "essai ?_ ?_ gratuit|gratuite|gratuitement",
                        "journée+s|semaine+s|période d'essai non rémunérée|payée|gratuite",
                        "jour+s d'essai non rémunérés|payés|gratuits", "non déclaré", "sans fiche de paie",
                        "heures ?supplémentaires non payées|rémunérées", "sans rémunération",
                        "test non rémunéré", "formation non rémunérée ?avant|de",
                    ],
                    innocent: [
                        "salarié+s|revenu+s non déclaré+s", "encaisse+ment+r _4 espèces",
                        "essai gratuit _5 client+s|produit+s|logiciel|abonnement",
                    ],
                    innocentSentence: [
                        "immersion", "pmsmp", "lutte contre", "inspection", "stage d'observation", "clients",
                    ])),
            reason: "Tout travail est déclaré et payé, essai compris.",
            rewrite:
                "Retirez cette mention. Pour faire découvrir le poste, proposez une immersion (PMSMP) avec France Travail."
        ),
        LegalRule(
            "employeur-inconnu", article: "Code du travail, art. L5332-2", .blocking, .check(.employerUnknown),
            fields: [.employer],
            reason: "L’employeur doit être nommé, ou au moins connu de ce site.",
            rewrite: "Indiquez le nom de l’employeur, ou son SIRET si le nom ne doit pas être affiché."),
        LegalRule(
            "employeur-masque", article: "Code du travail, art. L5332-2", .advice, .check(.employerHidden),
            fields: [.employer],
            reason:
                "Une offre sans nom d’employeur reçoit moins de réponses. Elle n’est permise que si le site connaît l’employeur.",
            rewrite: "Affichez le nom de l’employeur si rien ne s’y oppose."),
    ]
}
