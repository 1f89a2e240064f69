import HTML
import Recruitment
import Search
import Storage
import Web

/// An employer's form read: what is wrong with it, the offer where nothing is, and what the law and the aid need to know.
struct OfferFormReading {
    /// What the reading depends on beside the form.
    struct Context {
        let board: Board
        let posting: PostingID
        let memberships: [Membership]
        let today: CalendarDay
        let now: Instant
        let publishedAt: Instant?
        let settings = LifecycleSettings()
    }

    /// Unicode scalars of one of the long texts.
    static let longestText = 6_000
    static let contracts: [ContractType] = [
        .permanent, .fixedTerm, .temporary, .seasonal, .apprenticeship, .professionalisation, .insertionFixedTerm,
        .insertionTemporary, .temporaryPermanent, .springboard,
    ]

    let form: OfferForm
    private let context: Context
    private(set) var problems = FormProblems()
    /// nil while something is wrong.
    private(set) var offer: Offer?
    private(set) var siret: SIRET?
    private(set) var commune: INSEECode?
    private(set) var contract: ContractType?
    private(set) var duration: Double?
    private(set) var hours: Double?
    private(set) var salary: Salary?
    /// The day to come from which it is to be public; nil for at once.
    private(set) var startsOn: CalendarDay?

    init(_ form: OfferForm, _ context: Context) {
        self.form = form
        self.context = context
        offer = read()
    }

    /// Whether something is wrong with a field of `step`, and what.
    func problems(of step: OfferForm.Step) -> FormProblems {
        var own = FormProblems()
        for item in problems.items where step.fields.contains(where: { $0.rawValue == item.field }) {
            own.add(item.field, item.message)
        }
        return own
    }

    private var workingTime: WorkingTime? { hours.map { $0 >= 35 ? .fullTime : .partTime } }

    /// The texts as typed, so that findings mark the employer's own words.
    var subject: LintSubject {
        var texts: [LintField: String] = [:]
        for field in LintField.allCases { texts[field] = form[Self.field(field)] }
        texts[.contract] = ""
        texts[.hours] = ""
        texts[.pay] = ""
        return LintSubject(
            texts: texts, contract: contract, workingTime: workingTime, weeklyHours: hours, salary: salary, siret: siret
        )
    }

    var facts: CIEDMeter.Facts {
        CIEDMeter.Facts(
            contract: contract, durationInMonths: duration, workingTime: workingTime, weeklyHours: hours,
            activity: membership?.establishment.facts?.activity)
    }

    /// The control that a finding is about.
    static func field(_ field: LintField) -> OfferForm.Field {
        switch field {
        case .title: .intitule
        case .employer: .employeur
        case .contract: .contrat
        case .hours: .heures
        case .pay: .salaireMinimum
        case .description: .missions
        case .requirements: .exige
        case .preferences: .plus
        case .application: .consigne
        case .phone: .tel
        }
    }

    private var membership: Membership? {
        context.memberships.first { $0.establishment.siret == siret }
    }

    // MARK: Reading

    private mutating func read() -> Offer? {
        siret = SIRET(form[.siret])
        if membership == nil || membership?.state == .refused {
            add(.siret, "Choisissez un de vos établissements.")
        }
        let title = required(.intitule, "Donnez l’intitulé du poste.", longest: OfferText.longestTitle)
        let employer = required(
            .employeur, "Donnez le nom de l’employeur : les candidats veulent le connaître.",
            longest: OfferText.longestName)
        let workplace = workplace()
        let positions = whole(.postes, 1...99, orElse: 1, "Donnez un nombre de postes entre 1 et 99.")
        readContract()
        readPay()
        let description = description()
        let application = application()
        readStart()
        let deadline = deadline()
        guard problems.isEmpty, let title, let employer, let workplace, let positions, let contract, let description,
            let deadline, let identity = OfferIdentity(source: .ownSite, sourceID: context.posting.description)
        else { return nil }
        let published = context.publishedAt ?? context.now
        var offer = Offer(
            identity: identity, title: title, description: description, workplace: workplace, contract: contract,
            publishedAt: published, updatedAt: max(published, context.now), deadline: deadline)
        offer.occupation = occupation
        offer.durationInMonths = duration
        offer.weeklyHours = hours
        offer.workingTime = workingTime
        offer.schedules = Set(form.values(.horaire).compactMap(WorkSchedule.init(rawValue:)))
        offer.salary = salary
        offer.employer = employer
        offer.siret = siret
        offer.activity = membership?.establishment.facts?.activity
        offer.experience = Experience(rawValue: form[.experience])
        offer.licences = Set(form.values(.permis).compactMap(DrivingLicence.init(rawValue:)))
        offer.trainingLevel = Int(form[.formation]).flatMap(TrainingLevel.init(rawValue:))
        offer.positions = positions
        offer.telework = form[.teletravail] == "oui"
        offer.accessibleToDisabledWorkers = form[.accessible] == "oui"
        offer.insertion = Set(form.values(.insertion).compactMap(InsertionMeasure.init(rawValue:)))
        offer.application = application
        return offer
    }

