/// Octets that the server sends as they are.
enum Lines {
    static let `continue` = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
    static let close = Array("Connection: close\r\n\r\n".utf8)
    static let keepAlive = Array("Connection: keep-alive\r\n\r\n".utf8)
    static let end = Array("\r\n".utf8)
    static let lastChunk = Array("0\r\n\r\n".utf8)
}
