/// A setting that cannot be used, in words for the operator.
struct SettingFault: Error {
    let flag: String
    let variable: String
    let value: String
    /// What is accepted: `un port entre 0 et 65535`.
    let expected: String
    let isFromEnvironment: Bool

    var message: String {
        let origin = isFromEnvironment ? "\(variable)=\(value)" : "--\(flag) \(value)"
        return "\(origin) : il faut \(expected)."
    }
}
