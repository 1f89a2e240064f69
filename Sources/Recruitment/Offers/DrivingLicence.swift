/// Categories of driving licence (Code de la route R221-4).
public enum DrivingLicence: String, Sendable, Hashable, CaseIterable {
    case am = "AM"
    case a1 = "A1"
    case a2 = "A2"
    case a = "A"
    case b1 = "B1"
    case b = "B"
    case be = "BE"
    case c1 = "C1"
    case c1e = "C1E"
    case c = "C"
    case ce = "CE"
    case d1 = "D1"
    case d1e = "D1E"
    case d = "D"
    case de = "DE"
}
