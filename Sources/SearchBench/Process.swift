import SearchFixtures

/// What the system says of this process.
enum Process {
    /// Resident memory, MB.
    static var residentMegabytes: Int {
        let text = (try? TextFile.read("/proc/self/status")) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            let kilobytes = line.split(separator: " ").compactMap { Int($0) }.first ?? 0
            return kilobytes / 1_024
        }
        return 0
    }
}
