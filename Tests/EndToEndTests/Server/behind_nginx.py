#!/usr/bin/env python3
"""httpprobe behind a real nginx with keep-alive upstream connections.

    behind_nginx.py PATH-TO-HTTPPROBE
"""

import concurrent.futures
import hashlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from probe import probe

CONFIGURATION = """
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_max_body_size 100m;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  upstream site {{ server 127.0.0.1:{upstream}; keepalive 8; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }}
    location /unbuffered/ {{
      proxy_pass http://site/;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
      proxy_buffering off;
    }}
  }}
}}
"""


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def exchange(port, method, target, body=None, fields=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=("127.0.0.9", 0))
    connection.request(method, target, body=body, headers=fields or {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def upstream_connections(port):
    """Established connections to the server's port, seen from its side."""
    count = 0
    with open("/proc/net/tcp") as table:
        for line in table.readlines()[1:]:
            parts = line.split()
            count += parts[1].endswith(f":{port:04X}") and parts[3] == "01"
    return count


def main():
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    assert os.path.exists(nginx), "nginx is not installed"
    with tempfile.TemporaryDirectory() as folder, probe(
        sys.argv[1], "--trusted", "127.0.0.1", "--public", folder
    ) as server:
        port = free_port()
        path = os.path.join(folder, "nginx.conf")
        with open(path, "w") as file:
            # Started by root, nginx would read and write as a user who may not enter the folder.
            user = "user root;" if os.geteuid() == 0 else ""
            file.write(CONFIGURATION.format(user=user, folder=folder, upstream=server.port, port=port))
        proxy = subprocess.Popen([nginx, "-c", path, "-p", folder, "-g", "daemon off;"])
        try:
            for _ in range(100):
                with socket.socket() as attempt:
                    if attempt.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)

            _, content = exchange(port, "GET", "/page", fields={"X-Forwarded-For": "203.0.113.7"})
            assert b"For 127.0.0.9" in content, "the address that the client claims comes before nginx's word"
            answer, content = exchange(port, "GET", "/cached")
            assert answer.status == 200 and len(content) == 16384
            answer, _ = exchange(port, "GET", "/cached", fields={"If-None-Match": '"probe"'})
            assert answer.status == 304, answer.status
            answer, content = exchange(port, "HEAD", "/cached")
            assert answer.getheader("Content-Length") == "16384" and content == b""
            _, content = exchange(port, "GET", "/stream")
            assert len(content) == 65536
            octets = os.urandom(5_000_000)
            for target in ("/echo", "/unbuffered/echo"):
                answer, content = exchange(port, "POST", target, body=octets,
                                           fields={"Content-Type": "application/octet-stream"})
                same = hashlib.sha256(content).digest() == hashlib.sha256(octets).digest()
                assert same, f"{target}: {answer.status}, {len(content)} octets {content[:200]}"
            pieces = [os.urandom(10_000) for _ in range(20)]
            _, content = exchange(port, "POST", "/unbuffered/echo", body=iter(pieces),
                                  fields={"Content-Type": "application/octet-stream"})
            assert content == b"".join(pieces)
            answer, _ = exchange(port, "POST", "/echo", body=bytes(17 << 20),
                                 fields={"Content-Type": "application/octet-stream"})
            assert answer.status == 413, answer.status

            def visit(number):
                answer, content = exchange(port, "GET", ["/", "/page", "/cached", "/stream", "/missing"][number % 5])
                return answer.status, len(content) > 0

            with concurrent.futures.ThreadPoolExecutor(8) as pool:
                outcomes = list(pool.map(visit, range(2000)))
            statuses = {status: sum(1 for outcome in outcomes if outcome[0] == status) for status, _ in outcomes}
            assert statuses == {200: 1600, 404: 400}, statuses
            kept = upstream_connections(server.port)
            assert 1 <= kept <= 8, f"{kept} upstream connections after 2000 requests"
            with open(os.path.join(folder, "error.log")) as log:
                # nginx notes each request content that it buffers in a file: no fault.
                errors = [line for line in log if "buffered to a temporary file" not in line]
            assert all("closed keepalive connection" in line for line in errors), errors
        finally:
            proxy.terminate()
            proxy.wait()
        assert server.stop() == 0
    print(f"behind nginx: 2000 requests over {kept} kept connections, uploads, streams and refusals pass")


if __name__ == "__main__":
    main()
