import Glibc

/// How many file descriptors this process may open.
enum Descriptors {
    /// Kept for files, databases and everything else that is no connection.
    static let reserved = min(256, limit / 4)

    /// The hard limit, to which the soft one is raised.
    static let limit: Int = {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(resource, &limit) == 0 else { return 1_024 }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            guard unsafe setrlimit(resource, &limit) == 0, unsafe getrlimit(resource, &limit) == 0 else { return 1_024 }
        }
        return Int(min(limit.rlim_cur, 1 << 20))
    }()
}
