/// Names by number, both ways. Number 0 stands for no name.
struct NameTable: Sendable {
    private(set) var names = [""]
    /// As they compare: lower case without accents.
    private(set) var folded: [[UInt8]] = [[]]
    private var numbers: [String: UInt32] = [:]

    mutating func intern(_ name: String) -> UInt32 {
        guard !name.isEmpty else { return 0 }
        if let known = numbers[name] { return known }
        let number = UInt32(names.count)
        names.append(name)
        folded.append(Folding.folded(name))
        numbers[name] = number
        return number
    }

    func number(_ name: String) -> UInt32? { numbers[name] }
}
