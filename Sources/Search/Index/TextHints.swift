import Recruitment

/// What a description says about licences, hours and training where the source left the fields empty.
///
/// Only plain statements count ("permis B", "du lundi au vendredi", "aucun diplôme"); a licence that would merely be
/// welcome is no requirement.
struct TextHints {
    private(set) var licences: Set<DrivingLicence> = []
    private(set) var schedules: Set<WorkSchedule> = []
    private(set) var training: TrainingLevel?
    /// « Poste accessible aux travailleurs handicapés ».
    private(set) var accessible = false

    /// Words of the title and of the description, in order.
    init(title: [Lexeme], words: [TextToken], lexemes: [Lexeme]) {
        for word in title {
            switch word.trigger {
            case .night: schedules.insert(.night)
            case .weekend: schedules.insert(.weekend)
            case .shifts: schedules.insert(.shifts)
            default: break
            }
        }
        for index in words.indices {
            guard let trigger = lexemes[Int(words[index].lexeme)].trigger else { continue }
            let window = Window(words: words, lexemes: lexemes, index: index)
            switch trigger {
            case .licence: readLicence(window)
            case .vehicle:
                if window.isNear(["necessaire", "indispensable", "exige", "obligatoire", "personnel", "requis"]) {
                    licences.insert(.b)
                }
            case .night:
                let fixed =
                    window.after(1) == "fixe" || window.after(1) == "fixes" || window.after(0) == "nuits"
                if fixed || window.before(1) == "de" && Self.nightWork.contains(window.before(2)) {
                    schedules.insert(.night)
                }
            case .weekend:
                if !["pas", "sans", "hors", "ni"].contains(window.before(1)) { schedules.insert(.weekend) }
            case .monday:
                if window.after(1) == "au", window.after(2) == "vendredi" { schedules.insert(.day) }
            case .schoolHours:
                if window.after(1) == "scolaires" || window.after(1) == "bureau" || window.after(2) == "bureau" {
                    schedules.insert(.day)
                } else if window.after(1) == "coupes" {
                    schedules.insert(.split)
                } else if window.isNear(["equipe", "equipes", "postes", "alternants"]) {
                    schedules.insert(.shifts)
                }
            case .continuousDay:
                if window.after(1) == "continue" { schedules.insert(.day) }
            case .teams:
                if let digit = window.after(1).utf8.first, digit &- 0x30 < 10 { schedules.insert(.shifts) }
                if ["alternantes", "successives", "tournantes"].contains(window.after(1)) { schedules.insert(.shifts) }
            case .shifts: schedules.insert(.shifts)
            case .disabled:
                if window.isNear(["accessible", "ouvert", "adapte", "travailleurs"]) { accessible = true }
            case .noDiploma:
                if ["aucun", "sans", "pas"].contains(window.before(1)) || window.before(2) == "pas" {
                    lower(.none)
                } else if ["d", "de", "du", "en", "exige", "demande", "requis", "obligatoire"].contains(window.after(1))
                    || window.before(1) == "titulaire" || Self.elided.contains(window.after(1))
                {
                    lower(.level3)
                }
            case .holder: if ["du", "d", "de"].contains(window.after(1)) { lower(.level3) }
            case .vocational: lower(.level3)
            case .bac: readBac(window)
            case .twoYears: lower(.level5)
            case .bachelor: if window.after(1) != "de" { lower(.level6) }
            case .master: lower(.level7)
            }
        }
    }

    private mutating func lower(_ level: TrainingLevel) {
        training = TrainingLevel(rawValue: min(training?.rawValue ?? .max, level.rawValue))
    }

    private mutating func readBac(_ window: Window) {
        switch window.after(1) {
        case "2": lower(.level5)
        case "3", "4": lower(.level6)
        case "5": lower(.level7)
        default: lower(.level4)
        }
    }

    private mutating func readLicence(_ window: Window) {
        guard !["sans", "pas", "ni"].contains(window.before(1)), window.before(2) != "pas",
            !window.isNear(["apprecie", "souhaite", "serait", "plus", "facultatif", "non"])
        else { return }
        for distance in 1...4 {
            switch window.after(distance) {
            case "b", "vl": licences.insert(.b)
            case "c", "pl": licences.insert(.c)
            case "ce", "ec", "spl": licences.insert(.ce)
            case "be": licences.insert(.be)
            case "d": licences.insert(.d)
            case "de": if distance == 1, window.after(2) == "conduire" { licences.insert(.b) }
            case "conduire", "et", "ou", "categorie": break
            default: return
            }
        }
    }

    private struct Window {
        let words: [TextToken]
        let lexemes: [Lexeme]
        let index: Int

        func before(_ distance: Int) -> String { word(index - distance) }
        func after(_ distance: Int) -> String { word(index + distance) }

        func isNear(_ candidates: Set<String>) -> Bool {
            (1...4).contains { candidates.contains(after($0)) || $0 <= 2 && candidates.contains(before($0)) }
        }

        private func word(_ position: Int) -> String {
            words.indices.contains(position)
                ? String(decoding: lexemes[Int(words[position].lexeme)].folded, as: UTF8.self) : ""
        }
    }

    static func trigger(_ word: [UInt8]) -> Trigger? { triggers[word] }

    enum Trigger: Sendable {
        case disabled, licence, vehicle, night, weekend, monday, schoolHours, continuousDay, teams, shifts
        case noDiploma, holder, vocational, bac, twoYears, bachelor, master
    }

    private static let nightWork: Set<String> = [
        "travail", "poste", "horaire", "horaires", "equipe", "veille", "veilleur", "veilleuse", "garde", "service",
        "surveillant", "surveillante", "educateur", "educatrice", "agent", "agente", "receptionniste", "infirmier",
        "infirmiere", "soignant", "soignante", "heures", "travailler", "jour", "ou",
    ]

    /// What follows « diplôme d’ », the elision being undone.
    private static let elided: Set<String> = ["aide", "etat", "infirmier", "ingenieur", "auxiliaire", "educateur"]

    private static let triggers: [[UInt8]: Trigger] = {
        let table: [(Trigger, String)] = [
            (.disabled, "handicapes handicapees rqth"), (.licence, "permis"), (.vehicle, "voiture vehicule"),
            (.night, "nuit nuits"),
            (.weekend, "weekend weekends week samedi samedis dimanche dimanches"), (.monday, "lundi"),
            (.schoolHours, "horaire horaires"), (.continuousDay, "journee"), (.teams, "equipe equipes"),
            (.shifts, "2x8 3x8 5x8"), (.noDiploma, "diplome diplomes"), (.holder, "titulaire"),
            (.vocational, "cap bep"),
            (.bac, "bac baccalaureat"),
            (.twoYears, "bts dut"), (.bachelor, "licence bachelor but"), (.master, "master ingenieur doctorat"),
        ]
        var triggers: [[UInt8]: Trigger] = [:]
        for (trigger, words) in table {
            for word in words.split(separator: " ") { triggers[Array(word.utf8)] = trigger }
        }
        triggers[Array("but".utf8)] = nil
        return triggers
    }()
}
