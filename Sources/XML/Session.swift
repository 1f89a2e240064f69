import CExpat

/// What stands behind expat's callbacks during one document.
@safe final class Session {
    /// Set for the time of the parse.
    var parser: XML_Parser?
    private(set) var error: XMLError?
    private let longestDepth: Int
    private let receive: (XMLEvent) -> Bool
    private var depth = 0

    init(depth: Int, receive: @escaping (XMLEvent) -> Bool) {
        longestDepth = depth
        self.receive = receive
    }

    func start(_ name: String, _ attributes: [XMLEvent.Attribute]) {
        depth += 1
        if depth > longestDepth { return stop(.tooDeep) }
        report(.start(name: name, attributes: attributes))
    }

    func end(_ name: String) {
        depth -= 1
        report(.end(name: name))
    }

    /// Expat may still call back after it was stopped: then nothing is reported any more.
    func report(_ event: XMLEvent) {
        guard error == nil else { return }
        if !receive(event) { stop(.stopped) }
    }

    func stop(_ error: XMLError) {
        guard self.error == nil else { return }
        self.error = error
        if let parser = unsafe parser { unsafe XML_StopParser(parser, XML_Bool(0)) }
    }

    static func at(_ pointer: UnsafeMutableRawPointer) -> Session {
        unsafe Unmanaged<Session>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Expat gives names and values in turn, then NULL.
    static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [XMLEvent.Attribute] {
        guard let list = unsafe list else { return [] }
        var attributes: [XMLEvent.Attribute] = []
        var index = 0
        while let name = unsafe list[index], let value = unsafe list[index + 1] {
            unsafe attributes.append(XMLEvent.Attribute(name: String(cString: name), value: String(cString: value)))
            index += 2
        }
        return attributes
    }
}
