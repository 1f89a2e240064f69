import HTML
import HTTP1
import HTTPTypes
import Logging
import Secrets
import Storage
import Web

/// Answers for what went wrong: a page for people, `application/problem+json` for programs that asked for JSON.
struct ErrorResponses {
    let visit: Visit

    private static let keyAdvice =
        "Cette demande se fait avec une clé de partenaire : « Authorization: Bearer CLÉ ». Demandez-en une au Département."

    /// Whether the request's path is one that programs read.
    private var isForPrograms: Bool {
        let path = visit.request.target.path
        return path.hasSuffix(".json") || path.hasPrefix(API.root)
    }

    var notFound: Response {
        make(.notFound, title: "Page introuvable", ErrorPages.notFound)
    }

    func badRequest(reason: String) -> Response {
        make(.badRequest, title: "Demande mal formée", detail: reason, ErrorPages.badRequest(reason: reason))
    }

    func methodNotAllowed(allow: String) -> Response {
        var response = make(
            .methodNotAllowed, title: "Action impossible",
            ErrorPages.methodNotAllowed(method: visit.request.method.rawValue))
        response.fields[.allow] = allow
        return response
    }

    /// The answer to whatever a page threw. What is ours to mend goes to the log under a number that the page shows.
    func answer(to error: any Error, logger: Logger) -> Response {
        do {
            switch error {
            case PageError.notFound: return notFound
            case PageError.gone(let posted):
                return isForPrograms ? make(.gone, title: "Offre close", HTML()) : try visit.closedOffer(posted)
            case PageError.removed:
                var response = make(.gone, title: "Offre retirée", ErrorPages.removed)
                response.fields[.xRobotsTag] = "noindex"
                return response
            case PageError.badRequest(let reason): return badRequest(reason: reason)
            case PageError.signedOut: return make(.forbidden, title: "Connexion nécessaire", ErrorPages.signedOut)
            case PageError.forbidden: return make(.forbidden, title: "Accès réservé", ErrorPages.forbidden)
            case PageError.keyRequired:
                var response = make(
                    .unauthorized, title: "Clé nécessaire", detail: Self.keyAdvice, ErrorPages.forbidden)
                response.fields[.wwwAuthenticate] = "Bearer realm=\"emploi\""
                return response
            case PageError.scopeMissing(let scope):
                var response = make(
                    .forbidden, title: "Droit absent", detail: "Cette clé n’a pas le droit « \(scope.rawValue) ».",
                    ErrorPages.forbidden)
                response.fields[.wwwAuthenticate] =
                    "Bearer realm=\"emploi\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
                return response
            case PageError.otherSource(let source):
                return make(
                    .forbidden, title: "Autre source",
                    detail: "Cette clé ne dépose pas les offres de « \(source) ».", ErrorPages.forbidden)
            case PageError.formExpired: return make(.forbidden, title: "Formulaire périmé", ErrorPages.formExpired)
            case PageError.linkExpired: return make(.gone, title: "Lien périmé", ErrorPages.linkExpired)
            case PageError.conflict(let reason):
                return make(.conflict, title: "Déjà fait", detail: reason, ErrorPages.conflict(reason: reason))
            case PageError.tooManyRequests(let seconds):
                var response = make(
                    .tooManyRequests, title: "Trop d’essais", ErrorPages.tooManyRequests(seconds: seconds))
                response.fields[.retryAfter] = String(seconds)
                return response
            case let refusal as APIRefusal: return Visit.refusal(refusal.problems)
            case let error as FormError where error.status.kind == .clientError:
                if visit.request.method == .post || visit.request.method == .put {
                    return make(
                        error.status, title: isForPrograms ? "Contenu refusé" : "Formulaire illisible",
                        ErrorPages.badRequest(reason: "Le formulaire reçu est trop grand ou mal formé."))
                }
                return badRequest(reason: "L’adresse a trop de paramètres.")
            default: return failure(error, logger: logger)
            }
        } catch {
            return failure(error, logger: logger)
        }
    }

    private func failure(_ error: any Error, logger: Logger) -> Response {
        let incident = ReadableCode.random(characters: 8)
        logger.error(
            "request failed",
            metadata: ["incident": "\(incident)", "path": "\(visit.request.target.path)", "error": "\(error)"])
        let isPassing =
            if case StorageError.busy = error { true } else if case StorageError.tooLong = error { true } else { false }
        var response = make(
            isPassing ? .serviceUnavailable : .internalServerError, title: "Problème du site",
            detail: "Incident \(incident)", ErrorPages.failure(incident: incident))
        if isPassing { response.fields[.retryAfter] = "5" }
        return response
    }

    private func make(_ status: HTTPResponse.Status, title: String, detail: String? = nil, _ content: HTML) -> Response
    {
        if isForPrograms { return Problem(status, title: title, detail: detail).response() }
        return visit.page(Layout.Head(title: title, isIndexed: false), status: status, content)
    }
}
