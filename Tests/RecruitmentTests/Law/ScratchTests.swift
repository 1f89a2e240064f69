import Glibc
import Recruitment
import Testing

@Suite struct ScratchTests {
    @Test func `scratch demo`() {
        var text = ""
        guard let f = unsafe fopen("/tmp/demo.tsv", "r") else { return }
        var o: [UInt8] = []
        while true { let c = unsafe getc(f); if c == EOF { break }; o.append(UInt8(truncatingIfNeeded: c)) }
        text = String(decoding: o, as: UTF8.self)
        let lint = LegalLintTests.lint
        var n = 0
        for line in text.split(separator: "\n") {
            let c = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n") }
            let description = c[2]
            var salary: Salary?
            if let lo = Double(c[6]), let hi = Double(c[7]), let p = PayPeriod(rawValue: c[8]) {
                salary = Salary(minimum: Int64((lo * 100).rounded()), maximum: Int64((hi * 100).rounded()), period: p)
            }
            let s = LintSubject(texts: [.title: c[1], .description: description, .pay: c[9], .employer: c[10]], contract: ContractType(rawValue: c[3]), workingTime: WorkingTime(rawValue: c[4]), weeklyHours: Double(c[5]), salary: salary)
            for f in lint.findings(in: s, on: LegalLintTests.today) {
                n += 1
                let u = Array(s[f.field].utf8)
                let w = f.ranges.map { r in String(decoding: u[max(0, r.lowerBound - 0)..<min(u.count, r.upperBound + 0)], as: UTF8.self) }
                print("FOUND", f.rule.severity.rawValue, f.rule.code, f.field.rawValue, w, f.detail ?? "", f.field == .title ? c[1] : "")
            }
        }
        print("TOTAL", n)
    }
}
