#!/usr/bin/env python3
"""Every HTTP client at hand against httpprobe: curl, Python, ab, wrk, Node, Java.

    clients.py PATH-TO-HTTPPROBE

A client that is not installed fails the run: nothing is skipped in silence.
"""

import hashlib
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request

from probe import probe

CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def run(*command, stdin=None, timeout=60):
    if not shutil.which(command[0]):
        raise AssertionError(f"{command[0]} is not installed")
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=timeout)
    assert done.returncode == 0, f"{command[0]}: {done.returncode} {done.stderr.decode()[-500:]}"
    return done.stdout


def equal(found, expected):
    assert found == expected, f"{found!r} instead of {expected!r}"


@check
def curl_reuses_its_connection(server):
    out = run("curl", "-sv", server.url + "/", server.url + "/page", server.url + "/cached", "-o", "/dev/null",
              "-o", "/dev/null", "-o", "/dev/null", "-w", "%{http_code} %{num_connects}\n")
    equal(out.decode().split("\n")[:3], ["200 1", "200 0", "200 0"])


@check
def curl_sends_and_gets_back_a_long_body_after_100(server):
    content = os.urandom(2_000_000)
    out = run("curl", "-s", "--data-binary", "@-", "-H", "Expect: 100-continue",
              "-H", "Content-Type: application/octet-stream", server.url + "/echo", stdin=content)
    equal(hashlib.sha256(out).hexdigest(), hashlib.sha256(content).hexdigest())


@check
def curl_sends_chunks(server):
    content = os.urandom(300_000)
    out = run("curl", "-s", "-T", "-", "-X", "POST", "-H", "Content-Type: application/octet-stream",
              server.url + "/echo", stdin=content)
    equal(out, content)


@check
def curl_speaks_http_1_0(server):
    out = run("curl", "-s0", server.url + "/stream")
    equal(len(out), 65536)


@check
def curl_head(server):
    out = run("curl", "-sI", server.url + "/cached").decode()
    assert "Content-Length: 16384" in out, out


@check
def curl_is_refused_a_method(server):
    out = run("curl", "-si", "-X", "PUT", "--data", "a", server.url + "/").decode()
    assert out.startswith("HTTP/1.1 405") and "Allow: GET, HEAD, OPTIONS" in out, out


@check
def curl_is_refused_a_malformed_path(server):
    for path, status in (("/%zz", "400"), ("/static/a%", "400"), ("/static/a%00b", "400"), ("/static/%2e%2e/x", "404")):
        equal((path, run("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", server.url + path).decode()),
              (path, status))


