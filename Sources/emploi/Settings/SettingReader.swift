import Glibc

/// Reads settings, each from its flag, else from its `EMPLOI_*` variable, else from its default, and gathers every fault so
/// that the operator corrects them all at once.
struct SettingReader {
    private var faults: [String] = []

    /// The value of a setting. `parse` gives nil for what it refuses; `expected` then says what would do.
    mutating func value<Value>(
        _ flag: String, _ given: String?, default fallback: Value, expected: String, parse: (String) -> Value?
    ) -> Value {
        let variable = Self.variable(flag)
        let fromEnvironment = given == nil ? Self.environment(variable) : nil
        guard let text = given ?? fromEnvironment else { return fallback }
        guard let value = parse(text) else {
            let fault = SettingFault(
                flag: flag, variable: variable, value: text, expected: expected, isFromEnvironment: given == nil)
            faults.append(fault.message)
            return fallback
        }
        return value
    }

    mutating func text(_ flag: String, _ given: String?, default fallback: String) -> String {
        value(flag, given, default: fallback, expected: "un texte non vide") { $0.isEmpty ? nil : $0 }
    }

    /// The address of a site, without a path.
    mutating func baseURL(_ flag: String, _ given: String?, default fallback: BaseURL? = nil) -> BaseURL? {
        value(flag, given, default: fallback, expected: "une adresse http:// ou https:// sans barre à la fin") {
            BaseURL($0)
        }
    }

    /// Adds a fault that concerns several settings or what they name.
    mutating func report(_ message: String) {
        faults.append(message)
    }

    /// - Throws: `SettingFaults` if anything was at fault.
    func finish() throws(SettingFaults) {
        guard faults.isEmpty else { throw SettingFaults(messages: faults) }
    }

    private static func environment(_ variable: String) -> String? {
        guard let value = unsafe getenv(variable) else { return nil }
        return unsafe String(cString: value)
    }

    static func variable(_ flag: String) -> String {
        "EMPLOI_" + flag.uppercased().replacing("-", with: "_")
    }
}
