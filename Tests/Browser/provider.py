"""An OpenID provider on the loopback, as ProConnect is one, for the browser's journeys. It signs with the openssl command.

Whoever is sent to it is `person` at once; `entered` counts them. `end_session` sends back where the board asked for."""
import base64
import hashlib
import http.server
import json
import secrets
import subprocess
import tempfile
import threading
import time
import urllib.parse

CLIENT, SECRET = "emploi-allier", "un secret: à/garder"


def encode(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


class Provider:
    """Use it in a `with` block."""

    def __init__(self):
        self.person = {"sub": "p1", "email": "camille@essai.fr", "email_verified": True, "given_name": "Camille",
                       "usual_name": "Martin", "siret": "73282932000074"}
        self.entered, self.left, self.grants, self.tamper = 0, 0, {}, lambda claims: claims

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="emploi-openid-")
        self.key = self.folder.name + "/key.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self.key],
                       check=True, capture_output=True)
        modulus = subprocess.run(["openssl", "rsa", "-in", self.key, "-noout", "-modulus"], check=True, capture_output=True,
                                 text=True).stdout.strip().split("=")[1]
        self.public = {"kty": "RSA", "kid": "1", "use": "sig", "n": encode(bytes.fromhex(modulus)), "e": "AQAB"}
        self.secret_file = self.folder.name + "/secret"
        with open(self.secret_file, "w") as file:
            file.write(SECRET + "\n")
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                provider.answer(self, "")

            def do_POST(self):
                provider.answer(self, self.rfile.read(int(self.headers["Content-Length"])).decode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.folder.cleanup()

    def options(self):
        """For `emploi serve`."""
        return ["--openid-issuer", self.issuer, "--openid-client-id", CLIENT, "--openid-client-secret-file",
                self.secret_file]

    def sign(self, claims):
        head = encode(json.dumps({"alg": "RS256", "kid": "1"}).encode()) + "." + encode(json.dumps(claims).encode())
        signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.key], input=head.encode(), check=True,
                                   capture_output=True).stdout
        return head + "." + encode(signature)

    def answer(self, request, body):
        url = urllib.parse.urlsplit(request.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        form = dict(urllib.parse.parse_qsl(body))
        status, fields, text = 404, {}, ""
        if url.path == "/.well-known/openid-configuration":
            status, text = 200, json.dumps({
                "issuer": self.issuer, "authorization_endpoint": self.issuer + "/entrer",
                "token_endpoint": self.issuer + "/jeton", "userinfo_endpoint": self.issuer + "/qui",
                "jwks_uri": self.issuer + "/cles", "end_session_endpoint": self.issuer + "/sortir",
                "token_endpoint_auth_methods_supported": ["client_secret_post"]})
        elif url.path == "/cles":
            status, text = 200, json.dumps({"keys": [self.public]})
        elif url.path == "/entrer":
            self.entered += 1
            code = secrets.token_urlsafe(16)
            self.grants[code] = query
            back = urllib.parse.urlencode({"code": code, "state": query["state"]})
            status, fields = 302, {"Location": f"{query['redirect_uri']}?{back}"}
        elif url.path == "/jeton":
            grant = self.grants.pop(form.get("code"), None)
            challenge = encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
            if (not grant or grant["code_challenge"] != challenge or form.get("client_secret") != SECRET
                    or grant["redirect_uri"] != form.get("redirect_uri")):
                status, text = 400, json.dumps({"error": "invalid_grant"})
            else:
                now = int(time.time())
                claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.person["sub"], "nonce": grant["nonce"],
                          "iat": now, "exp": now + 300, "acr": "eidas1"}
                status, text = 200, json.dumps({"access_token": "acces", "token_type": "Bearer",
                                                "id_token": self.sign(self.tamper(claims))})
        elif url.path == "/qui":
            status, fields = 200, {"Content-Type": "application/jwt"}
            text = self.sign({"iss": self.issuer, "aud": CLIENT, **self.person})
        elif url.path == "/sortir":
            self.left += 1
            status, fields = 302, {"Location": query["post_logout_redirect_uri"]}
        request.send_response(status)
        for name, value in fields.items():
            request.send_header(name, value)
        octets = text.encode()
        request.send_header("Content-Length", str(len(octets)))
        request.end_headers()
        request.wfile.write(octets)
