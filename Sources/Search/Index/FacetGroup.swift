import Recruitment

/// A group of filters that share their counts: each is counted as if its own filter were off.
public enum FacetGroup: String, Sendable, Hashable, CaseIterable {
    case contract = "contrat"
    case workingTime = "temps"
    case hours = "heures"
    case experience
    case licence = "permis"
    case schedule = "horaires"
    case salary = "salaire"
    case training = "formation"
    case telework = "teletravail"
    case accessible = "accessible"
    case insertion
    case domain = "domaine"
    case basin = "bassin"
    case published = "publiee"
    case occupation = "metier"
    case commune
    case employer = "employeur"
    case source
}

/// Bounds of the hours' groups, hours a week: up to 15, 16 to 24, 25 to 34, 35, 36 to 39, more.
public enum HoursBand: String, Sendable, Hashable, CaseIterable {
    case upTo15 = "0-15"
    case upTo24 = "16-24"
    case upTo34 = "25-34"
    case full = "35"
    case upTo39 = "36-39"
    case more = "40+"

    init(hours: Double) {
        self =
            hours <= 15.5
            ? .upTo15
            : hours < 25
                ? .upTo24
                : hours < 35
                    ? .upTo34
                    : hours == 35
                        ? .full
                        : hours < 40 ? .upTo39 : .more
    }
}

/// Licences as filters name them.
public enum LicenceFacet: String, Sendable, Hashable, CaseIterable {
    case none = "sans"
    case b = "B"
    case c = "C"
    case ce = "CE"
    case d = "D"
    case other = "autre"

    init(_ licence: DrivingLicence) {
        switch licence {
        case .b, .b1, .be: self = .b
        case .c, .c1: self = .c
        case .ce, .c1e: self = .ce
        case .d, .d1, .de, .d1e: self = .d
        case .am, .a, .a1, .a2: self = .other
        }
    }
}

/// Steps of pay, gross euros a month at full time; an offer counts in every step it reaches.
public enum SalaryStep: String, Sendable, Hashable, CaseIterable {
    case unspecified = "non-precise"
    case from1800 = "1800"
    case from2000 = "2000"
    case from2200 = "2200"
    case from2500 = "2500"
    case from3000 = "3000"
    case from3500 = "3500"
    case from4000 = "4000"

    var cents: Int64 { (Int64(rawValue) ?? 0) * 100 }
}

/// Ages of offers, days.
public enum PublishedWithin: Int, Sendable, Hashable, CaseIterable {
    case day = 1
    case threeDays = 3
    case week = 7
    case fortnight = 14
    case month = 31
}
