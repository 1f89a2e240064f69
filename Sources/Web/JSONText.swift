/// JSON being written (RFC 8259), appended to one array of octets.
///
///     let text = JSONText.object { offer in
///         offer.member("titre", "Soudeur")
///         offer.member("salaire", 12.5)
///         offer.array("lieux") { places in places.append("Moulins") }
///     }
///
/// Safe inside an HTML `script` element too: `<`, `>` and `&` are written as escapes, and so are U+2028 and U+2029, which
/// older JavaScript takes for line ends. Numbers that JSON has not (NaN, infinity) become null.
public struct JSONText: Sendable, Hashable {
    public private(set) var bytes: [UInt8]

    public static func object(capacity: Int = 512, _ build: (inout Object) -> Void) -> JSONText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        JSONText.write(&bytes, build)
        return JSONText(bytes: bytes)
    }

    public static func array(capacity: Int = 512, _ build: (inout Elements) -> Void) -> JSONText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        JSONText.write(&bytes, build)
        return JSONText(bytes: bytes)
    }

    /// Appends an object to what is written already.
    public static func appendObject(to octets: inout [UInt8], _ build: (inout Object) -> Void) {
        write(&octets, build)
    }

    /// The members of an object. A name written twice stands twice: write each once.
    public struct Object {
        @usableFromInline var bytes: [UInt8]
        fileprivate var isFirst = true

        /// nil is written as null.
        @inlinable public mutating func member(_ name: String, _ value: some JSONWritable) {
            key(name)
            value.appendJSON(to: &bytes)
        }

        /// A member whose name needs no escape: nothing is looked for in it.
        @inlinable public mutating func member(plain name: StaticString, _ value: some JSONWritable) {
            key(plain: name)
            value.appendJSON(to: &bytes)
        }

        public mutating func object(_ name: String, _ build: (inout Object) -> Void) {
            key(name)
            JSONText.write(&bytes, build)
        }

        public mutating func array(_ name: String, _ build: (inout Elements) -> Void) {
            key(name)
            JSONText.write(&bytes, build)
        }

        @usableFromInline mutating func key(_ name: String) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            name.appendJSON(to: &bytes)
            bytes.append(UInt8(ascii: ":"))
        }

        @usableFromInline mutating func key(plain name: StaticString) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(UInt8(ascii: "\""))
            bytes.append(name)
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: ":"))
        }
    }

    /// The elements of an array.
    public struct Elements {
        @usableFromInline var bytes: [UInt8]
        fileprivate var isFirst = true

        @inlinable public mutating func append(_ value: some JSONWritable) {
            separate()
            value.appendJSON(to: &bytes)
        }

        public mutating func object(_ build: (inout Object) -> Void) {
            separate()
            JSONText.write(&bytes, build)
        }

        public mutating func array(_ build: (inout Elements) -> Void) {
            separate()
            JSONText.write(&bytes, build)
        }

        @usableFromInline mutating func separate() {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
        }
    }

    // The array moves into the nested writer and back: nothing is copied.
    fileprivate static func write(_ bytes: inout [UInt8], _ build: (inout Object) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        var object = Object(bytes: [])
        swap(&object.bytes, &bytes)
        build(&object)
        swap(&object.bytes, &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    fileprivate static func write(_ bytes: inout [UInt8], _ build: (inout Elements) -> Void) {
        bytes.append(UInt8(ascii: "["))
        var elements = Elements(bytes: [])
        swap(&elements.bytes, &bytes)
        build(&elements)
        swap(&elements.bytes, &bytes)
        bytes.append(UInt8(ascii: "]"))
    }
}

extension JSONText: JSONWritable {
    public func appendJSON(to octets: inout [UInt8]) { octets += bytes }
}

extension JSONText: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
