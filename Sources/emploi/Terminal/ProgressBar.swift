import Glibc

/// Shows how far a long piece of work has come, on standard error: a bar on a terminal, a plain line now and then elsewhere.
struct ProgressBar {
    private static let width = 30
    private static let redrawAfter = 0.1
    private static let lineAfter = 5.0

    private let label: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let started: Double
    private var shown: Double

    init(_ label: String) {
        self.label = label
        started = Self.now()
        shown = started
    }

    /// `done` of `total` (0: not known) in any unit; `detail` is a count in words: `45 000 offres`.
    mutating func show(done: Int, total: Int, detail: String) {
        let now = Self.now()
        guard now - shown >= (isTerminal ? Self.redrawAfter : Self.lineAfter) else { return }
        shown = now
        guard total > 0 else {
            Console.error(
                isTerminal ? "\r\u{1B}[K\(label) : \(detail)" : "\(label) : \(detail)",
                terminator: isTerminal ? "" : "\n")
            return
        }
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let left = share > 0.01 ? Int((now - started) * (1 - share) / share + 0.5) : nil
        let rest = left.map { ", encore \($0) s environ" } ?? ""
        let percent = Int(share * 100)
        if isTerminal {
            let filled = Int(share * Double(Self.width))
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
            Console.error("\r\u{1B}[K\(label) \(bar) \(percent) % – \(detail)\(rest)", terminator: "")
        } else {
            Console.error("\(label) : \(percent) % – \(detail)\(rest)")
        }
    }

    /// Takes the bar away, so that the next line stands alone.
    func finish() {
        if isTerminal { Console.error("\r\u{1B}[K", terminator: "") }
    }

    private static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
