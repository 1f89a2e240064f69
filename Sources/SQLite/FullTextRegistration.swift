internal import CSQLite

/// Makes a tokenizer known to FTS5 on one connection, under the name that tables are created with.
enum FullTextRegistration {
    /// What SQLite keeps of a tokenizer, and gives back when the connection is closed.
    private final class Context {
        let tokenizer: any FullTextTokenizer

        init(_ tokenizer: any FullTextTokenizer) {
            self.tokenizer = tokenizer
        }
    }

    static func register(
        _ tokenizer: any FullTextTokenizer, as name: String, on connection: OpaquePointer
    ) throws(SQLiteError) {
        guard let api = unsafe csqlite_fts5(connection), let create = unsafe api.pointee.xCreateTokenizer else {
            throw SQLiteError(code: SQLITE_ERROR, message: "this SQLite has no FTS5")
        }
        let context = unsafe Unmanaged.passRetained(Context(tokenizer))
        // A table's tokenizer is the connection's context itself: it lives longer than every table.
        var methods = unsafe fts5_tokenizer(
            xCreate: { context, _, _, made in
                unsafe made?.pointee = OpaquePointer(context)
                return SQLITE_OK
            },
            xDelete: { _ in },
            xTokenize: { unsafe FullTextRegistration.tokenize($0, $1, $3, $4, $5) })
        let code = unsafe create(api, name, context.toOpaque(), &methods) { context in
            guard let context = unsafe context else { return }
            unsafe Unmanaged<Context>.fromOpaque(context).release()
        }
        guard code == SQLITE_OK else {
            unsafe context.release()
            throw SQLiteError(code: code, message: "tokenizer \(name) refused")
        }
    }

    private typealias Receiver =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
        ) -> Int32

    private static func tokenize(
        _ context: OpaquePointer?, _ table: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32,
        _ receive: Receiver?
    ) -> Int32 {
        guard let context = unsafe context, let text = unsafe text, let receive = unsafe receive, count > 0 else {
            return SQLITE_OK
        }
        let tokenizer = unsafe Unmanaged<Context>.fromOpaque(UnsafeRawPointer(context)).takeUnretainedValue().tokenizer
        var code = SQLITE_OK
        // The text is SQLite's until this call returns: the span does not outlive it.
        let octets = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
        unsafe octets.withMemoryRebound(to: UInt8.self) { octets in
            unsafe tokenizer.tokenize(octets.span) { token in
                guard code == SQLITE_OK, !token.term.isEmpty else { return }
                code = unsafe token.term.withUnsafeBytes { term in
                    unsafe receive(
                        table, token.isColocated ? FTS5_TOKEN_COLOCATED : 0,
                        term.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(term.count),
                        Int32(token.range.lowerBound), Int32(token.range.upperBound))
                }
            }
        }
        return code
    }
}
