/// « offres 0-149/4312 », the form France Travail gives the field Content-Range.
struct ContentRange: Sendable, Hashable {
    let first: Int
    let last: Int
    let total: Int

    init?(_ text: String) {
        let numbers = text.split(whereSeparator: { !$0.isNumber }).map { Int($0) }
        guard numbers.count == 3, let first = numbers[0], let last = numbers[1], let total = numbers[2], first <= last,
            total >= 0
        else { return nil }
        self.first = first
        self.last = last
        self.total = total
    }
}
