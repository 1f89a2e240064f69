"""nginx as the peer: answers copied from ours, with the same fields as far as nginx can be told to send them."""
import os

from servers import Failure, Server, free_port

# What nginx itself says of a file or of the connection; Content-Type has a directive of its own.
ITS_OWN = {
    "accept-ranges", "connection", "content-length", "content-type", "date", "etag", "keep-alive", "last-modified", "server",
    "transfer-encoding",
}

# As Debian ships it, but for: no access log, room for 1,000 connections, and no connection closed after 1,000 requests.
CONFIGURATION = """
daemon off;
worker_processes 2;
worker_rlimit_nofile 16384;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 8192; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    types {{ }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {folder}/root;
{locations}    }}
}}
"""


class Copies:
    """Answers to be served by nginx, gathered before it starts."""

    def __init__(self, folder):
        self.folder = folder
        self.locations = []
        os.makedirs(folder + "/root", exist_ok=True)

    def add(self, headers, content, inline=False):
        """Serves the answer from a file, or `inline` by `return 200`. Gives its request target."""
        target = f"/{len(self.locations)}"
        lines = [f"default_type {quoted(headers.get('Content-Type', 'application/octet-stream'))};"]
        lines += [
            f"add_header {name} {quoted(value)};" for name, value in headers.items() if name.lower() not in ITS_OWN]
        if inline:
            lines.append(f"return 200 {quoted(content.decode())};")
        else:
            with open(self.folder + "/root" + target, "wb") as file:
                file.write(content)
        self.locations.append(f"        location = {target} {{ {' '.join(lines)} }}\n")
        return target

    def serve(self):
        port = free_port()
        # Started as root, its workers would run as a user who may not enter our folder.
        user = "user root;" if os.geteuid() == 0 else ""
        path = self.folder + "/nginx.conf"
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(
                folder=self.folder, port=port, user=user, locations="".join(self.locations)))
        return Server(
            ["nginx", "-c", path, "-e", self.folder + "/error.log"], self.folder + "/start.log",
            url=f"http://127.0.0.1:{port}")


def quoted(text):
    # nginx has no way of writing a dollar sign.
    if "$" in text:
        raise Failure(f"nginx cannot be told to send {text!r}")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
