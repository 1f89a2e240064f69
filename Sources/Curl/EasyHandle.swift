import CCurl
import Glibc

/// Owns a libcurl handle, and the C strings and lists it points to while a transfer runs.
///
/// Memory safety: the handle is used by one owner at a time and freed once. `Context` outlives `perform`, which is the
/// only call that runs callbacks.
@safe struct EasyHandle: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    /// nil where libcurl cannot be started (no memory).
    init?() {
        guard Self.isLibraryReady, let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    /// curl_global_init runs once; a static is initialised once whatever the threads.
    private static let isLibraryReady = emploi_global_init() == CURLE_OK

    /// Forgets every option; open connections stay for reuse.
    func reset() {
        unsafe curl_easy_reset(handle)
        // Signals would be used for name resolution's deadline; threads forbid it.
        set(CURLOPT_NOSIGNAL, 1)
    }

    func set(_ option: CURLoption, _ value: Int) {
        unsafe emploi_set_number(handle, option, value)
    }

    func set(_ option: CURLoption, size value: Int) {
        unsafe emploi_set_size(handle, option, curl_off_t(value))
    }

    /// libcurl copies the text.
    func set(_ option: CURLoption, _ value: String) {
        unsafe emploi_set_text(handle, option, value)
    }

    /// Runs the transfer with `context` behind the callbacks, and with a list option set for its time.
    func perform(_ context: TransferContext, list option: CURLoption, _ items: [String]) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        defer {
            unsafe emploi_set_list(handle, option, nil)
            unsafe curl_slist_free_all(list)
        }
        for item in items {
            guard let longer = unsafe curl_slist_append(list, item) else { return CURLE_OUT_OF_MEMORY }
            unsafe list = longer
        }
        unsafe emploi_set_list(handle, option, list)
        return withExtendedLifetime(context) {
            let pointer = unsafe Unmanaged.passUnretained(context).toOpaque()
            for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_OPENSOCKETDATA] {
                unsafe emploi_set_pointer(handle, option, pointer)
            }
            unsafe emploi_set_transfer(handle, CURLOPT_WRITEFUNCTION) { buffer, size, count, context in
                guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
                let octets = unsafe UnsafeRawBufferPointer(start: buffer, count: size * count)
                return unsafe EasyHandle.context(context).receive(Array(octets)) ? size * count : 0
            }
            unsafe emploi_set_transfer(handle, CURLOPT_HEADERFUNCTION) { buffer, size, count, context in
                guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
                let octets = unsafe UnsafeRawBufferPointer(start: buffer, count: size * count)
                return unsafe EasyHandle.context(context).receive(fieldLine: Array(octets)) ? size * count : 0
            }
            unsafe emploi_set_transfer(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
                guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
                let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
                let octets = unsafe EasyHandle.context(context).nextOctets(room.count)
                unsafe room.copyBytes(from: octets)
                return octets.count
            }
            unsafe emploi_set_open_socket(handle) { context, _, address in
                guard let context = unsafe context, let address = unsafe address else { return -1 }
                return unsafe EasyHandle.openSocket(EasyHandle.context(context), address)
            }
            return unsafe curl_easy_perform(handle)
        }
    }

    func number(_ info: CURLINFO) -> Int {
        unsafe emploi_get_number(handle, info)
    }

    func text(_ info: CURLINFO) -> String? {
        unsafe emploi_get_text(handle, info).map { unsafe String(cString: $0) }
    }

    /// libcurl's own words for a code, in English: for logs.
    static func explanation(_ code: CURLcode) -> String {
        unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "curl \(code.rawValue)"
    }

    private static func context(_ pointer: UnsafeMutableRawPointer) -> TransferContext {
        unsafe Unmanaged<TransferContext>.fromOpaque(pointer).takeUnretainedValue()
    }

    private static func openSocket(
        _ context: TransferContext, _ address: UnsafeMutablePointer<curl_sockaddr>
    ) -> curl_socket_t {
        let family = unsafe address.pointee.family
        let octets: [UInt8]? = unsafe withUnsafePointer(to: &address.pointee.addr) { pointer in
            let length = Int(unsafe address.pointee.addrlen)
            let raw = unsafe UnsafeRawBufferPointer(start: pointer, count: min(length, 28))
            // sockaddr_in: family, port, 4 octets; sockaddr_in6: family, port, flow, 16 octets (netinet/in.h).
            switch family {
            case AF_INET where raw.count >= 8: return unsafe Array(raw[4..<8])
            case AF_INET6 where raw.count >= 24: return unsafe Array(raw[8..<24])
            default: return nil
            }
        }
        guard let octets, let peer = IPAddress(octets: octets), context.mayConnect(to: peer) else { return -1 }
        return unsafe socket(family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }
}
