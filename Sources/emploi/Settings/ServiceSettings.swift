import Background
import HTTPServer
import Logging
import Site

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
    let sources: SourceOptions.Values
    /// Where establishments are looked up; nil where they are not.
    let register: CompanyRegister?
    /// nil where people sign in on this site alone.
    let openID: OpenIDSignIn?
    let keyFile: KeyFile
    /// Private networks that webhooks may call, in CIDR notation.
    let webhookNetworks: [String]
    let logLevel: Logger.Level
}
