/// The objects of the `resultats` list in one big JSON object, or of a list that is the whole file, without reading more
/// of the JSON than its strings, brackets and braces. Each object's content is checked by who parses it.
struct ResultsScanner: Sendable {
    private enum Place {
        /// Outside the list.
        case outside
        /// In the list, between objects.
        case list
        case record
        /// After the list's end.
        case after
    }

    private var place = Place.outside
    private var depth = 0
    /// Depth just inside the list.
    private var listDepth = 0
    private var isInString = false
    private var isEscaped = false
    private var line = 1
    private var recordLine = 1
    private var record: [UInt8] = []
    private var isTooLong = false
    /// The last string outside, as far as needed to know `resultats`, and whether a colon followed it.
    private var name: [UInt8] = []
    private var isNamed = false

    private static let listName = Array("resultats".utf8)

    var hasFoundRecords: Bool { place != .outside }

    mutating func scan(_ bytes: ArraySlice<UInt8>, _ emit: (RecordScanner.Record) -> Void) throws(ScanError) {
        for byte in bytes {
            if place == .record { keep(byte) }
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isInString {
                string(byte)
            } else {
                try structure(byte, emit)
            }
        }
    }

    func finish() throws(ScanError) {
        guard hasFoundRecords else { throw depth > 0 ? .cut : .noRecords }
        guard place == .after, depth == 0, !isInString else { throw .cut }
    }

    private mutating func string(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
            return
        }
        if place == .outside, name.count <= Self.listName.count { name.append(byte) }
    }

    private mutating func structure(_ byte: UInt8, _ emit: (RecordScanner.Record) -> Void) throws(ScanError) {
        switch byte {
        case UInt8(ascii: "\""):
            guard place != .list else { throw .malformed(line: line) }
            isInString = true
            name.removeAll(keepingCapacity: true)
            isNamed = false
        case UInt8(ascii: ":"): isNamed = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): try open(byte)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): try close(byte, emit)
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): break
        case UInt8(ascii: ","): isNamed = false
        default:
            // Numbers and words have their place in objects only; a byte order mark may open the file.
            guard place == .record || depth > 0 && place != .list || depth == 0 && place == .outside && byte >= 0x80
            else {
                throw .malformed(line: line)
            }
        }
    }

    private mutating func open(_ byte: UInt8) throws(ScanError) {
        depth += 1
        guard depth <= 64 else { throw .malformed(line: line) }
        switch place {
        case .outside where byte == UInt8(ascii: "["):
            if depth == 1 || depth == 2 && isNamed && name == Self.listName {
                place = .list
                listDepth = depth
            }
        case .list:
            guard byte == UInt8(ascii: "{") else { throw .malformed(line: line) }
            place = .record
            recordLine = line
            keep(byte)
        default: break
        }
    }

    private mutating func close(_ byte: UInt8, _ emit: (RecordScanner.Record) -> Void) throws(ScanError) {
        depth -= 1
        guard depth >= 0 else { throw .malformed(line: line) }
        if place == .record, depth == listDepth {
            emit(RecordScanner.Record(line: recordLine, bytes: isTooLong ? nil : record))
            record.removeAll(keepingCapacity: true)
            isTooLong = false
            place = .list
        } else if place == .list {
            guard byte == UInt8(ascii: "]") else { throw .malformed(line: line) }
            place = .after
        }
    }

    private mutating func keep(_ byte: UInt8) {
        if record.count >= RecordScanner.longestRecord {
            isTooLong = true
            record.removeAll(keepingCapacity: true)
        }
        if !isTooLong { record.append(byte) }
    }
}
