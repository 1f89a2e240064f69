/// The rules of this board: docs/decisions/0501-legal-lint.md says how severities were chosen.
public enum LegalRules {
    public static let all: [LegalRule] =
        age + sex + origin + privateLife + beliefs + questions + honesty + money + terms

    /// Words by which an offer says whom it wants.
    static let seeking =
        "recherche|recherchons|cherche|cherchons|recrute|recrutons|souhaitons|souhaite|voulons|embauche|embauchons|"
        + "privilégions|privilégie|préférons|ciblons"

    /// Sentences that promise equal treatment name the criteria they leave aside.
    static let equality = [
        "sans distinction", "sans discrimination", "quel|quelle|quels|quelles que soit|soient", "égalité",
        "diversité", "ouvert+e+s à tous|toutes", "non discrimination", "lutte contre", "indépendamment", "peu importe",
        "peu importent", "discrimination+s", "toutes les candidatures",
    ]
}
