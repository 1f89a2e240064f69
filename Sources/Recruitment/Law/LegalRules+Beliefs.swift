extension LegalRules {
    private static let faiths =
        "catholique+s|musulman+e+s+es|juif+s|juive+s|chrétien+ne+s|protestant+e+s|bouddhiste+s|athée+s|croyant+e+s|pratiquant+e+s|laïque+s"

    static let beliefs: [LegalRule] = [
        LegalRule(
            "religion", article: "Code du travail, art. L1132-1 (convictions religieuses)", .blocking,
            .wording(
                .init(
                    [
                        "\(seeking) ?un|une|des ?personne+s|candidat+e+s \(faiths)", "de confession|religion _",
                        "confession|religion \(faiths)|exigée|souhaitée", "personne+s|candidat+e+s|profil \(faiths)",
                        "\(faiths) uniquement|exclusivement|pratiquant+e+s|s'abstenir",
                        "pas de \(faiths)|voile|voilée+s|foulard",
                        "sans voile|foulard", "femme+s|personne+s voilée+s", "voile+s interdit+s|refusé+s",
                        "non voilée+s",
                        "être|êtes|soyez \(faiths)",
                        "pas de ramadan", "baptisé+e+s",
                    ],
                    innocent: [
                        "être|êtes|personne pratiquant+e+s de|du|une|en|le", "sans voile d'ombrage",
                        "pas de voile d'ombrage", "cours|bateau _3 voile",
                    ],
                    innocentSentence: equality)),
            reason: "La religion, vraie ou supposée, ne peut pas être un critère de recrutement.",
            rewrite:
                "Retirez cette mention. Une règle de tenue se justifie par la sécurité ou l’hygiène : « charlotte obligatoire »."
        ),
        LegalRule(
            "opinions", article: "Code du travail, art. L1132-1 (opinions politiques)", .blocking,
            .wording(
                .init(
                    [
                        "opinion+s politique+s", "apolitique+s", "sans engagement|appartenance|affiliation politique",
                        "carte du parti",
                        "de gauche|droite exigé+e", "idées politiques", "sympathisant+e+s ?_ ?_ parti",
                        "pas de militant+e+s", "non militant+e+s",
                    ],
                    innocent: ["association|structure|organisation|journal apolitique+s"], innocentSentence: equality)),
            reason: "Les opinions politiques ne peuvent pas être un critère de recrutement.",
            rewrite: "Retirez cette mention."),
        LegalRule(
            "syndicat", article: "Code du travail, art. L1132-1 (activités syndicales)", .blocking,
            .wording(
                .init(
                    [
                        "non syndiqué+e+s", "pas de syndiqué+e+s|syndicaliste+s|syndicat|gréviste+s|délégué+s",
                        "sans ?appartenance|activité|passé|engagement syndicale+s",
                        "sans engagement|passé syndical", "syndiqué+e+s|syndicaliste+s s'abstenir", "non gréviste+s",
                        "cgtiste+s", "jamais ?_ ?_ grève",
                    ],
                    innocentSentence: equality)),
            reason: "L’appartenance ou l’activité syndicale ne peut pas être un critère de recrutement.",
            rewrite: "Retirez cette mention."),
        LegalRule(
            "orientation-sexuelle", article: "Code du travail, art. L1132-1 (orientation sexuelle, identité de genre)",
            .blocking,
            .wording(
                .init(
                    [
                        "hétérosexuel+le+s", "hétéro+s", "homosexuel+le+s", "gay+s ?_ s'abstenir",
                        "pas de gay+s|lesbienne+s|trans|homo+s|pd",
                        "transgenre+s s'abstenir", "trans s'abstenir", "orientation+s sexuelle+s", "homo+s s'abstenir",
                    ],
                    innocentSentence: equality + ["association", "lgbt", "santé sexuelle", "prévention"])),
            reason: "L’orientation sexuelle et l’identité de genre ne peuvent pas être des critères de recrutement.",
            rewrite: "Retirez cette mention."),
    ]
}
