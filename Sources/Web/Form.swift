public import HTTP1
import HTTPTypes

/// A form that a request brought, urlencoded or `multipart/form-data`.
public struct Form: Sendable {
    /// The text fields, in order.
    public let items: QueryItems
    /// The files that were chosen, in order.
    public let files: [UploadedFile]

    /// Reads the request's body by its content type; a request without body is an empty form.
    /// - Throws: `FormError`, which knows the status to answer.
    public init(_ request: Request, limits: InputLimits = .standard) throws(FormError) {
        if case .empty = request.body, !request.fields.contains(.contentType) {
            items = QueryItems()
            files = []
            return
        }
        switch try Kind(request) {
        case .urlencoded:
            items = try QueryItems(urlencoded: request.body.inMemory(limits: limits), limits: limits)
            files = []
        case .multipart(let boundary):
            (items, files) = try Self.read(request.body, boundary: boundary, limits: limits)
        }
    }

    /// Why the body that a request's head announces is no form, so that it can be refused before it is sent
    /// (`RequestHandler.admission`); nil where it may be one.
    public static func refusal(of head: Request) -> FormError? {
        do throws(FormError) {
            _ = try Kind(head)
            return nil
        } catch {
            return error
        }
    }

    private enum Kind {
        case urlencoded
        case multipart(boundary: String)

        init(_ head: Request) throws(FormError) {
            let type = try ContentTypeField(of: head)
            switch type.essence {
            case MediaType.urlencodedForm.essence: self = .urlencoded
            case "multipart/form-data":
                guard let boundary = Multipart.boundary(of: type) else { throw .missingBoundary }
                self = .multipart(boundary: boundary)
            default: throw .unsupportedMediaType
            }
        }
    }

    /// The first value of a text field.
    public subscript(name: String) -> String? { items[name] }

    /// Every value of a text field, in order.
    public func values(_ name: String) -> [String] { items.values(name) }

    /// The first file of a field; nil where none was chosen.
    public func file(_ name: String) -> UploadedFile? {
        files.first { $0.name == name }
    }

    private static func read(
        _ body: RequestBody, boundary: String, limits: InputLimits
    ) throws(FormError) -> (QueryItems, [UploadedFile]) {
        try body.withSpan { (octets: Span<UInt8>) throws(FormError) in
            var items = QueryItems()
            var files: [UploadedFile] = []
            for part in try Multipart.parts(of: octets, boundary: boundary, limits: limits) {
                if let fileName = part.fileName {
                    if fileName.isEmpty, part.content.isEmpty { continue }
                    guard part.content.count <= limits.file else { throw .fileTooLarge }
                    files.append(
                        UploadedFile(
                            name: part.name, fileName: fileName, declaredType: part.contentType,
                            length: part.content.count, content: body.slice(part.content)))
                } else {
                    items.append(part.name, try text(octets, part.content, limits: limits))
                }
            }
            if let charset = items["_charset_"], charset.lowercased() != "utf-8" { throw .unsupportedMediaType }
            return (items, files)
        }
    }

    private static func text(
        _ octets: Span<UInt8>, _ range: Range<Int>, limits: InputLimits
    ) throws(FormError) -> String {
        guard range.count <= limits.value else { throw .valueTooLong }
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for index in range { copy.append(octets[index]) }
        guard !copy.contains(0), let text = String(validating: copy, as: UTF8.self) else { throw .malformedEncoding }
        return text
    }
}
