import Glibc
import HTTP1

extension OpenFile {
    /// `count` octets from `offset`, whatever else is reading the file; nil if it has fewer or cannot be read.
    func read(from offset: Int, count: Int) -> [UInt8]? {
        var done = 0
        let octets = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while done < count {
                // Reads into the rest of the buffer, which is at least as long as what is asked for.
                let received = unsafe pread(
                    descriptor,
                    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
                        .baseAddress, count - done, offset + done)
                if received < 0 && errno == EINTR { continue }
                guard received > 0 else { break }
                done += received
            }
            initialized = done
        }
        return done == count ? octets : nil
    }
}
