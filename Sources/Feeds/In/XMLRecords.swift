import XML

/// Records of an XML feed: each element at the mapping's path, one in memory at a time.
enum XMLRecords {
    static func read(
        _ octets: [UInt8], _ mapping: FeedMapping, _ limits: FeedLimits, receive: (FeedRecord) -> Bool
    ) throws(FeedError) -> FeedReading.Ending {
        var builder = Builder(mapping: mapping, limits: limits)
        do throws(XMLError) {
            try XMLReader.read(octets, depth: limits.depth) { event in
                guard let record = builder.take(event) else { return true }
                return receive(record)
            }
            return builder.hasFoundRoot ? .complete : .cut("aucune fiche à l’endroit attendu")
        } catch {
            switch error {
            case .entityDeclared: throw .entityDeclared
            case .tooDeep: throw .tooDeep
            case .unknownEncoding: throw .unknownEncoding
            case .stopped: return .tooManyRecords
            case .truncated(let line): return try builder.ending("fin inattendue à la ligne \(line)")
            case .malformed(let line, let reason): return try builder.ending("ligne \(line) : \(reason)")
            }
        }
    }

    private struct Builder {
        let mapping: FeedMapping
        let limits: FeedLimits
        /// Names of the open elements outside a record.
        private var path: [String] = []
        /// Open elements of the record being read, itself first.
        private var open: [FeedNode] = []
        private var size = 0
        private var isTooLarge = false
        private(set) var hasFoundRoot = false

        init(mapping: FeedMapping, limits: FeedLimits) {
            self.mapping = mapping
            self.limits = limits
        }

        mutating func take(_ event: XMLEvent) -> FeedRecord? {
            switch event {
            case .start(let name, let attributes): start(name, attributes)
            case .text(let text): add(text)
            case .end: return end()
            }
            return nil
        }

        /// A feed that breaks before it said what it is is no feed.
        func ending(_ reason: String) throws(FeedError) -> FeedReading.Ending {
            guard hasFoundRoot else { throw .unreadable(reason) }
            return .cut(reason)
        }

        private mutating func start(_ name: String, _ attributes: [XMLEvent.Attribute]) {
            if open.isEmpty {
                path.append(name)
                if let root = mapping.records.first, path.count == 1, root == "*" || root == name {
                    hasFoundRoot = true
                }
                guard mapping.isRecord(path) else { return }
                size = 0
                isTooLarge = false
            }
            size += 16 + name.utf8.count + attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
            var node = FeedNode(name)
            if size > limits.recordOctets {
                isTooLarge = true
            } else {
                node.attributes = attributes.map { ($0.name, $0.value) }
            }
            open.append(node)
        }

        private mutating func add(_ text: String) {
            guard let last = open.indices.last, !isTooLarge else { return }
            size += text.utf8.count
            guard size <= limits.recordOctets else {
                isTooLarge = true
                return
            }
            if open[last].children.isEmpty {
                open[last].text += text
            } else if let child = open[last].children.indices.last, open[last].children[child].name.isEmpty {
                open[last].children[child].text += text
            } else if last > 0 {
                open[last].children.append(FeedNode("", text: text))
            }
        }

        private mutating func end() -> FeedRecord? {
            guard let node = open.popLast() else {
                path.removeLast()
                return nil
            }
            if open.isEmpty {
                path.removeLast()
                return isTooLarge ? .tooLarge : .node(node)
            }
            if !isTooLarge { open[open.count - 1].children.append(node) }
            return nil
        }
    }
}
