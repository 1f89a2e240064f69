import ArgumentParser
import Files
import OpenID
import Site

/// Where people may sign in besides this site: ProConnect, or another OpenID provider.
struct OpenIDOptions: ParsableArguments {
    @Option(
        name: .customLong("openid-issuer"),
        help: ArgumentHelp(
            "Fournisseur OpenID Connect, par exemple ProConnect : l’adresse de son émetteur (par défaut : aucun).",
            valueName: "url"))
    var issuer: String?

    @Option(
        name: .customLong("openid-client-id"),
        help: ArgumentHelp("Identifiant que le fournisseur a donné à ce site.", valueName: "texte"))
    var clientID: String?

    @Option(
        name: .customLong("openid-client-secret-file"),
        help: ArgumentHelp("Fichier dont la première ligne est le secret qu’il a donné.", valueName: "fichier"))
    var clientSecretFile: String?

    @Option(
        name: .customLong("openid-name"),
        help: ArgumentHelp("Son nom, pour le bouton (par défaut : ProConnect).", valueName: "nom"))
    var providerName: String?

    @Option(
        name: .customLong("openid-levels"),
        help: ArgumentHelp(
            "Niveaux d’authentification exigés (acr_values), séparés par des espaces ; sans niveau, un agent donne aussi son code.",
            valueName: "niveaux"))
    var levels: String?

    @Option(
        name: .customLong("openid-trusts-email"),
        help: ArgumentHelp(
            "Croire vérifiée l’adresse dont le fournisseur ne dit rien : oui ou non (par défaut : non).",
            valueName: "oui|non"))
    var trustsEmail: String?

    /// nil without an issuer. Reports what is missing beside one.
    func read(_ reader: inout SettingReader, baseURL: BaseURL?) -> OpenIDSignIn? {
        let issuer = reader.value(
            "openid-issuer", issuer, default: nil,
            expected: "une adresse https://, sans barre à la fin (http:// seulement sur cette machine)",
            parse: IssuerURL.init)
        let id = reader.value("openid-client-id", clientID, default: nil, expected: "un texte") {
            $0.isEmpty ? nil : $0
        }
        let secret = reader.value(
            "openid-client-secret-file", clientSecretFile, default: nil, expected: "un fichier lisible et non vide",
            parse: SecretFile.firstLine)
        let name = reader.text("openid-name", providerName, default: "ProConnect")
        let levels = reader.value("openid-levels", levels, default: [], expected: "des niveaux") {
            $0.split(separator: " ").map(String.init)
        }
        let trusts = reader.value("openid-trusts-email", trustsEmail, default: false, expected: "oui ou non") {
            ["oui": true, "non": false][$0]
        }
        guard let issuer else {
            if id != nil || secret != nil { reader.report("--openid-issuer : il manque l’émetteur.") }
            return nil
        }
        guard let id, let secret, let baseURL else {
            reader.report("--openid-issuer demande --openid-client-id, --openid-client-secret-file et --base-url.")
            return nil
        }
        return OpenIDSignIn(
            OpenIDProvider(
                OpenIDSettings(
                    issuer: issuer.text, clientID: id, clientSecret: secret,
                    redirectURL: Site.openIDReturn(baseURL: baseURL.description),
                    signedOutURL: baseURL.description + "/",
                    levels: levels, trustsAddresses: trusts, policy: issuer.policy)),
            name: name)
    }
}
