public import Recruitment
public import Web

extension Instant: JSONWritable {
    /// RFC 3339 in UTC.
    public func appendJSON(to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        append(to: &octets)
        octets.append(UInt8(ascii: "\""))
    }
}

extension CalendarDay: JSONWritable {
    /// ISO 8601.
    public func appendJSON(to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        append(to: &octets)
        octets.append(UInt8(ascii: "\""))
    }
}
