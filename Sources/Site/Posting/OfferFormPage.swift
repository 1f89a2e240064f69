import HTML
import Recruitment
import Search
import Storage
import Web

/// A step of writing an offer, or all of them on one page.
struct OfferFormPage {
    let reading: OfferFormReading
    let step: OfferForm.Step
    /// nil for an offer that is not kept yet.
    let posting: Posting?
    let memberships: [Membership]
    let today: CalendarDay
    /// Where the person who writes begins.
    let home: String
    var problems = FormProblems()
    var findings: [LegalFinding] = []
    /// Other offers of the employer that this one seems to repeat.
    var alike: [OfferID] = []
    /// What another person did meanwhile.
    var notice: String?
    let seal: FormSeal

    private var form: OfferForm { reading.form }

    var title: String {
        let number = step == .all ? "" : "Étape \(step.rawValue) sur 4 : "
        return number + step.title
    }

    private var action: String {
        posting.map { Paths.postingStep.link($0.id, step) } ?? Paths.newPosting.link()
    }

    var html: HTML {
        """
        <div class="wrap narrow">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(home)">Mon espace</a> › \
        <a href="\(Paths.postings.link())">Mes offres</a>\
        \(posting.map { " › <a href=\"\(Paths.posting.link($0.id))\">\(PostingWording.title($0))</a>" } as HTML?)</nav>
        <h1>\(title)</h1>
        \(steps)\
        \(notice.map { "<div class=\"notice\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(problems.summary)\
        \(FindingsView(findings: findings, subject: reading.subject).html)\
        \(AlikeView(codes: alike).html)\
        <form action="\(action)" method="post" novalidate data-check="\(Paths.postingCheck.link())">
        \(seal.html)\
        <input type="hidden" name="version" value="\(String(posting?.version ?? 0))">
        <input type="hidden" name="etape" value="\(step.rawValue)">
        \(posting.map { "<input type=\"hidden\" name=\"offre\" value=\"\($0.id.description)\">\n" } as HTML?)\
        \(each: step.fields, { control($0) })\
        <section class="check" aria-label="Vérification pendant que vous écrivez" hidden><p role="status"></p><div></div></section>
        <p class="actions"><button name="suite" value="continuer">\(step.next == nil ? "Enregistrer et relire" : "Enregistrer et continuer")</button> \
        <button class="button quiet" name="suite" value="plus-tard">Enregistrer et finir plus tard</button></p>
        </form>
        \(skip)\
        </div>
        """
    }

    private var steps: HTML? {
        guard step != .all else { return nil }
        let others: HTML
        if let posting {
            others = """
                <ol class="steps">
                \(each: OfferForm.Step.steps, { other in
                    """
                    <li><a href="\(Paths.postingStep.link(posting.id, other))"\(if: other == step, " aria-current=\"step\"")>\(other.title)</a></li>

                    """
                })</ol>
                <p><a href="\(Paths.postingStep.link(posting.id, .all))">Tout remplir sur une seule page</a></p>

                """
        } else {
            others = """
                <p>Quatre étapes courtes, chacune enregistrée. Vous pouvez aussi \
                <a href="\(Paths.newPosting.link(query: ["page": "tout"]))">tout remplir sur une seule page</a>.</p>

                """
        }
        return others
    }

    /// After a step that is kept but holds something to correct: the way on.
    private var skip: HTML? {
        guard let posting, !(problems.isEmpty && findings.isEmpty) else { return nil }
        let link = step.next.map { Paths.postingStep.link(posting.id, $0) } ?? Paths.posting.link(posting.id)
        return "<p>Ce que vous avez écrit est enregistré. <a href=\"\(link)\">Corriger plus tard et continuer</a></p>\n"
    }

    // MARK: Controls

