import Recruitment
import Search
import SearchFixtures

// SearchBench run|show ROOT: answers queries, one a line of standard input, over the demonstration offers.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fatalError("SearchBench run|show|bench ROOT …") }
let fixtures = SearchFixtures(root: arguments[2])
switch arguments[1] {
case "run": try Demonstration(fixtures).run()
case "show": try Demonstration(fixtures).show()
case "generate", "bench":
    guard arguments.count == 5, let count = Int(arguments[3]) else { fatalError("generate|bench ROOT COUNT FILE") }
    let benchmark = Benchmark(fixtures: fixtures, count: count)
    if arguments[1] == "generate" {
        try benchmark.generate(to: arguments[4])
    } else {
        try benchmark.run(from: arguments[4])
    }
default: fatalError("unknown command")
}
