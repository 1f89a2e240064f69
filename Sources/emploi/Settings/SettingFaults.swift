/// Every fault of a command's settings, told together.
struct SettingFaults: Error, CustomStringConvertible {
    let messages: [String]

    var description: String {
        (["Réglages à corriger :"] + messages.map { "  " + $0 }).joined(separator: "\n")
    }
}