    private func control(_ field: OfferForm.Field) -> HTML {
        switch field {
        case .siret:
            choice(
                field, "Établissement qui recrute",
                [("", "Choisissez")]
                    + memberships.map { ($0.establishment.siret.description, Self.label($0.establishment)) },
                hint: "Un autre établissement s’ajoute dans « Mon espace ».")
        case .intitule:
            input(
                field, "Intitulé du poste",
                hint: "Le métier, au masculin et au féminin : « Serveur / Serveuse », « Maçon (H/F) ».",
                suggests: "metier")
        case .employeur:
            input(
                field, "Nom de l’employeur, tel que les candidats le verront",
                hint: "L’enseigne ou le nom de l’entreprise.", autocomplete: "organization")
        case .commune:
            input(
                field, "Commune où l’on travaille",
                hint: "Avec son code postal si plusieurs ont ce nom : « Neuvy (03000) ».", suggests: "commune")
        case .postes: input(field, "Nombre de postes", mode: "numeric")
        case .rome:
            ChoiceGroup(
                name: field.rawValue, legend: "Quel est ce métier ?",
                hint:
                    "Les propositions viennent de l’intitulé et de la liste officielle (ROME). Ce choix aide les candidats à trouver l’offre.",
                options: reading.occupationChoices + [("", "Aucun de ceux-là, ou je ne sais pas")],
                chosen: [reading.chosenOccupation?.description ?? ""], isSingle: true
            ).html(problems)
        case .contrat:
            choice(
                field, "Type de contrat",
                [("", "Choisissez")] + OfferFormReading.contracts.map { ($0.rawValue, $0.label) })
        case .duree:
            input(
                field, "Durée du contrat, en mois", hint: "Pour un contrat qui finit : 6, ou 1,5.", mode: "decimal",
                isOptional: true)
        case .heures:
            input(field, "Heures par semaine", hint: "35 pour un temps plein.", mode: "decimal")
        case .horaire: group(field, "Horaires", WorkSchedule.allCases.map { ($0.rawValue, $0.label) })
        case .salaireMinimum:
            input(
                field, "Salaire brut, en euros", hint: "Le montant ou le bas de la fourchette : 12,50 ou 1 900.",
                mode: "decimal")
        case .salaireMaximum: input(field, "Haut de la fourchette", mode: "decimal", isOptional: true)
        case .salairePeriode:
            choice(
                field, "Ce salaire est",
                [("", "Choisissez"), ("horaire", "par heure"), ("mensuel", "par mois"), ("annuel", "par an")])
        case .missions:
            area(field, "Ce que la personne fera", rows: 8, hint: "Une tâche par ligne, qui commence par un tiret.")
        case .exige:
            area(
                field, "Ce qui est demandé", rows: 4, hint: "Seulement ce sans quoi le travail ne peut pas se faire.",
                isOptional: true)
        case .plus: area(field, "Ce qui serait un plus", rows: 3, isOptional: true)
        case .experience:
            choice(
                field, "Expérience",
                [("", "Non précisée")] + Experience.allCases.map { ($0.rawValue, $0.label) }, isOptional: true)
        case .permis:
            group(
                field, "Permis nécessaires",
                [DrivingLicence.am, .b, .be, .c, .ce, .d].map { ($0.rawValue, "Permis \($0.rawValue)") },
                hint: "Seulement si le travail ne peut pas se faire sans.")
        case .vehicule:
            group(field, "Véhicule", [("oui", "Une voiture ou un deux-roues est nécessaire pour ce travail")])
        case .formation:
            choice(
                field, "Niveau demandé",
                [("", "Non précisé")] + TrainingLevel.allCases.map { (String($0.rawValue), $0.label) }, isOptional: true
            )
        case .teletravail: group(field, "Télétravail", [("oui", "Télétravail possible")])
        case .accessible: group(field, "Handicap", [("oui", "Poste ouvert aux travailleurs handicapés, adaptable")])
        case .insertion:
            group(field, "Insertion", InsertionMeasure.allCases.map { ($0.rawValue, $0.label) })
        case .tel:
            input(field, "Téléphone pour postuler", hint: "Il sera visible de tous.", kind: "tel", isOptional: true)
        case .url: input(field, "Page web pour postuler", hint: "https://…", kind: "url", isOptional: true)
        case .courriel:
            input(
                field, "Courriel pour postuler",
                hint:
                    "Montré aux candidats qui le demandent, jamais aux robots. Il peut différer de celui de votre compte.",
                kind: "email", isOptional: true)
        case .consigne:
            area(
                field, "Autre façon de postuler", rows: 2, hint: "Par exemple : se présenter à l’accueil le matin.",
                isOptional: true)
        case .dateDebut:
            input(
                field, "Publier à partir du",
                hint:
                    "Vide : dès qu’un agent l’a acceptée. Au plus tard le \(French.date(today.adding(days: LifecycleSettings().mostDaysAhead))).",
                kind: "date", isOptional: true)
        case .dateLimite:
            input(
                field, "Dernier jour pour postuler",
                hint: "\(String(LifecycleSettings().mostDaysOpen)) jours au plus après la publication.", kind: "date")
        }
    }

    static func label(_ establishment: Establishment) -> String {
        let number = SIRETText.grouped(establishment.siret)
        return establishment.facts.map { "\($0.name), \(number)" } ?? number
    }

    private func input(
        _ field: OfferForm.Field, _ label: String, hint: String? = nil, kind: HTML = "text",
        autocomplete: String? = nil, mode: String? = nil, isOptional: Bool = false,
        suggests: String? = nil
    ) -> HTML {
        FormField(
            name: field.rawValue, label: label, kind: .input(kind), value: form[field], hint: hint,
            autocomplete: autocomplete, inputMode: mode, isOptional: isOptional, suggests: suggests
        ).html(problems)
    }

    private func area(
        _ field: OfferForm.Field, _ label: String, rows: Int, hint: String? = nil, isOptional: Bool = false
    ) -> HTML {
        FormField(
            name: field.rawValue, label: label, kind: .area(rows: rows), value: form[field], hint: hint,
            isOptional: isOptional
        ).html(problems)
    }

    private func choice(
        _ field: OfferForm.Field, _ label: String, _ options: [(value: String, label: String)], hint: String? = nil,
        isOptional: Bool = false
    ) -> HTML {
        FormField(
            name: field.rawValue, label: label, kind: .choice(options), value: form[field], hint: hint,
            isOptional: isOptional
        ).html(problems)
    }

    private func group(
        _ field: OfferForm.Field, _ legend: String, _ options: [(value: String, label: String)], hint: String? = nil
    ) -> HTML {
        ChoiceGroup(name: field.rawValue, legend: legend, hint: hint, options: options, chosen: form.values(field))
            .html(problems)
    }
}
