internal import Files
import Interchange

/// `FILE.rejects.jsonl` beside an imported file: a line for each record that was refused. There is no such file after an
/// import without rejects.
struct RejectsFile: ~Copyable {
    let path: String
    private var output: OutputFile?

    init(beside file: String) throws(ImportError) {
        path = file + ".rejects.jsonl"
        do throws(FileError) { try OutputFile.remove(path) } catch { throw ImportError(error) }
    }

    mutating func write(_ rejection: Rejection, line: Int) throws(ImportError) {
        let id = rejection.sourceID.map { ",\"id\":\(Self.json($0))" } ?? ""
        let text =
            "{\"ligne\":\(line)\(id),\"champ\":\(Self.json(rejection.field)),\"valeur\":\(Self.json(rejection.value)),"
            + "\"raison\":\(Self.json(rejection.reason))}\n"
        do throws(FileError) {
            if output == nil { output = try OutputFile(path) }
            try output?.write(Array(text.utf8))
        } catch { throw ImportError(error) }
    }

    /// A JSON string (RFC 8259, 7).
    private static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
