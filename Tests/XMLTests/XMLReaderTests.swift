import Testing
import XML

@Suite struct XMLReaderTests {
    /// The events of a document as one line, and the error that ended it.
    private func read(_ octets: [UInt8], depth: Int = 64) -> (text: String, error: XMLError?) {
        var text = ""
        do throws(XMLError) {
            try XMLReader.read(octets, depth: depth) { event in
                switch event {
                case .start(let name, let attributes):
                    text += "<" + ([name] + attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ") + ">"
                case .text(let piece): text += piece
                case .end: text += "</>"
                }
                return true
            }
            return (text, nil)
        } catch {
            return (text, error)
        }
    }

    private func read(_ document: String) -> (text: String, error: XMLError?) { read(Array(document.utf8)) }

    @Test func `elements, attributes, CDATA and character references are reported in order`() {
        let (text, error) = read("<a b='1' c:d='é &amp; x'><e>p&#226;te &lt;</e><![CDATA[<p>&amp;]]><f/></a>")
        #expect(text == "<a b=1 c:d=é & x><e>pâte <</><p>&amp;<f></></>")
        #expect(error == nil)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><a/>",
    ])
    func `a document that declares an entity is refused before its content`(document: String) {
        let (text, error) = read(document)
        #expect(text.isEmpty && error == .entityDeclared)
    }

    @Test func `a document type without entities is read, and its external subset is not`() {
        let (text, error) = read(
            "<!DOCTYPE rss PUBLIC '-//X' 'http://127.0.0.1:1/rss.dtd'><rss>a&nbsp;b&inconnu;</rss>")
        #expect(text == "<rss>a&nbsp;b&inconnu;</>" && error == nil)
    }

    @Test func `an entity nobody declared is text`() {
        let (text, error) = read("<a>20&nbsp;h</a>")
        #expect(text == "<a>20&nbsp;h</>" && error == nil)
    }

    @Test(arguments: ["ISO-8859-1", "windows-1252", "iso-8859-15", "utf-8", "UTF-8", ""])
    func `text in one octet a character is read, whatever the label says`(label: String) {
        let declaration = label.isEmpty ? "" : "<?xml version='1.0' encoding='\(label)'?>"
        let octets = Array("\(declaration)<a>".utf8) + [0xC9, 0x6C, 0xE9] + Array("</a>".utf8)
        let (text, error) = read(octets)
        #expect(text == "<a>Élé</>" && error == nil)
    }

    @Test func `the euro sign stands where its encoding puts it`() {
        let windows =
            Array("<?xml version='1.0' encoding='windows-1252'?><a>".utf8) + [0x80, 0x9C] + Array("</a>".utf8)
        let latin9 = Array("<?xml version='1.0' encoding='ISO-8859-15'?><a>".utf8) + [0xA4, 0xBD] + Array("</a>".utf8)
        #expect(read(windows).text == "<a>€œ</>" && read(latin9).text == "<a>€œ</>")
    }

    @Test func `an encoding nobody knows is an error`() {
        #expect(read("<?xml version='1.0' encoding='klingon'?><a/>").error == .unknownEncoding)
    }

    @Test(arguments: ["", "<a", "<a>", "<a><b>x", "<a><![CDATA[x", "<a>x</a", "<a>é"])
    func `a document cut short says so`(document: String) {
        guard case .truncated = read(document).error else {
            Issue.record("\(String(describing: read(document).error))")
            return
        }
    }

    @Test func `a cut inside a character is a cut`() {
        let octets = Array("<a>été".utf8.dropLast())
        #expect(read(octets).text == "<a>ét")
    }

    @Test(arguments: ["x", "<a></b>", "<a><a/>&</a>", "<a b=1/>", "<a/><b/>"])
    func `what is no XML is malformed`(document: String) {
        guard case .malformed = read(document).error else {
            Issue.record("\(String(describing: read(document).error))")
            return
        }
    }

    @Test func `nesting is bounded`() {
        let document = Array((String(repeating: "<a>", count: 100_000)).utf8)
        #expect(read(document).error == .tooDeep)
        #expect(read(Array("<a><a/></a>".utf8), depth: 2).error == nil)
        #expect(read(Array("<a><a/></a>".utf8), depth: 1).error == .tooDeep)
    }

    @Test func `the receiver can stop`() {
        var count = 0
        #expect(throws: XMLError.stopped) {
            try XMLReader.read(Array("<a><b/><c/></a>".utf8)) { _ in
                count += 1
                return count < 2
            }
        }
        #expect(count == 2)
    }
}
