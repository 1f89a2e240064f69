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
default: fatalError("unknown command")
}
