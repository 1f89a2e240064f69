"""An SMTP server that insists on STARTTLS and a password, for one session. Standard library and the openssl command only.

Prints its port, writes certificate.pem and then message.eml into the folder given.
"""
import base64, os, signal, socket, ssl, subprocess, sys

folder = sys.argv[1]
certificate, key = os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem")
signal.alarm(30)
subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
     "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
    check=True, capture_output=True)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
peer, _ = listener.accept()
stream = peer.makefile("rwb", buffering=0)
secure = signed_in = False


def say(text):
    stream.write(text.encode() + b"\r\n")


say("220 essai")
while line := stream.readline():
    command = line.decode("latin-1").strip()
    verb = command.split(" ")[0].upper()
    if verb == "EHLO":
        say("250-essai\r\n250 AUTH PLAIN" if secure else "250-essai\r\n250 STARTTLS")
    elif verb == "STARTTLS":
        say("220 pret")
        try:
            peer = context.wrap_socket(peer, server_side=True)
        except (ssl.SSLError, OSError):
            break
        stream, secure = peer.makefile("rwb", buffering=0), True
    elif verb == "AUTH":
        words = command.split(" ")
        given = words[2] if len(words) > 2 else (say("334 ") or stream.readline().decode().strip())
        signed_in = base64.b64decode(given) == b"\0emploi\0secret"
        say("235 bien" if signed_in else "535 5.7.8 mot de passe faux")
    elif verb in ("MAIL", "RCPT"):
        say("250 bien" if secure and signed_in else "530 d'abord STARTTLS et AUTH")
    elif verb == "DATA":
        say("354 allez-y")
        lines = []
        while (data := stream.readline()) not in (b".\r\n", b""):
            lines.append(data[1:] if data.startswith(b".") else data)
        with open(os.path.join(folder, "message.eml"), "wb") as file:
            file.write(b"".join(lines))
        say("250 recu")
    elif verb == "QUIT":
        say("221 au revoir")
        break
    else:
        say("502 inconnu")
