import HTTP1

extension ResponseBody {
    /// In octets; nil for a stream.
    var length: Int? {
        switch self {
        case .empty: 0
        case .bytes(let content): content.count
        case .file(_, _, let length): length
        case .stream: nil
        }
    }

    /// A part of bytes or a file, inside its length.
    func slice(_ range: Range<Int>) -> ResponseBody {
        switch self {
        case .empty, .stream: self
        case .bytes(let content): .bytes(Array(content[range]))
        case .file(let file, let offset, _): .file(file, offset: offset + range.lowerBound, length: range.count)
        }
    }

    /// The octets of a part, read from the file where they are in one; nil where the file does not give them.
    func octets(_ range: Range<Int>) -> [UInt8]? {
        switch self {
        case .empty: range.isEmpty ? [] : nil
        case .stream: nil
        case .bytes(let content): Array(content[range])
        case .file(let file, let offset, _): file.read(from: offset + range.lowerBound, count: range.count)
        }
    }
}
