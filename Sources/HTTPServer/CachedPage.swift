import Glibc
import HTTP1
import HTTPTypes

/// A response that an event loop gives again without asking the handler.
final class CachedPage: Sendable {
    /// What the request must have: target, authority, scheme, Accept and Accept-Encoding.
    let key: [UInt8]
    let generation: UInt64
    let isSuccess: Bool
    /// There is nothing but the answer to clients that have the representation already: it is too long to be kept, or nobody has
    /// asked for it whole.
    let isNotModifiedOnly: Bool
    /// The head of the answer, without Date, Connection and its last, empty line.
    let head: [UInt8]
    let content: [UInt8]
    /// The same for 304 (Not Modified).
    let notModifiedHead: [UInt8]
    /// With its quotes, without `W/`; empty where there is none.
    let entityTag: [UInt8]
    /// Hears how often the page was given; nil where nobody counts.
    let givenAgain: (@Sendable (Int) -> Void)?

    /// Octets that the page takes in a cache.
    var cost: Int { key.count + head.count + content.count + notModifiedHead.count + 256 }

    /// nil where the response may not be given to another request: its Vary names more than the key holds, it sets a
    /// cookie, it is a stream, or it is longer than `limit`. A 304 is kept for clients with the same entity tag.
    init?(_ response: Response, key: [UInt8], limit: Int) {
        guard case .whileGeneration(let generation) = response.reuse, Self.isKeyed(response.fields[.vary]),
            !response.fields.contains(.setCookie), let content = Self.octets(response.body, limit: limit)
        else { return nil }
        self.key = key
        self.generation = generation
        self.content = content
        givenAgain = response.givenAgain
        isNotModifiedOnly = response.status == .notModified
        isSuccess = response.status == .ok || isNotModifiedOnly
        var response = response
        response.body = .bytes(content)
        head = ResponseHead(response, version: .http11).octets
        let tag = response.fields[.eTag] ?? ""
        entityTag = Array((tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]).utf8)
        notModifiedHead = ResponseHead(response.notModified, version: .http11).octets
    }

    /// Whether this answers a request with its key.
    func answers(_ index: HeadIndex, _ head: Span<UInt8>) -> Bool {
        guard isNotModifiedOnly else { return true }
        guard let list = index.value(.ifNoneMatch) else { return false }
        return matches(head.extracting(list))
    }

    /// Whether the value of an If-None-Match field names this page.
    func matches(_ list: Span<UInt8>) -> Bool {
        let tag = entityTag
        return EntityTagList.matches(list, tag: tag.span)
    }

    /// Whether the key settles every field that `Vary` names: requests with the others never reach the cache.
    private static func isKeyed(_ vary: String?) -> Bool {
        guard let vary else { return true }
        return vary.split(separator: ",").allSatisfy { member in
            switch member.filter({ $0 != " " && $0 != "\t" }).lowercased() {
            case "accept", "accept-encoding", "cookie", "authorization", "range", "host": true
            default: false
            }
        }
    }

    private static func octets(_ body: ResponseBody, limit: Int) -> [UInt8]? {
        switch body {
        case .empty: return []
        case .bytes(let bytes): return bytes.count <= limit ? bytes : nil
        case .file(let file, let offset, let length): return length <= limit ? file.read(offset, length) : nil
        case .stream: return nil
        }
    }
}

extension Response {
    /// The answer to a client that has this representation already, with the fields of RFC 9110 §15.4.5.
    var notModified: Response {
        var kept = HTTPFields()
        for field in fields {
            switch field.name.canonicalName {
            case "cache-control", "content-location", "etag", "expires", "vary": kept.append(field)
            default: break
            }
        }
        return Response(status: .notModified, fields: kept)
    }
}

extension OpenFile {
    /// `length` octets from `offset`; nil where the file has fewer or cannot be read.
    func read(_ offset: Int, _ length: Int) -> [UInt8]? {
        let octets = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            while count < length {
                guard let start = buffer.baseAddress else { return }
                let read = unsafe pread(descriptor, start + count, length - count, offset + count)
                guard read > 0 else { return }
                count += read
            }
        }
        return octets.count == length ? octets : nil
    }
}
