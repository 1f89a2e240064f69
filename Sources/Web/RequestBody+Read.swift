import Glibc
public import HTTP1

extension RequestBody {
    /// In octets.
    public var length: Int {
        switch self {
        case .empty: 0
        case .bytes(let octets): octets.count
        case .file(_, let length): length
        }
    }

    /// The whole body in memory.
    /// - Throws: `FormError.bodyTooLarge` beyond `limits.bodyInMemory`, `.unreadable`.
    public func inMemory(limits: InputLimits = .standard) throws(FormError) -> [UInt8] {
        guard length <= limits.bodyInMemory else { throw .bodyTooLarge }
        switch self {
        case .empty: return []
        case .bytes(let octets): return octets
        case .file(let file, let length):
            guard let octets = file.read(from: 0, count: length) else { throw .unreadable(errno: errno) }
            return octets
        }
    }

    /// The octets from `offset` on, `most` at most; none at the end.
    /// - Throws: `FormError.unreadable`.
    public func octets(from offset: Int, atMost most: Int) throws(FormError) -> [UInt8] {
        let count = min(most, length - offset)
        guard count > 0 else { return [] }
        switch self {
        case .empty: return []
        case .bytes(let octets): return Array(octets[offset..<offset + count])
        case .file(let file, _):
            guard let octets = file.read(from: offset, count: count) else { throw .unreadable(errno: errno) }
            return octets
        }
    }

    /// Lets `body` look at all octets, a file's through a mapping: nothing is copied.
    /// - Throws: what `body` throws, and `FormError.unreadable` where the file cannot be mapped.
    func withSpan<Result>(
        _ body: (Span<UInt8>) throws(FormError) -> Result
    ) throws(FormError) -> Result {
        switch self {
        case .empty, .file(_, length: 0): return try body([UInt8]().span)
        case .bytes(let octets): return try body(octets.span)
        case .file(let file, let length):
            var status = stat()
            // A mapping beyond the end of the file would be a bus error when it is read.
            guard unsafe fstat(file.descriptor, &status) == 0, status.st_size >= length else {
                throw .unreadable(errno: errno)
            }
            // The server's own unlinked file: nobody else can shorten it while it is mapped.
            guard let address = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
                unsafe address != MAP_FAILED
            else { throw .unreadable(errno: errno) }
            defer { unsafe munmap(address, length) }
            let octets = unsafe UnsafeRawBufferPointer(start: address, count: length).assumingMemoryBound(
                to: UInt8.self)
            return try body(unsafe octets.span)
        }
    }

    /// A part of the body, inside its length.
    func slice(_ range: Range<Int>) -> ResponseBody {
        switch self {
        case .empty: .empty
        case .bytes(let octets): .bytes(Array(octets[range]))
        case .file(let file, _): .file(file, offset: range.lowerBound, length: range.count)
        }
    }
}