@check
def python_http_client_keeps_alive_and_pipes_chunks(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    for _ in range(3):
        connection.request("GET", "/stream")
        equal(len(connection.getresponse().read()), 65536)
    pieces = [os.urandom(1000) for _ in range(50)]
    connection.request("POST", "/echo", body=iter(pieces), encode_chunked=True,
                       headers={"Transfer-Encoding": "chunked", "Content-Type": "application/octet-stream"})
    equal(connection.getresponse().read(), b"".join(pieces))


@check
def python_urllib_sends_a_form(server):
    request = urllib.request.Request(server.url + "/echo", data="a=1&b=%C3%A9".encode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        fields = json.load(answer)["fields"]
    equal([(field["name"], field["value"]) for field in fields], [("a", "1"), ("b", "é")])


@check
def curl_sends_a_multipart_form(server):
    with tempfile.NamedTemporaryFile(suffix=".bin") as file:
        content = os.urandom(500_000)
        file.write(content)
        file.flush()
        out = run("curl", "-s", "-F", "a=1", "-F", f"f=@{file.name};filename=x.bin", server.url + "/echo")
    answer = json.loads(out)
    equal(answer["fields"], [{"name": "a", "value": "1"}])
    equal(answer["files"][0]["sha256"], hashlib.sha256(content).hexdigest())


@check
def a_static_file_arrives_whole_and_in_ranges(server):
    with open(os.path.join(server.folder, "long.bin"), "rb") as file:
        content = file.read()
    out = run("curl", "-s", server.url + "/static/long.bin")
    equal(hashlib.sha256(out).hexdigest(), hashlib.sha256(content).hexdigest())
    equal(run("curl", "-s", "-r", "1000-1999", server.url + "/static/long.bin"), content[1000:2000])


@check
def pipelined_answers_come_in_order(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as client:
        targets = ["/", "/page", "/missing", "/cached", "/stream"] * 20
        client.sendall(b"".join(f"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n".encode() for target in targets))
        client.shutdown(socket.SHUT_WR)
        octets = b""
        while piece := client.recv(1 << 16):
            octets += piece
    statuses = re.findall(rb"HTTP/1\.1 (\d{3}) ", octets)
    equal([int(status) for status in statuses], [200, 200, 404, 200, 200] * 20)


@check
def ab_with_and_without_keep_alive(server):
    for arguments in (["-k"], []):
        out = run("ab", "-q", *arguments, "-n", "2000", "-c", "20", server.url + "/").decode()
        equal(re.search(r"Failed requests:\s+(\d+)", out).group(1), "0")
        equal(re.search(r"Complete requests:\s+(\d+)", out).group(1), "2000")


@check
def wrk_sees_no_error(server):
    for target in ("/", "/cached", "/page", "/static/long.bin"):
        out = run("wrk", "-t1", "-c32", "-d1s", server.url + target).decode()
        assert "Non-2xx" not in out and "Socket errors" not in out, out


@check
def node_fetch(server):
    script = """
        const url = process.argv[1];
        (async () => {
          const gets = await Promise.all(Array.from({length: 200}, (_, i) =>
            fetch(url + ["/", "/page", "/cached", "/stream"][i % 4]).then(r => r.arrayBuffer().then(b => [r.status, b.byteLength]))));
          if (gets.some(([status, length]) => status !== 200 || length < 6)) throw new Error(JSON.stringify(gets));
          const form = new FormData();
          form.append("a", "é"); form.append("f", new Blob([new Uint8Array(100000)]), "x.bin");
          const answer = await (await fetch(url + "/echo", {method: "POST", body: form})).json();
          if (answer.fields[0].value !== "é" || answer.files[0].length !== 100000) throw new Error(JSON.stringify(answer));
          const big = await fetch(url + "/echo", {method: "POST", body: new Uint8Array(17 << 20), headers: {"Content-Type": "application/octet-stream"}}).then(r => r.status, e => "failed " + e);
          if (big !== 413) throw new Error("long upload: " + big);
          console.log("ok");
        })().catch(e => { console.error(e); process.exit(1); });
    """
    equal(run("node", "-e", script, server.url).decode(), "ok\n")


@check
def java_http_client(server):
    source = """
        import java.net.URI;
        import java.net.http.*;
        import java.net.http.HttpRequest.BodyPublishers;
        import java.net.http.HttpResponse.BodyHandlers;
        public class Zoo {
          public static void main(String[] a) throws Exception {
            // The default client asks for HTTP/2 by Upgrade: h2c.
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < 50; i++) {
              String target = new String[] {"/", "/page", "/cached", "/stream"}[i % 4];
              HttpResponse<byte[]> r = client.send(HttpRequest.newBuilder(URI.create(a[0] + target)).build(), BodyHandlers.ofByteArray());
              if (r.statusCode() != 200 || r.body().length < 6) throw new Exception(target + " " + r.statusCode());
            }
            byte[] content = new byte[300000];
            HttpResponse<byte[]> r = client.send(HttpRequest.newBuilder(URI.create(a[0] + "/echo")).expectContinue(true)
              .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(content)).build(), BodyHandlers.ofByteArray());
            if (r.body().length != content.length) throw new Exception("echo " + r.statusCode() + " " + r.body().length);
            System.out.println("ok");
          }
        }
    """
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Zoo.java")
        with open(path, "w") as file:
            file.write(source)
        equal(run("java", path, server.url).decode(), "ok\n")


@check
def a_hundred_clients_at_once(server):
    failures = []

    def client():
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
            for number in range(20):
                connection.request("POST", "/echo", body=b"x" * (number * 997),
                                   headers={"Content-Type": "application/octet-stream"})
                equal(connection.getresponse().read(), b"x" * (number * 997))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=client) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(failures, [])


def main():
    binary = sys.argv[1]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "long.bin"), "wb") as file:
            file.write(os.urandom(10 << 20))
        with probe(binary, "--public", folder) as server:
            server.folder = folder
            for function in CHECKS:
                try:
                    function(server)
                    print(f"ok      {function.__name__.replace('_', ' ')}")
                except Exception as error:
                    failed += 1
                    print(f"FAILED  {function.__name__.replace('_', ' ')}: {error}")
            if server.stop() != 0:
                failed += 1
                print("FAILED  exit status after SIGTERM")
    print(f"{len(CHECKS) - failed} of {len(CHECKS)} passed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
