import Glibc

enum Processors {
    /// Processors on line, at least 1.
    static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
