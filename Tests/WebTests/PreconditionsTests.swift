import HTTPTypes
import Testing
import Web

@Suite struct PreconditionsTests {
    private static let early = "Sun, 06 Nov 1994 08:49:36 GMT"
    private static let modified = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let late = "Sun, 06 Nov 1994 08:49:38 GMT"

    struct Case: Sendable, CustomTestStringConvertible {
        let fields: HTTPFields
        let get: Preconditions.Outcome
        let put: Preconditions.Outcome
        var testDescription: String { fields.map(\.description).joined(separator: " | ") }

        init(_ fields: HTTPFields, get: Preconditions.Outcome, put: Preconditions.Outcome) {
            self.fields = fields
            self.get = get
            self.put = put
        }
    }

    private static let go = Preconditions.Outcome.proceed(range: false)

    // The current representation has the tag "a" and the time `modified`.
    static let cases: [Case] = [
        Case([:], get: go, put: go),
        // §13.1.1 If-Match: strong comparison, any of a list.
        Case([.ifMatch: "\"a\""], get: go, put: go),
        Case([.ifMatch: "\"b\", \"a\""], get: go, put: go),
        Case([.ifMatch: "*"], get: go, put: go),
        Case([.ifMatch: "\"b\""], get: .failed, put: .failed),
        Case([.ifMatch: "W/\"a\""], get: .failed, put: .failed),
        Case([.ifMatch: "a"], get: .failed, put: .failed),
        Case([.ifMatch: "\"a-gzip\""], get: .failed, put: go),
        Case([.ifMatch: "\"b-gzip\""], get: .failed, put: .failed),
        // §13.1.2 If-None-Match: weak comparison, 304 for a reading, 412 for a change.
        Case([.ifNoneMatch: "\"a\""], get: .notModified, put: .failed),
        Case([.ifNoneMatch: "W/\"a\""], get: .notModified, put: .failed),
        Case([.ifNoneMatch: "\"x\", \"y\", W/\"a\""], get: .notModified, put: .failed),
        Case([.ifNoneMatch: "*"], get: .notModified, put: .failed),
        Case([.ifNoneMatch: "\"b\""], get: go, put: go),
        Case([.ifNoneMatch: "a"], get: go, put: go),
        Case([.ifNoneMatch: ""], get: go, put: go),
        // §13.1.3 If-Modified-Since: readings only.
        Case([.ifModifiedSince: early], get: go, put: go),
        Case([.ifModifiedSince: modified], get: .notModified, put: go),
        Case([.ifModifiedSince: late], get: .notModified, put: go),
        Case([.ifModifiedSince: "Sunday, 06-Nov-94 08:49:37 GMT"], get: .notModified, put: go),
        Case([.ifModifiedSince: "yesterday"], get: go, put: go),
        Case([.ifModifiedSince: "\(late), \(late)"], get: go, put: go),
        // §13.1.4 If-Unmodified-Since.
        Case([.ifUnmodifiedSince: early], get: .failed, put: .failed),
        Case([.ifUnmodifiedSince: modified], get: go, put: go),
        Case([.ifUnmodifiedSince: late], get: go, put: go),
        Case([.ifUnmodifiedSince: "never"], get: go, put: go),
        // §13.2.2 precedence: If-Match hides If-Unmodified-Since, If-None-Match hides If-Modified-Since, the first pair first.
        Case([.ifMatch: "\"a\"", .ifUnmodifiedSince: early], get: go, put: go),
        Case([.ifMatch: "\"b\"", .ifUnmodifiedSince: late], get: .failed, put: .failed),
        Case([.ifNoneMatch: "\"b\"", .ifModifiedSince: late], get: go, put: go),
        Case([.ifNoneMatch: "\"a\"", .ifModifiedSince: early], get: .notModified, put: .failed),
        Case([.ifMatch: "\"b\"", .ifNoneMatch: "\"a\""], get: .failed, put: .failed),
        Case([.ifMatch: "\"a\"", .ifNoneMatch: "\"a\""], get: .notModified, put: .failed),
        Case([.ifUnmodifiedSince: early, .ifNoneMatch: "\"a\""], get: .failed, put: .failed),
        Case([.ifUnmodifiedSince: late, .ifModifiedSince: late], get: .notModified, put: go),
        // §13.1.5 If-Range without Range is ignored.
        Case([.ifRange: "\"b\""], get: go, put: go),
    ]

    @Test(arguments: cases)
    func `Conditions are weighed as RFC 9110 orders`(_ condition: Case) throws {
        let tag = EntityTag("\"a\"")
        let date = HTTPDate(Self.modified)
        func outcome(_ method: HTTPRequest.Method) -> Preconditions.Outcome {
            Preconditions(method, condition.fields).outcome(entityTag: tag, lastModified: date)
        }
        #expect(outcome(.get) == condition.get)
        #expect(outcome(.head) == condition.get)
        #expect(outcome(.put) == condition.put)
        #expect(outcome(.post) == condition.put)
        #expect(outcome(.delete) == condition.put)
    }

    @Test func `A star asks whether there is a representation`() {
        func outcome(_ fields: HTTPFields) -> Preconditions.Outcome {
            Preconditions(.put, fields).outcome(entityTag: nil, lastModified: nil, exists: false)
        }
        #expect(outcome([.ifNoneMatch: "*"]) == .proceed(range: false))
        #expect(outcome([.ifMatch: "*"]) == .failed)
        #expect(outcome([.ifMatch: "\"a\""]) == .failed)
        #expect(outcome([.ifNoneMatch: "\"a\""]) == .proceed(range: false))
        #expect(outcome([.ifUnmodifiedSince: Self.early]) == .proceed(range: false))
    }

    @Test(
        arguments: [
            (nil, true), ("\"a\"", true), ("\"b\"", false), ("W/\"a\"", false), (modified, true), (early, false),
            (late, false),
            ("Sunday, 06-Nov-94 08:49:37 GMT", true), ("junk", false),
        ] as [(String?, Bool)])
    func `A range is honoured only where If-Range names the current representation strongly`(
        ifRange: String?, honoured: Bool
    ) {
        var fields: HTTPFields = [.range: "bytes=0-1"]
        fields[.ifRange] = ifRange
        func outcome(_ method: HTTPRequest.Method, now: HTTPDate = .now) -> Preconditions.Outcome {
            Preconditions(method, fields)
                .outcome(entityTag: EntityTag("\"a\""), lastModified: HTTPDate(Self.modified), now: now)
        }
        #expect(outcome(.get) == .proceed(range: honoured))
        #expect(outcome(.head) == .proceed(range: false))
        #expect(outcome(.post) == .proceed(range: false))
    }

    @Test func `A modification of this second is no strong validator for If-Range`() throws {
        let modified = try #require(HTTPDate(Self.modified))
        let condition = Preconditions(.get, [.range: "bytes=0-1", .ifRange: Self.modified])
        #expect(condition.outcome(entityTag: nil, lastModified: modified, now: modified) == .proceed(range: false))
        let later = HTTPDate(seconds: modified.seconds + 1)
        #expect(condition.outcome(entityTag: nil, lastModified: modified, now: later) == .proceed(range: true))
    }

    @Test func `A false condition comes before a false If-Range`() {
        let fields: HTTPFields = [.range: "bytes=0-1", .ifRange: "\"b\"", .ifNoneMatch: "\"a\""]
        #expect(Preconditions(.get, fields).outcome(entityTag: EntityTag("\"a\""), lastModified: nil) == .notModified)
    }
}
