extension LegalRules {
    private static let fees =
        "dossier|inscription|formation|visa|adhésion|agence|gestion|équipement|candidature|participation"

    static let money: [LegalRule] = [
        LegalRule(
            "argent-demande", article: "Code du travail, art. L5321-3", .blocking,
            .wording(
                .init(
                    [
                        "frais de|d \(fees)", "frais d'\(fees)", "frais \(fees)", "participation financière",
                        "participation ?_ ?de # euros ?_ demandée|exigée|requise", "versement de # euros pour|afin",
                        "réserver ?votre place",
                        "verser|versez|virer|payer|payez|régler|réglez _3 # euros",
                        "vers+er+ez+ement|dépôt|dépos+er+ez d'une|un|de|la caution", "caution de # euros",
                        "caution demandée|exigée", "chèque de caution",
                        "mandat cash", "western union", "moneygram", "pcs", "transcash", "coupon+s ?de recharge",
                        "carte prépayée", "bitcoin", "cryptomonnaie+s",
                        "avancer|avance+z ?_ ?les|des|de|vos frais", "achat ?du|d ?un|obligatoire ?_ kit",
                        "acheter|achetez _4 kit|stock|matériel|starter", "droit d'entrée",
                        "apport personnel|financier|de # euros", "investissement ?de ?départ|personnel|initial",
                        "à la charge du candidat", "à votre charge",
                        "formation payante", "virement préalable", "envoyez ?_ argent",
                    ],
                    innocent: [
                        "sans|aucun|aucuns|pas|ni|zéro ?de|d ?_ frais _2 \(fees)",
                        "frais _4 \(fees) ?_ ?_ rembours+és+é+ement|pris|offerts|payés",
                        "remboursement|rembours+és+er+ons|prise|prenons|pris _5 frais _2 \(fees)",
                        "aucun+e ?_ participation financière",
                        "rembours+er+és+ement _6 avance+s", "sans avance+r ?_ ?_ frais", "pas d'avance de frais",
                        "aucune avance _ frais", "avance+s ?_ ?_ frais ?_ rembours+é+ée+és",
                        "sans apport personnel", "participation financière de|du ?_ employeur|entreprise",
                        "participation de ?_ employeur",
                        "logement|gîte|location _6 caution", "caution du|des|aux _", "frais de gestion des|du|aux",
                        "saisi+e+r|suivi|traitement|établi+r _4 frais _2 _",
                        "gestion _3 frais _ \(fees)",
                        "permis|repas|déjeuner|logement|trajet+s|téléphone à votre charge",
                        "équipe|personnes|enfants|élèves|budget|dossiers à votre charge",
                    ],
                    innocentSentence: ["matériel fourni", "clients", "client"])),
            exemptContracts: [.franchise, .takeover, .liberal, .commercial],
            reason: "On ne peut demander aucun argent à une personne qui cherche un emploi.",
            rewrite:
                "Retirez cette demande. Formation, matériel et tenue nécessaires au travail sont payés par l’employeur."
        ),
        LegalRule(
            "numero-surtaxe", article: "Code du travail, art. L5321-3 (gratuité)", .blocking,
            .check(.premiumRateNumber),
            fields: LegalRule.writtenFields + [.phone],
            reason: "Répondre à une offre ne doit rien coûter : ce numéro est surtaxé.",
            rewrite: "Donnez un numéro ordinaire, par exemple en 04 ou 06."),
        LegalRule(
            "numero-surtaxe-court", article: "Code du travail, art. L5321-3 (gratuité)", .blocking,
            .wording(
                .init([
                    "appel+er+ez|téléphon+er+ez|compos+er+ez|tél|téléphone|contact+er+ez _3 #3200-3938",
                    "sms|envoyez _4 #60000-89999",
                ])),
            reason: "Répondre à une offre ne doit rien coûter : ce numéro court peut être surtaxé.",
            rewrite: "Donnez un numéro ordinaire, par exemple en 04 ou 06."),
    ]

    static let terms: [LegalRule] = [
        LegalRule(
            "smic", article: "Code du travail, art. L3231-2", .blocking, .check(.payBelowMinimumWage), fields: [.pay],
            exemptContracts: [.apprenticeship, .professionalisation, .liberal, .franchise, .commercial, .takeover],
            reason: "Le salaire est inférieur au SMIC.",
            rewrite: "Corrigez le montant, la période ou le nombre d’heures."),
        LegalRule(
            "salaire-absent", article: "Directive (UE) 2023/970, art. 5 (1)", .advice, .check(.payAbsent),
            fields: [.pay],
            exemptContracts: [.liberal, .franchise, .commercial, .takeover], until: payTransparency?.adding(days: -1),
            reason: payAbsentReason, rewrite: payAbsentRewrite),
        LegalRule(
            "salaire-absent", article: "Directive (UE) 2023/970, art. 5 (1)", .blocking, .check(.payAbsent),
            fields: [.pay],
            exemptContracts: [.liberal, .franchise, .commercial, .takeover], from: payTransparency,
            reason: payAbsentReason, rewrite: payAbsentRewrite),
        LegalRule(
            "salaire-large", article: "Directive (UE) 2023/970, art. 5 (1)", .advice, .check(.payRangeTooWide),
            fields: [.pay],
            reason: "La fourchette est si large qu’elle ne renseigne plus.",
            rewrite:
                "Donnez le salaire d’un débutant et celui d’une personne confirmée, à moins de 5 000 € d’écart par an."),
        LegalRule(
            "duree-maximale", article: "Code du travail, art. L3121-20", .blocking, .check(.hoursOverMaximum),
            fields: [.hours],
            exemptContracts: [.liberal, .franchise, .commercial, .takeover],
            reason: "La durée maximale du travail est de 48 heures par semaine.",
            rewrite: "Corrigez le nombre d’heures, ou recrutez deux personnes."),
        LegalRule(
            "duree-maximale-texte", article: "Code du travail, art. L3121-20", .blocking,
            .wording(
                .init(
                    [
                        "#49-120 h|heures ?de ?travail par|semaine|hebdomadaire+s|hebdo",
                        "#49-120 h|heures ?de ?travail ?par|la semaine|sem", "semaine+s de #49-120 h|heures",
                    ],
                    innocent: ["# h|heures par mois|an|trimestre|jour|nuit|chantier"])),
            exemptContracts: [.liberal, .franchise, .commercial, .takeover],
            reason: "La durée maximale du travail est de 48 heures par semaine.",
            rewrite: "Corrigez le nombre d’heures."),
        LegalRule(
            "temps-partiel", article: "Code du travail, art. L3123-27", .advice, .check(.partTimeUnderFloor),
            fields: [.hours],
            exemptContracts: [.insertionFixedTerm, .insertionTemporary, .liberal, .franchise, .commercial, .takeover],
            reason:
                "Un temps partiel est d’au moins 24 heures par semaine, sauf accord de branche, demande écrite du salarié, "
                + "étudiant, remplacement ou employeur particulier ou public.",
            rewrite:
                "Vérifiez votre convention collective, ou portez le poste à 24 heures. À 26 heures, l’aide CIED devient possible."
        ),
    ]

    private static let payAbsentReason = "Le salaire doit être annoncé : ce site demande un minimum et un maximum."
    private static let payAbsentRewrite = "Donnez un montant ou une fourchette, bruts, par heure, mois ou an."
}
