import Recruitment

/// Turns of phrase that are filters: « mi-temps », « sans permis », « CDI ».
struct FilterPhrase: Sendable {
    let kind: UnderstoodConcept.Kind
    let label: String
    let codes: [String]
    let condition: Condition

    enum Condition: Sendable {
        case facets([Int])
        case lacksFacets([Int])
        case publishedWithin(Int)
    }

    static let longest = 5

    static func phrase(_ words: [[UInt8]]) -> FilterPhrase? { all.phrases[PhraseKey.of(words)] }

    /// Every word of the phrases: none of them is a typing mistake.
    static var words: Set<[UInt8]> { all.words }

    /// By key of the words, folded, all of them.
    private static let all: (phrases: [UInt64: FilterPhrase], words: Set<[UInt8]>) = {
        var table: [UInt64: FilterPhrase] = [:]
        var known: Set<[UInt8]> = []
        func add(_ phrases: String, _ phrase: FilterPhrase) {
            for text in phrases.split(separator: ",") {
                let words = text.split(separator: " ").map { Array($0.utf8) }
                table[PhraseKey.of(words)] = phrase
                known.formUnion(words)
            }
        }
        func contract(_ types: [ContractType], _ label: String, _ phrases: String) {
            let facets = types.compactMap { FacetLayout.index($0, in: FacetLayout.contract) }
            add(
                phrases,
                FilterPhrase(
                    kind: .contract, label: label, codes: types.map(\.rawValue), condition: .facets(facets)))
        }
        contract([.permanent], "CDI", "cdi,contrat duree indeterminee,duree indeterminee,contrat a duree indeterminee")
        contract([.fixedTerm], "CDD", "cdd,contrat duree determinee,duree determinee,contrat a duree determinee")
        contract(
            [.temporary], "Intérim",
            "interim,interimaire,interimaires,mission interim,missions interim,mission interimaire,en interim,mis")
        contract([.temporaryPermanent], "CDI intérimaire", "cdi interimaire,cdii,cdi interim")
        contract(
            [.seasonal], "Saisonnier",
            "saisonnier,saisonniere,saisonniers,saisonnieres,saison,contrat saisonnier,travail saisonnier,job d ete,job ete,"
                + "jobs d ete,jobs ete,emploi saisonnier,emplois saisonniers,travail d ete,boulot d ete,boulot ete,saisonnier ete,saisonniere ete,saison ete,saison d ete,saison hiver,saison d hiver,summer job"
        )
        contract(
            [.apprenticeship, .professionalisation], "Alternance",
            "alternance,alternant,alternante,en alternance,contrat alternance,contrat d alternance,contrat en alternance"
        )
        contract(
            [.apprenticeship], "Apprentissage",
            "apprentissage,apprenti,apprentie,apprentis,contrat apprentissage,contrat d apprentissage,en apprentissage")
        contract(
            [.professionalisation], "Contrat de professionnalisation",
            "contrat pro,contrat professionnalisation,contrat de professionnalisation,professionnalisation")
        contract(
            [.insertionFixedTerm, .insertionTemporary], "Contrat d’insertion",
            "cddi,contrat insertion,contrat d insertion")

        func facet<Value: CaseIterable & Equatable>(
            _ kind: UnderstoodConcept.Kind, _ value: Value, _ range: Range<Int>, code: String, _ label: String,
            _ phrases: String
        ) {
            guard let index = FacetLayout.index(value, in: range) else { return }
            add(phrases, FilterPhrase(kind: kind, label: label, codes: [code], condition: .facets([index])))
        }
        facet(
            .workingTime, WorkingTime.fullTime, FacetLayout.workingTime, code: "plein", "Temps plein",
            "temps plein,temps complet,plein temps,a temps plein,a plein temps,a temps complet,35h,35 h,35 heures,39h,full time"
        )
        facet(
            .workingTime, WorkingTime.partTime, FacetLayout.workingTime, code: "partiel", "Temps partiel",
            "temps partiel,a temps partiel,mi temps,a mi temps,mitemps,tps partiel,temps partiels,quelques heures,part time,"
                + "mi tps,demi temps,20h,24h,petit contrat")
        facet(
            .schedule, WorkSchedule.night, FacetLayout.schedule, code: "nuit", "De nuit",
            "nuit,nuits,de nuit,travail de nuit,la nuit,les nuits,horaires de nuit,poste de nuit,travail nuit,nocturne,night shift"
        )
        facet(
            .schedule, WorkSchedule.weekend, FacetLayout.schedule, code: "week-end", "Le week-end",
            "week end,weekend,weekends,week ends,le week end,le weekend,les week ends,samedi,dimanche,samedi dimanche,"
                + "samedi et dimanche,fin de semaine,we")
        facet(
            .schedule, WorkSchedule.day, FacetLayout.schedule, code: "jour", "En journée",
            "de jour,en journee,la journee,horaires de jour,horaires de bureau,horaire de bureau,horaires scolaires,"
                + "lundi au vendredi,du lundi au vendredi,horaires ecole")
        facet(
            .schedule, WorkSchedule.shifts, FacetLayout.schedule, code: "equipes", "En équipes",
            "2x8,3x8,5x8,2 8,3 8,en equipe,en equipes,horaires d equipe,poste en equipe,travail poste,horaires postes")
        facet(
            .experience, Experience.beginnerAccepted, FacetLayout.experience, code: "D", "Débutant accepté",
            "debutant,debutante,debutants,debutantes,debutant accepte,debutants acceptes,debutante acceptee,sans experience,"
                + "pas d experience,aucune experience,premier emploi,1er emploi,premiere experience,debutant accepter,"
                + "reconversion,debutants accepte,formation assuree,no experience,jamais travaille,peu d experience")
        facet(
            .licence, LicenceFacet.none, FacetLayout.licence, code: "sans", "Sans permis",
            "sans permis,pas de permis,pas permis,sans le permis,pas le permis,sans voiture,sans vehicule,pas de voiture,"
                + "sans permis b,sans permis de conduire,non vehicule,pas vehicule,pas besoin de permis")
        facet(
            .licence, LicenceFacet.b, FacetLayout.licence, code: "B", "Permis B",
            "permis b,permis vl,avec permis b,permis de conduire")
        // Drivers of lorries ask for C or for CE; who has typed « permis C » wants to see both.
        add(
            "permis c,permis pl,permis poids lourd,permis poids lourds",
            FilterPhrase(
                kind: .licence, label: "Permis C", codes: ["C", "CE"],
                condition: .facets(
                    [LicenceFacet.c, .ce].compactMap { FacetLayout.index($0, in: FacetLayout.licence) })))
        facet(
            .licence, LicenceFacet.ce, FacetLayout.licence, code: "CE", "Permis CE",
            "permis ce,permis ec,permis spl,permis super lourd,permis super lourds")
        facet(.licence, LicenceFacet.d, FacetLayout.licence, code: "D", "Permis D", "permis d")
        add(
            "sans permis poids lourd,sans permis poids lourds,sans permis pl,sans permis c,sans permis spl,sans permis ce,"
                + "sans le permis poids lourd",
            FilterPhrase(
                kind: .licence, label: "Sans permis poids lourd", codes: ["B", "sans"],
                condition: .lacksFacets(
                    [LicenceFacet.c, .ce, .d].compactMap { FacetLayout.index($0, in: FacetLayout.licence) })))
        add(
            "sans diplome,sans diplomes,aucun diplome,pas de diplome,non diplome,non diplomee,sans qualification,non qualifie,"
                + "non qualifiee,sans formation,pas diplome,sans bac",
            FilterPhrase(
                kind: .training, label: "Sans diplôme", codes: ["0"],
                condition: .lacksFacets(Array(FacetLayout.training.dropFirst()))))
        add(
            "teletravail,teletravailler,en teletravail,remote,full remote,a distance,travail a distance,travail domicile,"
                + "travail a domicile,home office,travailler a domicile,travailler de chez soi,tele travail",
            FilterPhrase(
                kind: .telework, label: "Télétravail possible", codes: ["oui"],
                condition: .facets(Array(FacetLayout.telework))))
        add(
            "rqth,travailleur handicape,travailleurs handicapes,travailleuse handicapee,handicape,handicapee,poste adapte,"
                + "emploi handicap,travail handicap,poste handicap,job handicap,offre handicap,aah,cap emploi,"
                + "accessible handicap,accessible handicape,accessible aux handicapes,accessible travailleur handicape",
            FilterPhrase(
                kind: .accessible, label: "Accessible aux travailleurs handicapés", codes: ["oui"],
                condition: .facets(Array(FacetLayout.accessible))))
        for (measure, phrases) in [
            (InsertionMeasure.cied, "cied,contrat inclusion,contrat d inclusion"),
            (.clause, "clause insertion,clause d insertion,clauses d insertion,clause sociale"),
            (.iae, "iae,chantier insertion,chantier d insertion,entreprise d insertion,structure d insertion"),
        ] {
            facet(.insertion, measure, FacetLayout.insertion, code: measure.rawValue, measure.label, phrases)
        }
        for (days, label, phrases) in [
            (1, "Publiée aujourd’hui", "aujourd hui,aujourdhui,du jour,offres du jour"),
            (7, "Publiée cette semaine", "cette semaine,derniere semaine,moins d une semaine"),
            (31, "Publiée ce mois-ci", "ce mois,ce mois ci,dernier mois"),
        ] {
            add(
                phrases,
                FilterPhrase(kind: .published, label: label, codes: [String(days)], condition: .publishedWithin(days)))
        }
        return (table, known)
    }()
}
