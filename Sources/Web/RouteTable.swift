public import HTTP1
public import HTTPTypes

/// The whole site's routes, looked up by method and path.
///
/// At each segment a literal wins over a parameter with a suffix, and that over a parameter without. A path without
/// parameters is found by one dictionary look-up.
public struct RouteTable<Access: Sendable, Endpoint: Sendable>: Sendable {
    /// What a method and a path lead to.
    public enum Match: Sendable {
        case found(Endpoint, Access)
        /// The same resource has another, canonical path: answer 308 with it, the query kept.
        case redirect(path: String)
        /// 404.
        case notFound
        /// 400: the path's percent-encoding is malformed.
        case malformed
        /// 405 with this `Allow` field.
        case methodNotAllowed(allow: String)
        /// 204 with this `Allow` field.
        case options(allow: String)
    }

    /// In the order they were given.
    public let routes: [Route<Access, Endpoint>]
    private let literalPaths: [String: [Int]]
    private let root: Node
    private let depth: Int

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameters: [(suffix: String, node: Node)] = []
        /// Indices in `routes`.
        var ends: [Int] = []
    }

    public init(_ routes: [Route<Access, Endpoint>]) {
        self.routes = routes
        var root = Node()
        var literalPaths: [String: [Int]] = [:]
        for (index, route) in routes.enumerated() {
            Self.insert(index, at: route.template.segments[...], into: &root)
            if route.template.parameters.isEmpty { literalPaths[route.template.description, default: []].append(index) }
        }
        self.root = root
        self.literalPaths = literalPaths
        depth = routes.map(\.template.segments.count).max() ?? 0
    }

    private static func insert(_ index: Int, at segments: ArraySlice<PathTemplate.Segment>, into node: inout Node) {
        switch segments.first {
        case nil:
            node.ends.append(index)
        case .literal(let literal):
            insert(index, at: segments.dropFirst(), into: &node.literals[literal, default: Node()])
        case .parameter(_, let suffix):
            if let existing = node.parameters.firstIndex(where: { $0.suffix == suffix }) {
                insert(index, at: segments.dropFirst(), into: &node.parameters[existing].node)
            } else {
                var child = Node()
                insert(index, at: segments.dropFirst(), into: &child)
                let place =
                    node.parameters.firstIndex { $0.suffix.utf8.count < suffix.utf8.count } ?? node.parameters.endIndex
                node.parameters.insert((suffix, child), at: place)
            }
        }
    }

    /// What the request leads to. HEAD is answered by a GET route, OPTIONS by the table itself.
    public func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        if let ends = literalPaths[path] {
            return choose(among: ends, captures: [], method: method, path: path) ?? .notFound
        }
        if path == "*" {
            return method == .options ? .options(allow: allowed(by: Array(routes.indices))) : .malformed
        }
        var segments: [String] = []
        for segment in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let text = PercentEncoding.decodeSegment(segment) else { return .malformed }
            segments.append(text)
            if segments.count > depth + 1 { return .notFound }
        }
        if segments.count > 1, segments.last == "" { segments.removeLast() }
        var captures: [String] = []
        return walk(root, segments[...], &captures, method: method, path: path) ?? .notFound
    }

    public func match(_ request: Request) -> Match {
        match(request.method, request.target.path)
    }

    private func walk(
        _ node: Node, _ segments: ArraySlice<String>, _ captures: inout [String], method: HTTPRequest.Method,
        path: String
    ) -> Match? {
        guard let segment = segments.first else {
            return choose(among: node.ends, captures: captures, method: method, path: path)
        }
        if let child = node.literals[segment],
            let match = walk(child, segments.dropFirst(), &captures, method: method, path: path)
        {
            return match
        }
        for (suffix, child) in node.parameters {
            let stem = segment.utf8.dropLast(suffix.utf8.count)
            guard !stem.isEmpty, segment.utf8[stem.endIndex...].elementsEqual(suffix.utf8) else { continue }
            let text = String(Substring(stem))
            if text == "." || text == ".." { continue }
            captures.append(text)
            defer { captures.removeLast() }
            if let match = walk(child, segments.dropFirst(), &captures, method: method, path: path) { return match }
        }
        return nil
    }

    /// The first of these routes that has the method and accepts the captures; nil if none accepts them.
    private func choose(among ends: [Int], captures: [String], method: HTTPRequest.Method, path: String) -> Match? {
        var accepting: [Int] = []
        var viaGet: Match?
        for end in ends {
            let route = routes[end]
            guard let (endpoint, canonicalPath) = route.bind(captures) else { continue }
            if route.method == method || method == .head && route.method == .get {
                let match = canonicalPath == path ? Match.found(endpoint, route.access) : .redirect(path: canonicalPath)
                if route.method == method { return match }
                if viaGet == nil { viaGet = match }
            }
            accepting.append(end)
        }
        if let viaGet { return viaGet }
        if accepting.isEmpty { return nil }
        let allow = allowed(by: accepting)
        return method == .options ? .options(allow: allow) : .methodNotAllowed(allow: allow)
    }

    private func allowed(by indices: [Int]) -> String {
        var methods: [String] = []
        for index in indices {
            let method = routes[index].method
            for name in method == .get ? ["GET", "HEAD"] : [method.rawValue] where !methods.contains(name) {
                methods.append(name)
            }
        }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods.joined(separator: ", ")
    }
}
