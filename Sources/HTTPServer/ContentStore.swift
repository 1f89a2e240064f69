import CLinux
import Glibc
import HTTP1

/// The content of a request while it arrives: in memory up to a bound, then in a temporary file without a name.
struct ContentStore {
    private var bytes: [UInt8] = []
    private var file: OpenFile?
    private var length = 0
    private let bound: Int
    private let directory: String

    init(inMemory bound: Int, directory: String) {
        self.bound = bound
        self.directory = directory
    }

    /// - Throws: `ServerError.system` where the file cannot be made or written.
    mutating func append(_ octets: Span<UInt8>) throws(ServerError) {
        length += octets.count
        if file == nil, length > bound {
            let file = try Self.temporaryFile(in: directory)
            try Self.write(bytes.span, to: file)
            bytes = []
            self.file = file
        }
        if let file {
            try Self.write(octets, to: file)
        } else {
            unsafe octets.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        }
    }

    var body: RequestBody {
        if let file { return .file(file, length: length) }
        return bytes.isEmpty ? .empty : .bytes(bytes)
    }

    private static func temporaryFile(in directory: String) throws(ServerError) -> OpenFile {
        let descriptor = unsafe open(directory, O_RDWR | O_CLOEXEC | linux_o_tmpfile(), 0o600)
        if descriptor >= 0 { return OpenFile(owning: descriptor) }
        // Some file systems have no files without a name: make one and take the name away.
        var template = Array("\(directory)/http-XXXXXX".utf8CString)
        let named = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return Int32(-1) }
            let descriptor = unsafe mkostemp(start, O_CLOEXEC)
            if descriptor >= 0 { unsafe unlink(start) }
            return descriptor
        }
        guard named >= 0 else { throw .system(call: "mkostemp", code: errno) }
        return OpenFile(owning: named)
    }

    private static func write(_ octets: Span<UInt8>, to file: OpenFile) throws(ServerError) {
        var written = 0
        while written < octets.count {
            let count = unsafe octets.withUnsafeBytes { buffer in
                unsafe Glibc.write(file.descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(call: "write", code: errno) }
            written += count
        }
    }
}
