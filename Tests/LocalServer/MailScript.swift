/// What a plain SMTP server of a test got.
public struct ReceivedMail: Sendable, Hashable {
    public var sender = ""
    public var recipients: [String] = []
    /// Dots undoubled, line ends kept as LF.
    public var lines: [String] = []
}

extension Connection {
    /// Plays a plain SMTP server for one session. `reply` may answer a command otherwise than by its usual reply, given the
    /// command line (`.` for the end of the data); an empty reply closes the connection. `keep` gets the mail before the client is
    /// told that it was taken.
    public func receiveMail(_ reply: (String) -> String?, keep: (ReceivedMail) -> Void = { _ in }) {
        var mail = ReceivedMail()
        write("220 essai\r\n")
        while let command = readLine() {
            let verb = command.prefix(4).uppercased()
            if let other = reply(command) {
                if other.isEmpty { return }
                write(other + "\r\n")
                continue
            }
            switch verb {
            case "EHLO": write("250-essai\r\n250 8BITMIME\r\n")
            case "MAIL":
                mail.sender = command
                write("250 bien\r\n")
            case "RCPT":
                mail.recipients.append(command)
                write("250 bien\r\n")
            case "DATA":
                write("354 allez-y\r\n")
                while let line = readLine(), line != "." {
                    mail.lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
                }
                guard let end = reply(".") else {
                    keep(mail)
                    write("250 recu\r\n")
                    break
                }
                if end.isEmpty { return }
                write(end + "\r\n")
            case "QUIT":
                write("221 au revoir\r\n")
                return
            default: write("502 inconnu\r\n")
            }
        }
    }
}
