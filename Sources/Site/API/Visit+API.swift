import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// A JSON document of the API. It is not kept by the page cache: each request is counted (``APIGate``).
    /// - Parameter lastModified: nil for what changes without the board's offers.
    func apiAnswer(_ json: JSONText, lastModified: HTTPDate?, fields: HTTPFields = [:]) -> Response {
        Representation(
            .bytes(json.bytes), .json, entityTag: EntityTag(of: json.bytes), lastModified: lastModified,
            cacheControl: .revalidate, codings: .onDemand, fields: fields
        ).response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch)))
    }

    /// When anything that readers see last changed: the last change, or the last midnight, when offers expire.
    func lastModified() throws -> HTTPDate {
        let last = try board.store.read(worker: worker) { stores throws(StorageError) in try stores.changes.last() }
        let midnight = ParisTime.start(of: today)
        return HTTPDate(seconds: Int(max(last?.at ?? midnight, midnight).secondsSinceEpoch))
    }

    /// A document written while it is sent, in constant memory. Its tag is that of what anonymous readers see and of the form
    /// it is written in, so that a client that has it is told so before anything is read.
    func streamed(
        _ type: MediaType, form: Int, fields: HTTPFields = [:], pieces: @escaping @Sendable () throws -> [UInt8]?
    ) throws -> Response {
        let coding = ContentCoding.preferred(by: request.fields, among: [.gzip, .identity]) ?? .identity
        var fields = fields
        var next = pieces
        if coding == .gzip {
            fields[.contentEncoding] = coding.rawValue
            let stream = GzipStream(pieces)
            next = { try stream.next() }
        }
        return Representation(
            .stream(next), type,
            entityTag: EntityTag(Int(truncatingIfNeeded: generation), form).coded(coding),
            lastModified: try lastModified(), cacheControl: .revalidate, vary: [.acceptEncoding], fields: fields
        ).response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch)))
    }
}

/// The licence under which the board's data may be used.
enum DataLicence {
    static let name = "Licence Ouverte 2.0"
    static let url = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"

    static func write(_ settings: SiteSettings, to json: inout JSONText.Object) {
        json.object("licence") { licence in
            licence.member("nom", name)
            licence.member("url", url)
            licence.member("attribution", "Emploi Allier, \(settings.baseURL)")
        }
    }
}
