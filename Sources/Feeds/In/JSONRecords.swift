import XML

/// Records of a JSON feed: the elements of the list at the mapping's path, or of the outermost list.
enum JSONRecords {
    static func read(
        _ octets: [UInt8], _ mapping: FeedMapping, _ limits: FeedLimits, receive: (FeedRecord) -> Bool
    ) throws(FeedError) -> FeedReading.Ending {
        let document: JSONValue
        var ending = FeedReading.Ending.complete
        switch JSONReader.read(Array(FeedText.decode(octets).utf8)) {
        case .whole(let value): document = value
        case .cut(let value):
            document = value
            ending = .cut("fin inattendue")
        case .tooDeep: throw .tooDeep
        case .unreadable: throw .unreadable("ce n’est pas du JSON")
        }
        var value = document
        if case .object = document {
            for name in mapping.records {
                guard let member = value[name] else { throw .unreadable("« \(name) » absent") }
                value = member
            }
        }
        guard case .list(let elements) = value else { throw .unreadable("aucune liste à l’endroit attendu") }
        for element in elements {
            for node in element.nodes("", depth: limits.depth) where !receive(.node(node)) { return .tooManyRecords }
        }
        return ending
    }
}
