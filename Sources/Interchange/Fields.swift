import FoundationEssentials

/// The fields of one JSON object, read one by one: absent and `null` are nil, a value of another type is a rejection that
/// names the field and shows the value.
struct Fields {
    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let container: KeyedDecodingContainer<Name>
    /// Leads to this object from the record, with its last dot.
    private let path: String

    init(_ decoder: any Decoder, path: String = "") throws(Rejection) {
        do { container = try decoder.container(keyedBy: Name.self) } catch {
            throw Rejection(field: String(path.dropLast()), reason: "objet JSON attendu")
        }
        self.path = path
    }

    private init(_ container: KeyedDecodingContainer<Name>, path: String) {
        self.container = container
        self.path = path
    }

    func string(_ name: String) throws(Rejection) -> String? { try value(name, "texte attendu") }
    func number(_ name: String) throws(Rejection) -> Double? { try value(name, "nombre attendu") }
    func integer(_ name: String) throws(Rejection) -> Int? { try value(name, "nombre entier attendu") }
    func boolean(_ name: String) throws(Rejection) -> Bool? { try value(name, "true ou false attendu") }
    func strings(_ name: String) throws(Rejection) -> [String] { try value(name, "liste de textes attendue") ?? [] }

    func object(_ name: String) throws(Rejection) -> Fields? {
        let key = Name(stringValue: name)
        guard container.contains(key), !isNull(key) else { return nil }
        do {
            return Fields(try container.nestedContainer(keyedBy: Name.self, forKey: key), path: path + name + ".")
        } catch { throw rejection(name, "objet attendu") }
    }

    func objects(_ name: String) throws(Rejection) -> [Fields] {
        let key = Name(stringValue: name)
        guard container.contains(key), !isNull(key) else { return [] }
        var objects: [Fields] = []
        do {
            var list = try container.nestedUnkeyedContainer(forKey: key)
            while !list.isAtEnd {
                objects.append(Fields(try list.nestedContainer(keyedBy: Name.self), path: path + name + "."))
            }
        } catch { throw rejection(name, "liste d’objets attendue") }
        return objects
    }

    func rejection(_ name: String, _ reason: String) -> Rejection {
        let shown = (try? container.decodeIfPresent(ShownValue.self, forKey: Name(stringValue: name)))?.text
        return Rejection(field: path + name, value: shown ?? "", reason: reason)
    }

    private func isNull(_ key: Name) -> Bool {
        (try? container.decodeNil(forKey: key)) ?? false
    }

    private func value<Value: Decodable>(_ name: String, _ reason: String) throws(Rejection) -> Value? {
        do { return try container.decodeIfPresent(Value.self, forKey: Name(stringValue: name)) } catch {
            throw rejection(name, reason)
        }
    }
}

/// Any JSON value, as a rejection shows it.
private struct ShownValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            text = string
        } else if let number = try? container.decode(Double.self) {
            text = number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
        } else if let boolean = try? container.decode(Bool.self) {
            text = String(boolean)
        } else {
            text = "(objet ou liste)"
        }
    }
}