    private mutating func add(_ field: OfferForm.Field, _ message: String) {
        problems.add(field.rawValue, message)
    }

    private mutating func required(_ field: OfferForm.Field, _ message: String, longest: Int) -> String? {
        let text = form[field]
        guard !text.isEmpty else {
            add(field, message)
            return nil
        }
        return bounded(field, longest: longest)
    }

    private mutating func bounded(_ field: OfferForm.Field, longest: Int) -> String? {
        let text = form[field]
        guard text.unicodeScalars.count <= longest else {
            add(field, "Ce texte est trop long : \(French.number(longest)) caractères au plus.")
            return nil
        }
        return text
    }

    private mutating func whole(
        _ field: OfferForm.Field, _ range: ClosedRange<Int>, orElse empty: Int, _ message: String
    ) -> Int? {
        if form[field].isEmpty { return empty }
        guard let number = Int(form[field]), range.contains(number) else {
            add(field, message)
            return nil
        }
        return number
    }

    private mutating func workplace() -> Workplace? {
        let text = form[.commune]
        let commune: Commune
        switch context.board.reference.communes.read(text) {
        case .communes(let found) where found.count == 1: commune = found[0]
        case .communes(let found), .ambiguous(let found):
            add(
                .commune,
                "Plusieurs communes correspondent. Écrivez celle-ci avec son code postal : \(Self.list(found)).")
            return nil
        case .number(let found, let coded):
            add(.commune, "Écrivez le nom de la commune : \(Self.list(found + [coded])).")
            return nil
        case .everywhere:
            add(.commune, "Donnez la commune où l’on travaille.")
            return nil
        case .unknown(let suggestions):
            let hint = suggestions.isEmpty ? "" : " Vouliez-vous dire : \(Self.list(suggestions)) ?"
            add(.commune, "Cette commune n’est pas dans l’Allier ni à proximité." + hint)
            return nil
        }
        self.commune = commune.code
        let postcode = commune.postcodes.first { text.contains($0.description) } ?? commune.postcodes.first
        return Workplace(
            precision: .commune, label: commune.name, commune: commune.code, postcode: postcode,
            departement: commune.code.departement, coordinate: commune.centre)
    }

    private static func list(_ communes: [Commune]) -> String {
        communes.prefix(6).map { "\($0.name) (\($0.postcodes.first?.description ?? ""))" }.joined(separator: ", ")
    }

    private mutating func readContract() {
        contract = ContractType(rawValue: form[.contrat]).flatMap { Self.contracts.contains($0) ? $0 : nil }
        if contract == nil { add(.contrat, "Choisissez le type de contrat.") }
        if contract != .permanent, contract != .temporaryPermanent {
            if let hundredths = TypedNumber.hundredths(form[.duree]), (10...6_000).contains(hundredths) {
                duration = Double(hundredths) / 100
            } else if !form[.duree].isEmpty || contract == .fixedTerm || contract == .seasonal {
                add(.duree, "Donnez la durée du contrat en mois, comme 6 ou 1,5.")
            }
        }
        if let hundredths = TypedNumber.hundredths(form[.heures]), (50...6_000).contains(hundredths) {
            hours = Double(hundredths) / 100
        } else {
            add(.heures, "Donnez le nombre d’heures par semaine, comme 35 ou 17,5.")
        }
    }

    private mutating func readPay() {
        let minimum = TypedNumber.hundredths(form[.salaireMinimum])
        if minimum == nil || minimum == 0 {
            add(.salaireMinimum, "Donnez le salaire brut, comme 12,50 : il est obligatoire.")
        }
        let maximum = form[.salaireMaximum].isEmpty ? nil : TypedNumber.hundredths(form[.salaireMaximum])
        if !form[.salaireMaximum].isEmpty, maximum == nil {
            add(.salaireMaximum, "Donnez un montant, comme 13,20, ou laissez vide.")
        }
        let period = PayPeriod(rawValue: form[.salairePeriode])
        if period == nil { add(.salairePeriode, "Dites si c’est par heure, par mois ou par an.") }
        guard let minimum, minimum > 0, let period else { return }
        salary = Salary(minimum: minimum, maximum: maximum, period: period)
        if salary == nil { add(.salaireMaximum, "Le montant le plus haut doit être au moins égal au premier.") }
    }

