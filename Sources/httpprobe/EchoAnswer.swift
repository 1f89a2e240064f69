import HTTP1
import HTTPTypes
import Secrets
import Web

/// What the server understood of a request's content, as JSON: forms and JSON read, anything else given back as it came.
enum EchoAnswer {
    static func response(to request: Request) -> Response {
        let type = request.fields[.contentType].map { $0.prefix { $0 != ";" && $0 != " " }.lowercased() }
        do throws(FormError) {
            switch type {
            case "application/x-www-form-urlencoded", "multipart/form-data": return json(try form(request))
            case "application/json": return json(try value(request))
            default: return asItCame(request.body)
            }
        } catch {
            return Problem(error.status, detail: "\(error)").response()
        }
    }

    private static func form(_ request: Request) throws(FormError) -> JSONText {
        let form = try Form(request)
        var files: [(file: UploadedFile, digest: String)] = []
        for file in form.files { files.append((file, String(hexadecimal: SHA256.digest(of: try file.bytes())))) }
        return JSONText.object { answer in
            answer.array("fields") { fields in
                for item in form.items.items {
                    fields.object { field in
                        field.member("name", item.name)
                        field.member("value", item.value)
                    }
                }
            }
            answer.array("files") { list in
                for (file, digest) in files {
                    list.object { entry in
                        entry.member("name", file.name)
                        entry.member("fileName", file.fileName)
                        entry.member("type", file.declaredType)
                        entry.member("length", file.length)
                        entry.member("sha256", digest)
                    }
                }
            }
        }
    }

    private static func value(_ request: Request) throws(FormError) -> JSONText {
        let value = try JSONValue(request)
        return JSONText.object { $0.member("json", value) }
    }

    private static func json(_ text: JSONText) -> Response {
        Response(status: .ok, fields: [.contentType: MediaType.json.fieldValue], body: .bytes(text.bytes))
    }

    private static func asItCame(_ body: RequestBody) -> Response {
        let content: ResponseBody =
            switch body {
            case .empty: .empty
            case .bytes(let octets): .bytes(octets)
            case .file(let file, let length): .file(file, offset: 0, length: length)
            }
        return Response(status: .ok, fields: [.contentType: MediaType.octetStream.fieldValue], body: content)
    }
}
