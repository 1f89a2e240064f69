/// Brings a French word, folded, to its masculine singular, so that every form of a job title meets.
///
/// The rules are for titles of jobs; on other words they may build forms that no dictionary has. That does no harm as
/// long as two different words do not fall together: text and query pass through the same rules.
enum WordForms {
    static func lemma(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 3, !word.contains(where: { $0 < 0x61 || $0 > 0x7A }) else { return word }
        if let known = irregular[word] { return known }
        var form = word
        singularise(&form)
        if let known = irregular[form] { return known }
        guard form.count > 3 else { return form }
        for rule in feminine where form.count >= rule.shortest && form.hasSuffix(rule.ending) {
            form.removeLast(rule.ending.count)
            form.append(contentsOf: rule.replacement)
            break
        }
        return form
    }

    private static func singularise(_ form: inout [UInt8]) {
        if form.hasSuffix(Array("eaux".utf8)) {
            form.removeLast()
        } else if form.count > 5, form.hasSuffix(Array("aux".utf8)) {
            form.removeLast(2)
            form.append(UInt8(ascii: "l"))
        } else if form.last == UInt8(ascii: "s"), form.dropLast().last != UInt8(ascii: "s") {
            form.removeLast()
        }
    }

    private struct Rule {
        let ending: [UInt8]
        let replacement: [UInt8]
        let shortest: Int

        init(_ ending: String, _ replacement: String, shortest: Int) {
            self.ending = Array(ending.utf8)
            self.replacement = Array(replacement.utf8)
            self.shortest = shortest
        }
    }

    private static let feminine: [Rule] = [
        Rule("trice", "teur", shortest: 7),
        Rule("euse", "eur", shortest: 7),
        Rule("eure", "eur", shortest: 8),
        Rule("ienne", "ien", shortest: 7),
        Rule("iere", "ier", shortest: 6),
        Rule("yere", "yer", shortest: 6),
        Rule("chere", "cher", shortest: 7),
        Rule("gere", "ger", shortest: 7),
        Rule("llere", "ller", shortest: 8),
        Rule("onne", "on", shortest: 6),
        Rule("enne", "en", shortest: 7),
        Rule("elle", "el", shortest: 7),
        Rule("ale", "al", shortest: 6),
        Rule("ive", "if", shortest: 6),
        Rule("ante", "ant", shortest: 6),
        Rule("ente", "ent", shortest: 6),
        Rule("ee", "e", shortest: 5),
    ]

    /// Forms the rules would get wrong: the form, then what it becomes (itself where one word stands alone).
    private static let irregular: [[UInt8]: [UInt8]] = {
        var table: [[UInt8]: [UInt8]] = [:]
        let pairs =
            "hotesse=hote hotesses=hote maitresse=maitre maitresses=maitre cheffe=chef cheffes=chef commise=commis "
            + "commises=commis apprentie=apprenti apprenties=apprenti adjointe=adjoint adjointes=adjoint "
            + "artisane=artisan artisanes=artisan paysanne=paysan paysannes=paysan avocate=avocat avocates=avocat "
            + "magistrate=magistrat soldate=soldat marchande=marchand marchandes=marchand laborantine=laborantin "
            + "laborantines=laborantin prefete=prefet barmaid=barman barmaids=barman barmen=barman barmans=barman "
            + "medecine=medecine experte=expert expertes=expert puericultrice=puericulteur "
            + "chauffeure=chauffeur chauffeuse=chauffeur chauffeuses=chauffeur seconde=second secondes=second "
            + "diplomee=diplome travaux=travaux vitraux=vitrail principale=principal principales=principal "
            + "sociale=social sociales=social sociaux=social medicale=medical medicales=medical rurale=rural "
            + "legere=leger etrangere=etranger familiale=familial copine=copain"
        for pair in pairs.split(separator: " ") {
            let sides = pair.split(separator: "=")
            table[Array(sides[0].utf8)] = Array(sides[1].utf8)
        }
        let alone =
            "commis temps corps bois colis repas secours devis tapis relais cours paris moulins bus gens sous hors sans "
            + "dans plus moins tres jus gaz heure heures demeure personne personnes vente ventes chaussee idee annee "
            + "journee lycee musee armee entree soiree tournee cuisine fichier premiere matiere derriere carriere "
            + "barriere riviere lumiere maniere priere biere niere frontiere sante tente pente rente plante jante "
            + "detente attente entente salle selle pelle elle celle nouvelle vaisselle poubelle parcelle mere pere "
            + "frere sale scale rive voix choix prix noix croix taux faux chaux eaux mieux deux vieux travers pays "
            + "tous accueil ensuite avance chance sens fois mois trois depuis apres tissus acces succes proces exces "
            + "process business express stress tennis campus bonus plusieurs velours parcours concours discours "
            + "recours anglais francais permis avis tri atlas vis gras gros bas pas las ras amelie oree grille ville "
            + "dauphine couronne colonne zone antenne ancienne tonne bonne donne sonne"
        for word in alone.split(separator: " ") { table[Array(word.utf8)] = Array(word.utf8) }
        // Feminine words that share a plural rule with the list above.
        for (plural, singular) in [("entrees", "entree"), ("tournees", "tournee"), ("lycees", "lycee")] {
            table[Array(plural.utf8)] = Array(singular.utf8)
        }
        return table
    }()
}

extension Array where Element == UInt8 {
    func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
    }

    func hasPrefix(_ beginning: [UInt8]) -> Bool {
        count >= beginning.count && self[..<beginning.count].elementsEqual(beginning)
    }
}
