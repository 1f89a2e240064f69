/// Why a served directory cannot be set up or a file of it not be read.
public enum FileError: Error, Sendable, Hashable {
    /// The operating system refused: the path and its `errno`.
    case system(path: String, errno: Int32)
    /// Neither a regular file nor, where one is wanted, a directory.
    case wrongKind(path: String)
    case tooLarge(path: String)
    case tooMany
    /// An asset the site is built with is not there.
    case missing(name: String)
}
