/// Text out of markup that others wrote: what feeds call a description.
///
/// Both functions take time linear in their input, never fail, and return no more UTF-8 bytes than they were given. The
/// result holds no markup, no control character but the line feed, no character that turns the direction of writing,
/// no space at the end of a line, and never more than one empty line in a row. It is text: escape it again before it
/// goes into a page.
public enum MarkupText {
    /// The text of a fragment or a whole page of HTML, read as a browser would where it is broken.
    ///
    /// Paragraphs, headings, lists and tables are set apart by an empty line, list items begin with `- `, `br`, `div`
    /// and table rows begin a line, cells are parted by a space. Scripts, styles, templates, comments and the head's title
    /// are dropped with what is in them; a tag, comment or script that never ends takes the rest with it.
    public static func plainText(fromHTML html: String) -> String {
        var reader = HTMLTextReader(html)
        return reader.text()
    }

    /// The text of a field of which one does not know whether it holds HTML or plain text. HTML is known by a tag that
    /// descriptions use (`<p>`, `<br/>`, `<li>`, `<strong>`…). Plain text keeps its lines; character references in it
    /// are replaced all the same, since feeds often escape once too much.
    public static func plainText(from text: String) -> String {
        if HTMLTextReader.looksLikeHTML(text) { return plainText(fromHTML: text) }
        var reader = HTMLTextReader(text)
        return reader.lines()
    }
}
