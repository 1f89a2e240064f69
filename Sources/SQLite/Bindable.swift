internal import CSQLite

/// A Swift value that may stand for a parameter of a statement.
///
/// The list is closed on purpose: everything else is turned into one of these by the code that knows what it means.
public protocol Bindable {
    func bind(to parameter: borrowing Parameter)
}

/// One parameter (`?1`, `?2`…) of a statement being prepared for a run.
@safe public struct Parameter: ~Copyable {
    let statement: OpaquePointer
    let index: Int32
    let result: Result

    /// The first refusal (too long a text, for instance), checked once all parameters are bound.
    final class Result {
        var code = SQLITE_OK
    }

    func keep(_ code: Int32) {
        if result.code == SQLITE_OK { result.code = code }
    }
}

extension Int64: Bindable {
    public func bind(to parameter: borrowing Parameter) {
        parameter.keep(unsafe sqlite3_bind_int64(parameter.statement, parameter.index, self))
    }
}

extension Int: Bindable {
    public func bind(to parameter: borrowing Parameter) { Int64(self).bind(to: parameter) }
}

/// 0 or 1.
extension Bool: Bindable {
    public func bind(to parameter: borrowing Parameter) { Int64(self ? 1 : 0).bind(to: parameter) }
}

/// A NaN becomes NULL, as SQLite has none.
extension Double: Bindable {
    public func bind(to parameter: borrowing Parameter) {
        parameter.keep(unsafe sqlite3_bind_double(parameter.statement, parameter.index, self))
    }
}

extension String: Bindable {
    public func bind(to parameter: borrowing Parameter) {
        var copy = self
        let code = copy.withUTF8 { bytes in
            // An empty buffer may have no address, which SQLite would take for NULL.
            unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress else {
                    return unsafe csqlite_bind_text(parameter.statement, parameter.index, "", 0)
                }
                return unsafe csqlite_bind_text(
                    parameter.statement, parameter.index, start, sqlite3_uint64(text.count))
            }
        }
        parameter.keep(code)
    }
}

extension [UInt8]: Bindable {
    public func bind(to parameter: borrowing Parameter) {
        let code = unsafe withUnsafeBytes { bytes in
            guard count > 0, let start = bytes.baseAddress else {
                return unsafe sqlite3_bind_zeroblob(parameter.statement, parameter.index, 0)
            }
            return unsafe csqlite_bind_blob(parameter.statement, parameter.index, start, sqlite3_uint64(bytes.count))
        }
        parameter.keep(code)
    }
}

/// `nil` is NULL.
extension Optional: Bindable where Wrapped: Bindable {
    public func bind(to parameter: borrowing Parameter) {
        switch self {
        case .some(let value): value.bind(to: parameter)
        case .none: parameter.keep(unsafe sqlite3_bind_null(parameter.statement, parameter.index))
        }
    }
}
