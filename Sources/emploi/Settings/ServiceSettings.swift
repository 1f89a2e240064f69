import HTTPServer
import Logging

/// Everything `emploi serve` was told, checked.
struct ServiceSettings {
    let database: DatabaseOptions.Values
    let server: Configuration
    let publicFolder: String
    /// nil: the address the server listens on.
    let baseURL: BaseURL?
    /// Requests to the API a minute from one address without a key.
    let apiRate: Int
    let identity: IdentityOptions.Values
    let mail: MailOptions.Values
    /// Whether establishments are looked up in the company register.
    let asksRegister: Bool
    /// In CIDR notation.
    let webhookNetworks: [String]
    let logLevel: Logger.Level
}
