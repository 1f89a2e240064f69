/// schema.org JobPosting objects in the JSON-LD scripts of an HTML page, or in a document that is JSON-LD itself.
enum JobPostingRecords {
    static func read(
        _ octets: [UInt8], _ limits: FeedLimits, receive: (FeedRecord) -> Bool
    ) throws(FeedError) -> FeedReading.Ending {
        let text = FeedText.decode(octets)
        let isJSON = text.trimmed.hasPrefix("{") || text.trimmed.hasPrefix("[")
        let scripts = isJSON ? [text[...]] : scripts(in: text)
        var ending = FeedReading.Ending.complete
        for script in scripts {
            switch JSONReader.read(Array(script.utf8)) {
            case .whole(let value), .cut(let value):
                for posting in postings(in: value, depth: limits.depth) {
                    for node in posting.nodes("", depth: limits.depth) where !receive(.node(node)) {
                        return .tooManyRecords
                    }
                }
            case .tooDeep: throw .tooDeep
            case .unreadable: ending = .cut("un bloc JSON-LD est illisible")
            }
        }
        return ending
    }

    private static func postings(in value: JSONValue, depth: Int) -> [JSONValue] {
        guard depth > 0 else { return [] }
        switch value {
        case .null, .text: return []
        case .list(let elements): return elements.flatMap { postings(in: $0, depth: depth - 1) }
        case .object(let members):
            let types = value["@type"].map { $0.nodes("", depth: 3).map(\.text) } ?? []
            if types.contains(where: { $0 == "JobPosting" || $0.hasSuffix("schema.org/JobPosting") }) { return [value] }
            return members.sorted { $0.key < $1.key }.flatMap { postings(in: $0.value, depth: depth - 1) }
        }
    }

    /// Contents of the `script` elements of type `application/ld+json`. A script that never ends reaches to the end.
    private static func scripts(in html: String) -> [Substring] {
        let octets = Array(html.utf8)
        var scripts: [Substring] = []
        var position = 0
        while let start = find("<script", in: octets, from: position),
            let end = octets[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            let close = find("</script", in: octets, from: end + 1) ?? octets.count
            let tag = String(decoding: octets[start..<end], as: UTF8.self).lowercased()
            if tag.contains("application/ld+json") {
                scripts.append(String(decoding: octets[end + 1..<close], as: UTF8.self)[...])
            }
            position = close
        }
        return scripts
    }

    /// Index of an ASCII word in small letters, in either case.
    private static func find(_ word: String, in octets: [UInt8], from start: Int) -> Int? {
        let word = Array(word.utf8)
        var index = start
        while index < octets.count, let open = octets[index...].firstIndex(of: UInt8(ascii: "<")) {
            if octets[open...].count >= word.count,
                zip(octets[open...], word).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
            {
                return open
            }
            index = open + 1
        }
        return nil
    }
}
