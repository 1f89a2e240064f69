/// The program's version, as CHANGELOG.md names it.
enum Version {
    static let number = "0.1.0"
}
