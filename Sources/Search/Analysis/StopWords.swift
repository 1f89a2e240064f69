/// French words that carry no meaning of their own, folded.
enum StopWords {
    static func contains(_ word: [UInt8]) -> Bool { all.contains(word) }

    /// Words of a query about looking for work in general: they choose no offer.
    static func isSmallTalk(_ word: [UInt8]) -> Bool { smallTalk.contains(word) }

    private static let all = set(
        "a au aux avec ce ces cet cette dans de des du elle elles en et eux il ils je la le les leur leurs lui ma mais me "
            + "mes moi mon ne nos notre nous on ou par pour qu que qui sa se ses si son sur ta te tes toi ton tu un une "
            + "vos votre vous c d j l m n s t y est sont etre ai as avez avons ont es suis sommes soit cela ca dont lors "
            + "chez vers entre sous comme plus tres tout tous toute toutes afin ainsi")

    private static let smallTalk = set(
        "emploi emplois offre offres poste postes travail travailler job jobs boulot boulots taf cherche cherchez chercher "
            + "recherche recherches rechercher recherchons recrute recrutement recrutements recruter annonce annonces "
            + "quels quelles trouver trouve trouvez veux voudrais souhaite souhaiterais besoin urgent urgente bonjour svp merci metier "
            + "metiers proche pres autour proximite cote environs alentours secteur region departement ville candidature "
            + "embauche embauches postuler place places h f hf fh petit petits petite quelque n importe quoi quel quelle "
            + "aimerais aime faire possible salut coucou hello bjr slt stp chui jcherche jveux jrecherche jsuis ya til svoudrais "
            + "peux peut pouvoir veulent voudrait voulez connaissez disponible dispo rapidement vite suite immediat immediate "
            + "immediatement maintenant argent gagner vivre actuellement actuelle demandeur demandeuse chomage chomeur "
            + "chomeuse inscrit inscrite jeune personne motive motivee serieux serieuse dynamique ville villes village coin "
            + "environ sympa interessant interessante existe dispos combien comment pourquoi quand dois doit faut merci "
            + "avance cordialement madame monsieur messieurs profession carriere activite employeur employeurs entreprise "
            + "entreprises societe boite recrutent recruteur embaucher embauchent postes vacant vacants pourvoir "
            + "opportunite opportunites proposition annonces liste voir consulter trouver new hiring vacancy vacancies "
            + "work looking for want near bosser bosse taff taffs taffer debaucher cherch recherch cherchons disponibilite "
            + "postulez candidater candidat candidate")

    private static func set(_ words: String) -> Set<[UInt8]> {
        Set(words.split(separator: " ").map { Array($0.utf8) })
    }
}
