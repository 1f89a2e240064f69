import CExpat

/// Reads XML with expat, event by event. No entity is expanded but the five of XML and character references; nothing outside
/// the document is read. References to undeclared entities, as `&nbsp;` in feeds that forgot to escape, are reported as the
/// text they are written as.
public enum XMLReader {
    /// Reads the whole of `octets` in the encoding its declaration names: UTF-8, UTF-16, ISO-8859-1, ISO-8859-15,
    /// windows-1252 or ASCII. Where none is named and the octets are no UTF-8, they are taken for windows-1252.
    /// `receive` says whether to go on.
    public static func read(
        _ octets: [UInt8], depth: Int = 64, receive: (XMLEvent) -> Bool
    ) throws(XMLError) {
        let error = withoutActuallyEscaping(receive) { receive in
            let session = Session(depth: depth, receive: receive)
            return parse(octets, session)
        }
        if let error { throw error }
    }

    /// Whether a document in UTF-8, or one that says so, would have to be read otherwise. A character cut off at the very end
    /// proves nothing.
    private static func isMislabelled(_ octets: [UInt8]) -> Bool {
        let head = String(decoding: octets.prefix(200), as: UTF8.self).lowercased()
        if octets.starts(with: [0xFE, 0xFF]) || octets.starts(with: [0xFF, 0xFE]) { return false }
        if let range = head.firstRange(of: "encoding="), !head[range.upperBound...].dropFirst().hasPrefix("utf-8") {
            return false
        }
        return !(0...3).contains { cut in
            octets.count >= cut && String(validating: octets.dropLast(cut), as: UTF8.self) != nil
        }
    }

    /// `unsafe`: expat is C. The parser lives in this call only, and so does the session behind its callbacks.
    private static func parse(_ octets: [UInt8], _ session: Session) -> XMLError? {
        guard let parser = unsafe XML_ParserCreate(isMislabelled(octets) ? "windows-1252" : nil) else {
            return .malformed(line: 0, reason: "no memory")
        }
        defer { unsafe XML_ParserFree(parser) }
        unsafe session.parser = parser
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let context = unsafe context, let name = unsafe name else { return }
                unsafe Session.at(context).start(String(cString: name), Session.attributes(attributes))
            },
            { context, name in
                guard let context = unsafe context, let name = unsafe name else { return }
                unsafe Session.at(context).end(String(cString: name))
            })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let context = unsafe context, let text = unsafe text else { return }
            let octets = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
            unsafe Session.at(context).report(.text(String(decoding: octets, as: UTF8.self)))
        }
        // With a foreign DTD that is never read, undeclared entities are skipped instead of being errors.
        unsafe XML_UseForeignDTD(parser, XML_Bool(1))
        unsafe XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
            guard let context = unsafe context, let name = unsafe name, isParameter == 0 else { return }
            unsafe Session.at(context).report(.text("&\(String(cString: name));"))
        }
        unsafe XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
            guard let context = unsafe context else { return }
            unsafe Session.at(context).stop(.entityDeclared)
        }
        unsafe XML_SetUnknownEncodingHandler(
            parser,
            { _, name, information in
                guard let name = unsafe name, let information = unsafe information else { return 0 }
                guard let table = SingleByteEncoding.table(named: unsafe String(cString: name)) else { return 0 }
                unsafe withUnsafeMutableBytes(of: &information.pointee.map) { map in
                    for (octet, scalar) in table.enumerated() {
                        unsafe map.storeBytes(of: scalar, toByteOffset: octet * 4, as: Int32.self)
                    }
                }
                return 1
            }, nil)
        return unsafe run(parser, octets, session)
    }

    private static func run(_ parser: XML_Parser, _ octets: [UInt8], _ session: Session) -> XMLError? {
        let piece = 1 << 16
        var start = 0
        repeat {
            let end = min(start + piece, octets.count)
            let status = unsafe octets[start..<end].withUnsafeBytes { bytes in
                unsafe XML_Parse(
                    parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                    end == octets.count ? 1 : 0)
            }
            if let error = session.error { return error }
            guard status == XML_STATUS_OK else {
                let line = unsafe Int(XML_GetCurrentLineNumber(parser))
                let code = unsafe XML_GetErrorCode(parser)
                switch code {
                case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION,
                    XML_ERROR_PARTIAL_CHAR:
                    return .truncated(line: line)
                case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: return .unknownEncoding
                default:
                    let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
                    return .malformed(line: line, reason: reason ?? "\(code.rawValue)")
                }
            }
            start = end
        } while start < octets.count
        return nil
    }
}