    private mutating func description() -> String? {
        let duties = required(
            .missions, "Décrivez le travail : c’est ce qu’on lit en premier.", longest: Self.longestText)
        let needs = bounded(.exige, longest: Self.longestText)
        let pluses = bounded(.plus, longest: Self.longestText)
        guard let duties, let needs, let pluses else { return nil }
        var parts = [duties]
        let needed = [needs, form[.vehicule] == "oui" ? Self.vehicle : ""].filter { !$0.isEmpty }
        if !needed.isEmpty { parts.append("Ce qui est demandé :\n\(needed.joined(separator: "\n"))") }
        if !pluses.isEmpty { parts.append("Ce qui serait un plus :\n\(pluses)") }
        return parts.joined(separator: "\n\n")
    }

    private static let vehicle = "Avoir une voiture ou un deux-roues pour ce travail."

    private mutating func application() -> ApplicationMeans {
        var means = ApplicationMeans()
        if !form[.tel].isEmpty {
            means.phone = PhoneNumber(form[.tel])?.description
            if means.phone == nil { add(.tel, "Donnez un numéro français à dix chiffres, comme 04 70 12 34 56.") }
        }
        if !form[.url].isEmpty {
            let url = form[.url]
            let isWeb = url.lowercased().hasPrefix("https://") || url.lowercased().hasPrefix("http://")
            if isWeb, url.utf8.count <= OfferText.longestURL, SafeURL(url)?.site != nil {
                means.url = url
            } else {
                add(.url, "Donnez une adresse complète, qui commence par https://.")
            }
        }
        if !form[.courriel].isEmpty {
            means.email = EmailAddress(form[.courriel])?.description
            if means.email == nil { add(.courriel, Visit.addressHint) }
        }
        if let text = bounded(.consigne, longest: 500), !text.isEmpty { means.instructions = text }
        if means == ApplicationMeans(), problems[OfferForm.Field.tel.rawValue] == nil,
            problems[OfferForm.Field.url.rawValue] == nil, problems[OfferForm.Field.courriel.rawValue] == nil
        {
            add(.tel, "Donnez au moins un moyen de postuler : téléphone, site, courriel ou sur place.")
        }
        return means
    }

    private mutating func readStart() {
        guard !form[.dateDebut].isEmpty else { return }
        let latest = context.today.adding(days: context.settings.mostDaysAhead)
        guard let day = CalendarDay(form[.dateDebut]), day <= latest else {
            add(
                .dateDebut,
                "Donnez une date de publication au plus tard le \(French.date(latest)), ou laissez vide pour publier au plus tôt."
            )
            return
        }
        // A day that has come means at once.
        if day > context.today { startsOn = day }
    }

    private mutating func deadline() -> CalendarDay? {
        let first = startsOn ?? context.today
        let latest = first.adding(days: context.settings.mostDaysOpen)
        guard let day = CalendarDay(form[.dateLimite]), day >= first, day <= latest else {
            let start = startsOn.map { "le \(French.date($0))" } ?? "aujourd’hui"
            add(
                .dateLimite,
                "Donnez une date limite entre \(start) et le \(French.date(latest)) (\(context.settings.mostDaysOpen) jours au plus)."
            )
            return nil
        }
        return day
    }

    // MARK: Occupation

    /// The one chosen, or the likeliest for the title.
    var occupation: ROMECode? { chosenOccupation ?? suggestions.first.flatMap { ROMECode($0.code) } }

    /// The one the employer chose, where it exists.
    var chosenOccupation: ROMECode? {
        ROMECode(form[.rome]).flatMap { context.board.reference.occupation($0) == nil ? nil : $0 }
    }

    /// What there is to choose from: what the title may mean, each occupation once, and the one chosen.
    var occupationChoices: [(value: String, label: String)] {
        let codes = suggestions.compactMap { ROMECode($0.code) } + (chosenOccupation.map { [$0] } ?? [])
        var known: Set<ROMECode> = []
        return codes.filter { known.insert($0).inserted }.compactMap { code in
            context.board.reference.occupation(code).map { (code.description, $0.label) }
        }
    }

    /// What the title may mean, the likeliest first: what its words mean together, then with the last ones left out.
    var suggestions: [Suggestion] {
        let title = form[.intitule].replacing("H/F", with: "").replacing("F/H", with: "").prefix(100)
        var words = title.split { $0 == " " || $0 == "/" || $0 == "(" || $0 == ")" }.prefix(8)
        var found: [Suggestion] = []
        while !words.isEmpty, Set(found.map(\.code)).count < Self.enoughOccupations {
            found += context.board.occupations(meantBy: words.joined(separator: " "), limit: 6)
            words.removeLast()
        }
        return found
    }

    private static let enoughOccupations = 4
}
