/// Every bound that serving files has.
public struct AssetLimits: Sendable, Hashable {
    /// Files below one directory.
    public var files = 4096
    /// Directories inside one another.
    public var depth = 8
    /// Octets of one asset, which is read once at start to be fingerprinted.
    public var asset = 64 << 20
    /// A file up to this size is answered from memory, a larger one by its descriptor.
    public var fileInMemory = 128 << 10
    /// Seconds an answer to an asset's plain name may be kept.
    public var plainNameSeconds = 300
    /// Files a `StaticDirectory` remembers; each larger than `fileInMemory` holds a descriptor.
    public var rememberedFiles = 512
    /// Seconds before a remembered file is looked at again.
    public var rememberedSeconds = 1

    public init() {}

    public static let standard = AssetLimits()
}
