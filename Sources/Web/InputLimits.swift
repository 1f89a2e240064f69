/// Every bound that reading a request's content has.
public struct InputLimits: Sendable, Hashable {
    /// Name-value pairs in a query or an urlencoded body.
    public var queryItems = 256
    /// Parts of a multipart body.
    public var parts = 128
    /// Octets of the fields at the head of one part.
    public var partHead = 4096
    /// Octets of a field or file name, decoded.
    public var name = 512
    /// Octets of one text field's value, decoded.
    public var value = 1 << 20
    /// Octets of one uploaded file.
    public var file = 10 << 20
    /// Octets of a body that is read into memory whole (urlencoded, JSON).
    public var bodyInMemory = 2 << 20
    /// Ranges answered to one request; a request for more is answered whole.
    public var ranges = 16
    /// Octets of several ranges together, which are put together in memory; a request for more is answered whole.
    public var rangesInMemory = 4 << 20
    /// Members of a list field (`Accept`, `If-None-Match`…) that are looked at; those after are ignored.
    public var listMembers = 64
    /// Name-value pairs of the Cookie field that are looked at; those after are ignored.
    public var cookies = 64
    /// Arrays and objects inside one another in JSON.
    public var jsonDepth = 32

    public init() {}

    public static let standard = InputLimits()
}
