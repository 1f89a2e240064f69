public import Curl
public import Recruitment
import Web

/// Asks the API Recherche d'entreprises about one establishment (recherche-entreprises.api.gouv.fr/docs). Open to all, seven
/// requests a second at most. Blocking.
public struct CompanyRegister: Sendable {
    public static let standardURL = "https://recherche-entreprises.api.gouv.fr"
    static let limits = TransferLimits(connect: 5_000, total: 20_000, body: 1 << 20)

    public enum Answer: Sendable, Hashable {
        case known(Establishment.Facts)
        /// The register has no such establishment, or does not diffuse it.
        case unknown
        /// No answer, or one that cannot be read: ask again later.
        case unavailable(String)
    }

    private let baseURL: String
    private let policy: AddressPolicy

    public init(baseURL: String = Self.standardURL, policy: AddressPolicy = .publicOnly) {
        self.baseURL = baseURL
        self.policy = policy
    }

    public func look(up siret: SIRET) -> Answer {
        let answer: HTTPAnswer
        do throws(TransferError) {
            let client = try HTTPClient(policy: policy)
            answer = try client.send(
                HTTPRequest(.get, "\(baseURL)/search?q=\(siret)&per_page=1"), limits: Self.limits)
        } catch { return .unavailable("\(error)") }
        guard answer.status == 200 else { return .unavailable("status \(answer.status)") }
        return Self.read(answer.body, siret)
    }

    /// The establishment itself counts, never another one of its firm.
    static func read(_ body: [UInt8], _ siret: SIRET) -> Answer {
        let json: JSONValue
        do throws(FormError) { json = try JSONValue(body) } catch { return .unavailable("\(error)") }
        guard case .array(let firms)? = json["results"] else { return .unavailable("no results") }
        for firm in firms {
            var establishments = [firm["siege"]].compactMap { $0 }
            if case .array(let others)? = firm["matching_etablissements"] { establishments += others }
            for establishment in establishments where establishment["siret"]?.text == siret.description {
                guard let state = establishment["etat_administratif"]?.text, let name = firm["nom_complet"]?.text else {
                    return .unavailable("no name or state")
                }
                return .known(
                    Establishment.Facts(
                        name: String(name.prefix(200)),
                        activity: establishment["activite_principale"]?.text.flatMap { NAFCode($0) },
                        address: establishment["adresse"]?.text.map { String($0.prefix(300)) },
                        commune: establishment["commune"]?.text.flatMap { INSEECode($0) }, isOpen: state == "A"))
            }
        }
        return .unknown
    }
}

extension JSONValue {
    fileprivate var text: String? {
        if case .string(let text) = self, !text.isEmpty { text } else { nil }
    }
}
