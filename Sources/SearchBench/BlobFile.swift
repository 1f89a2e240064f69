import Glibc

/// Octet strings one after another, each behind its length in four octets: made by one process, read by another, so that
/// the memory measured is the index's alone.
struct BlobFile: ~Copyable {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0

    init(reading path: String) {
        descriptor = unsafe open(path, O_RDONLY)
    }

    init(writing path: String) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }

    deinit { close(descriptor) }

    mutating func append(_ blob: [UInt8]) {
        let length = UInt32(blob.count)
        for shift in stride(from: 0, to: 32, by: 8) {
            buffer.append(UInt8(truncatingIfNeeded: length >> UInt32(shift)))
        }
        buffer += blob
        if buffer.count > 1 << 20 { flush() }
    }

    mutating func append(line: String) {
        buffer += Array(line.utf8)
        if buffer.count > 1 << 20 { flush() }
    }

    mutating func flush() {
        var start = 0
        while start < buffer.count {
            let count = unsafe buffer.withUnsafeBytes { octets in
                guard let base = octets.baseAddress else { return 0 }
                return unsafe write(descriptor, base + start, octets.count - start)
            }
            if count <= 0 { break }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// The next string; nil at the end.
    mutating func next() -> [UInt8]? {
        guard fill(4) else { return nil }
        var length = 0
        for offset in 0..<4 { length |= Int(buffer[position + offset]) << (8 * offset) }
        guard fill(4 + length) else { return nil }
        defer { position += 4 + length }
        return Array(buffer[position + 4..<position + 4 + length])
    }

    private mutating func fill(_ count: Int) -> Bool {
        while buffer.count - position < count {
            if position > 0 {
                buffer.removeFirst(position)
                position = 0
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 18)
            let count = unsafe read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return false }
            buffer += chunk[..<count]
        }
        return true
    }
}
