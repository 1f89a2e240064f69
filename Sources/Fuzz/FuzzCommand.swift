import ArgumentParser
import Glibc
import Threading

/// Bends valid inputs at random, but the same way each time, and checks what every reader of foreign octets promises.
@main
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Fuzz",
        abstract: "Feed bent inputs to the parsers. Input number N of a seed is always the same.")

    @Option(help: "Seconds to run.")
    var seconds = 10

    @Option(help: "Which sequence of inputs.")
    var seed: UInt64 = 1

    @Option(help: "Number of the first input.")
    var first = 0

    @Option(help: "Inputs at most.")
    var count = Int.max

    @Option(help: "Only this target: \(FuzzTargets.names).")
    var target: String?

    @Option(help: "Folder whose files are inputs to bend too: cases found before.")
    var corpus: String?

    @Flag(help: "Print each input before it is read.")
    var trace = false

    func run() throws {
        var targets = FuzzTargets.all
        if let target { targets = targets.filter { $0.name == target } }
        guard !targets.isEmpty else { throw ValidationError("--target is one of \(FuzzTargets.names).") }
        let found = corpus.map(Corpus.inputs) ?? []
        let watchdog = Watchdog()
        try watchdog.start()
        let start = Clock.now
        let end = start + Double(seconds)
        var mutator = Mutator()
        var tallies = Array(repeating: Tally(), count: targets.count)
        var number = first
        while number - first < count, number & 1_023 != 0 || Clock.now < end {
            let place = number % targets.count
            var random = RandomNumbers(seed: seed, number: UInt64(number))
            let input = mutator.input(from: targets[place].seeds, found: found, &random)
            watchdog.progress(number)
            if trace { print(number, targets[place].name, Escaped.text(input)) }
            do throws(Disagreement) {
                tallies[place].add(try targets[place].read(input, &random))
            } catch {
                print("input \(number) of seed \(seed), target \(targets[place].name): \(error.reason)")
                print(Escaped.text(input))
                throw ExitCode.failure
            }
            number += 1
        }
        let duration = Clock.now - start
        let total = number - first
        print(
            "\(total) inputs in \(Int(duration)) s (\(Int(Double(total) / duration)) a second), seed \(seed), no fault")
        for (target, tally) in zip(targets, tallies) { print("  \(target.name): \(tally)") }
    }
}

/// How the inputs of one target fared.
struct Tally: CustomStringConvertible {
    private var counts = [0, 0, 0]

    mutating func add(_ verdict: Verdict) {
        counts[verdict.rawValue] += 1
    }

    var description: String { "\(counts[0]) accepted, \(counts[1]) refused, \(counts[2]) incomplete" }
}

enum Clock {
    /// Seconds of the monotonic clock.
    static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
