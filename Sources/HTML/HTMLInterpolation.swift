extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral literal: StaticString) {
        octets = literal.withUTF8Buffer { unsafe Array($0) }
    }

    public init(stringInterpolation: StringInterpolation) {
        octets = stringInterpolation.octets
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var octets: [UInt8]

        public init(literalCapacity: Int, interpolationCount: Int) {
            octets = []
            octets.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { unsafe octets.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ value: String) {
            Escaping.append(value, to: &octets)
        }

        public mutating func appendInterpolation(_ value: Substring) {
            Escaping.append(String(value), to: &octets)
        }

        /// Digits without a separator, for attributes; a number for people goes through the page's number format.
        public mutating func appendInterpolation(_ value: Int) {
            octets.append(contentsOf: String(value).utf8)
        }

        public mutating func appendInterpolation(_ value: HTML) {
            octets.append(contentsOf: value.octets)
        }

        /// Nothing for nil.
        public mutating func appendInterpolation(_ value: HTML?) {
            if let value { octets.append(contentsOf: value.octets) }
        }

        public mutating func appendInterpolation(_ values: [HTML]) {
            for value in values { octets.append(contentsOf: value.octets) }
        }

        public mutating func appendInterpolation(_ value: SafeURL) {
            Escaping.append(value.description, to: &octets)
        }

        /// `markup` where `condition` holds: `<option\(if: isSelected, " selected")>`.
        public mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> HTML) {
            if condition { octets.append(contentsOf: markup().octets) }
        }

        /// Each element's markup, one after the other.
        @inlinable
        public mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements, _ markup: (Elements.Element) -> HTML
        ) {
            for element in elements { octets.append(contentsOf: markup(element).octets) }
        }
    }
}
