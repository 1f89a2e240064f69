import HTTPTypes
import Testing

@testable import HTTP1

struct RequestParserTests {
    @Test func `A head is complete at its empty line and nowhere before`() throws {
        let head = Array("GET /a?b HTTP/1.1\r\nHost: example.org\r\n\r\n".utf8)
        for length in 0..<head.count {
            var parser = RequestParser(limits: MessageLimits())
            let beginning = Array(head[..<length])
            let early = try parser.parse(beginning.span)
            let late = try parser.parse(head.span)
            #expect(early == nil)
            #expect(late == head.count)
        }
    }

    @Test func `The parts of a head stand where its index says`() throws {
        let octets = Array("\r\nPOST /a?b=%20 HTTP/1.0\r\nHost:  example.org \r\nContent-Length: 5\r\n\r\n".utf8)
        var parser = RequestParser(limits: MessageLimits())
        let length = try parser.parse(octets.span)
        #expect(length == octets.count)
        let head = RequestHead(octets: octets, index: parser.index)
        #expect(head.index.method == .post)
        #expect(head.target == RequestTarget(path: "/a", query: "b=%20"))
        #expect(head.authority == "example.org")
        #expect(head.index.framing == .length(5))
        #expect(!head.index.isPersistent)
        #expect(head.fields[.contentLength] == "5")
    }
}
