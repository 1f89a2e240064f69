extension LegalRules {
    private static let peoples =
        "européen+ne+s|africain+e+s|maghrébin+e+s|asiatique+s|français+e+es|algérien+ne+s|marocain+e+s|portugais+e+es|"
        + "arabe+s|noir+e+s|blanc+he+s|turc+s|gitan+e+s|rom+s|étranger+s|étrangère+s|antillais+e|polonais+e"
    private static let goods =
        "viande+s|produit+s|matière+s|lait|bois|légume+s|bovin+s|fruit+s|animaux|bêtes|pièce+s|blé+s|céréales|porc+s|oeufs|"
        + "ingrédient+s|denrée+s|aliments|marchandises|farine+s|cuir+s|tissu+s|textile+s"
    private static let places =
        "commune|quartier|secteur|ville|village|département|place|canton|proximité|alentours|environs|moulins|vichy|"
        + "montluçon|allier|cusset|yzeure|gannat|région|bourg|coin"

    private static let near =
        "?impérativement|obligatoirement|idéalement|déjà ?à|sur|dans|en|près|proche ?de|du ?la|le|les|notre|cette|ce|votre|même"

    static let origin: [LegalRule] = [
        LegalRule(
            "origine", article: "Code du travail, art. L1132-1 (origine, ethnie)", .blocking,
            .wording(
                .init(
                    [
                        "type+s européen|africain|maghrébin|asiatique|caucasien|méditerranéen",
                        "origine+s ?_ \(peoples)",
                        "d'origine+s européenne+s|française+s|maghrébine+s|africaine+s|étrangère+s",
                        "français+e de souche", "bleu blanc rouge", "bbr",
                        "européen+ne+s|africain+s|maghrébin+s|asiatique+s|blanc+he+s uniquement|exclusivement|seulement|s'abstenir",
                        "gens du voyage s'abstenir", "origine+s ?_ ?_ s'abstenir", "peau blanche|noire|claire|mate",
                        "personne+s de couleur",
                        "blanc+he+s uniquement|seulement|exclusivement",
                        "\(seeking) ?un|une|des blanc+he+s|noir+e+s|arabe+s|européen+ne+s",
                        "pas ?de noir+e+s|arabe+s|gitan+s|rom+s|maghrébin+s|africain+s|immigré+s|asiatique+s",
                        "pas de gens du voyage",
                        "de race blanche|noire", "langue maternelle ?exigée", "français maternel", "sans accent",
                        "pas accent", "pas d'accent",
                        "accent étranger|prononcé|marqué", "nom+s ?_ ?à consonance", "consonance française|étrangère",
                    ],
                    innocent: [
                        "\(goods) _6 origine+s \(peoples)", "drapeau _3 bleu blanc rouge",
                        "bande+s|zone+s|viande+s|vin+s|pain+s|linge|carte|page|poudre|nuit|voie|ligne+s blanc+he+s",
                        "élevage|vache+s|bovin+s|race+s _4 blanche|noire|charolaise|limousine",
                    ],
                    innocentSentence: equality)),
            reason: "L’origine, vraie ou supposée, ne peut pas être un critère de recrutement.",
            rewrite: "Retirez cette mention. Si une langue sert au poste, dites le niveau : « français lu et parlé », "
                + "« anglais courant »."),
        LegalRule(
            "nationalite", article: "Code du travail, art. L1132-1 (appartenance à une nation)", .blocking,
            .wording(
                .init(
                    [
                        "nationalité+s ?_ \(peoples)|ue|exigée|obligatoire|suisse|belge", "de nationalité _",
                        "être français+e", "nationalité+s|candidat+e+s|personne+s français+e+s de préférence",
                        "français|française de préférence", "carte d'identité française", "papiers français",
                        "citoyen+ne+s français+e+es|européen+ne+s",
                        "français+e+es uniquement|exclusivement|seulement", "étranger+s|étrangers s'abstenir",
                        "pas d'étranger+s", "réservé+e aux français+es",
                    ],
                    innocent: [
                        "nom+s|prénom+s|produit+s|lu|parlé|langue français|française de préférence",
                        "toute+s nationalité+s", "nationalités différentes",
                        "clientèle+s|clients|public|équipe _5 nationalité+s",
                    ],
                    innocentSentence: equality,
                    lawful: [
                        "fonction publique", "titulaire de la fonction", "police municipale|nationale", "gendarmerie",
                        "armée",
                        "militaire+s", "douane+s", "sapeur+s pompier+s", "sécurité civile", "défense nationale",
                        "magistrat",
                    ])),
            reason:
                "La nationalité ne peut pas être un critère de recrutement, sauf pour quelques emplois que la loi réserve.",
            rewrite: "Écrivez au plus « autorisation de travail en France »."),
        LegalRule(
            "residence", article: "Code du travail, art. L1132-1 (lieu de résidence)", .blocking,
            .wording(
                .init(
                    [
                        "habiter|habitez|habitant|résider|résidez|résidant|domicilié+e+s|demeurant|vivre \(near) \(places)",
                        "réservé+e+s aux habitants", "habitants ?_ ?_ ?_ uniquement|exclusivement|prioritaires",
                        "priorité ?_ ?_ habitants|locaux", "\(seeking) ?des gens|quelqu du coin",
                        "\(seeking) ?uniquement ?un|une|des personne+s du coin|secteur|quartier|village",
                        "personne+s|gens du coin|secteur|quartier|village uniquement|exclusivement|seulement|prioritaire+s",
                        "candidat+e+s locaux|locales", "candidat+e+s du secteur|coin|quartier|département",
                        "habiter|habitez|résider|résidez ?_ moins de # km",
                        "habiter ?_ ?_ # km", "domicile à moins de # km|minutes",
                        "habitation|logement|domicile proche|voisin ?_ ?_ ?_ ?_ exigé+e|obligatoire|souhaité+e",
                        "lieu de résidence|d'habitation proche|imposé|exigé",
                    ],
                    innocent: ["chaque|tout|un|une|par|cet habitant+e _", "vivre ?_ ?_ bien|mieux", "vivant+s et _"],
                    innocentSentence: equality + [
                        "logement de fonction", "logé+e+s", "logement fourni", "emploi+s franc+s", "qpv",
                        "quartier+s prioritaire+s",
                        "adulte+s relais", "zrr", "astreinte+s", "envie de vivre", "vivre et travailler", "sapeurs",
                        "gardien+ne",
                    ])),
            reason: "Le lieu où l’on habite ne peut pas être un critère de recrutement.",
            rewrite: "Dites ce que le poste demande : « prise de poste à 5 h », « déplacements dans le canton », "
                + "« astreintes : être sur place en 30 minutes »."),
        LegalRule(
            "patronyme", article: "Code du travail, art. L1132-1 (nom de famille)", .blocking,
            .wording(
                .init(
                    [
                        "nom de famille français", "nom+s français", "prénom+s français", "nom facile à prononcer",
                        "selon ?le|votre nom de famille",
                    ],
                    innocentSentence: equality)),
            reason: "Le nom ne peut pas être un critère de recrutement.",
            rewrite: "Retirez cette mention."),
    ]
}
