extension String {
    /// Two lower-case hexadecimal digits an octet.
    public init(hexadecimal octets: some Collection<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(octets.count * 2)
        for octet in octets {
            text.append(digits[Int(octet >> 4)])
            text.append(digits[Int(octet & 15)])
        }
        self.init(decoding: text, as: UTF8.self)
    }
}
