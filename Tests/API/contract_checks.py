"""Whether the API does what it says: its description, its page's examples, the rules that every operation keeps, hostile input."""
import html
import json
import os
import re
import socket
import subprocess
import tempfile

from board import ROOT, SOURCE, TOOLS

METHODS = ["get", "head", "post", "put", "delete", "patch", "options", "trace"]


def operations(board):
    """Method, path with its places filled, and description of every operation."""
    code = board.json("/api/v1/offres?par_page=1")["elements"][0]["code"]
    places = {"code": code, "source": SOURCE, "id": "1", "nom": "contrats"}
    for path, methods in board.json("/api/v1/openapi.json")["paths"].items():
        for method, operation in methods.items():
            filled = re.sub(r"\{(\w+)\}", lambda name: places[name.group(1)], path)
            if operation["operationId"] == "deposerOffres":
                filled = f"/api/v1/offres/{SOURCE}"
            yield method, filled, operation


def query_of(operation):
    return {"changements": "?depuis=0", "suggerer": "?q=bou", "flux": "?pendant=0&depuis=0"}.get(operation["operationId"], "")


def check_openapi_is_valid(board):
    from openapi_spec_validator import validate
    validate(board.json("/api/v1/openapi.json"))


def schemathesis(board, phases, seed, examples):
    return subprocess.run(
        [TOOLS / "bin" / "schemathesis", "--config-file", ROOT / "Tests" / "API" / "schemathesis.toml", "run",
         board.url + "/api/v1/openapi.json", "--workers", "1", "--header", f"Authorization: Bearer {board.key}",
         "--phases", phases, "--max-examples", str(examples), "--seed", str(seed), "--no-color", "--continue-on-failure",
         # A place that is a text like another but no commune is refused, rightly: acceptance is not checked.
         "--exclude-checks", "positive_data_acceptance"],
        cwd=tempfile.gettempdir(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=1_800,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(ROOT / "Tests" / "API")})


def check_schemathesis_finds_nothing(board):
    # The systematic phases give the same answer each time; `make api-random` goes on at random.
    done = schemathesis(board, "examples,coverage", 1, 40)
    assert done.returncode == 0, done.stdout[-8_000:]
    print(next((line.strip() for line in done.stdout.splitlines() if line.strip()[:1].isdigit() and "generated" in line), "schemathesis: no failure"))


def check_every_example_of_the_page_runs(board):
    page = board.get("/api")[2].decode()
    links = {html.unescape(link) for link in re.findall(r'href="(/(?:api/v1|offres|partenaires|widget)[^"]*)"', page)}
    assert len(links) > 15
    for link in links:
        assert board.get(link)[0] in (200, 206), link
    commands = [html.unescape(re.sub(r"<[^>]*>", "", text)) for text in re.findall(r"<code>(curl .*?)</code>", page, re.DOTALL)]
    assert len(commands) > 6
    with tempfile.TemporaryDirectory() as folder:
        offer = {"id": "page-1", "titre": "Soudeur / Soudeuse", "contrat": "CDI", "commune_insee": "03190", "employeur": "Essai",
                 "description": "Souder des pièces d’acier à l’atelier.", "date_publication": "2026-11-20T08:00:00Z"}
        with open(os.path.join(folder, "offres.jsonl"), "w", encoding="utf-8") as file:
            file.write(json.dumps(offer) + "\n")
        for command in commands:
            command = command.replace("NUMÉRO", "0").replace("CLÉ", board.key).replace("SOURCE", SOURCE)
            # The stream of changes has no end.
            command = command.replace("curl ", "curl -sS --fail-with-body -o answer " + ("-m 3 " if "/flux" in command else ""), 1)
            done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)
            assert done.returncode == 0 or "/flux" in command and done.returncode == 28, f"{command}\n{done.stderr}"
            with open(os.path.join(folder, "answer"), encoding="utf-8") as file:
                assert file.read(100), command


def unchanged(board, name, validator, target, bearer):
    """What has not changed is not sent again; the background may change it between two requests, so it has some tries."""
    statuses = [board.get(target, Authorization=bearer, **validator())[0] for _ in range(8)]
    assert 304 in statuses and set(statuses) <= {200, 304}, f"{name}: {statuses}"


def check_every_operation_keeps_the_common_rules(board):
    # What others handed in may be a copy of another: lists move until the background has looked.
    board.settle()
    bearer = f"Bearer {board.key}"
    allowed = {}
    for method, path, operation in operations(board):
        allowed.setdefault(path, set()).add(method.upper())
        if method != "get" or operation["operationId"] == "lireDepot":
            continue
        target, name = path + query_of(operation), operation["operationId"]
        needs_key = operation.get("security") == [{"cle": []}]
        if needs_key:
            assert board.get(target)[0] == 401, name
            if name in ("lireAbonnement", "listerAppels"):
                continue
        status, fields, content = board.get(target, Authorization=bearer)
        assert status == 200 and content, f"{name}: {status}"
        for field in ("RateLimit", "RateLimit-Policy", "Cache-Control"):
            assert fields[field], f"{name} has no {field}"
        assert re.fullmatch(r'"partenaire";r=\d+;t=\d+', fields["RateLimit"]) and re.fullmatch(r'"partenaire";q=\d+;w=60', fields["RateLimit-Policy"])
        assert fields["Access-Control-Allow-Origin"] == "*" and "RateLimit" in fields["Access-Control-Expose-Headers"], name
        head = board.ask("HEAD", target, Authorization=bearer)
        assert head[0] == 200 and not head[2] and head[1]["Content-Type"] == fields["Content-Type"], name
        if name == "flux":
            continue
        assert fields["ETag"], f"{name} has no ETag"
        unchanged(board, name, lambda: {"If_None_Match": board.get(target, Authorization=bearer)[1]["ETag"]}, target, bearer)
        if not needs_key:
            assert fields["Last-Modified"], f"{name} has no Last-Modified"
            unchanged(board, name, lambda: {"If_Modified_Since": board.get(target)[1]["Last-Modified"]}, target, bearer)
        if len(content) > 1_500:
            for coding in ("gzip",) + (() if name == "instantane" else ("br",)):
                coded = board.get(target, Authorization=bearer, Accept_Encoding=coding)[1]
                assert coded["Content-Encoding"] == coding and "Accept-Encoding" in coded["Vary"], f"{name}: {coding}"
                assert coded["ETag"] != fields["ETag"], name
    for path, methods in allowed.items():
        status, fields, _ = board.ask("OPTIONS", path, Origin="https://ailleurs.example", Access_Control_Request_Method="GET")
        assert status == 204, f"OPTIONS {path}: {status}"
        told = set(fields["Access-Control-Allow-Methods"].replace(" ", "").split(","))
        assert methods <= told and fields["Access-Control-Allow-Origin"] == "*" and "Authorization" in fields["Access-Control-Allow-Headers"]
        for method in METHODS:
            if method.upper() not in told:
                status, fields, content = board.ask(method.upper(), path, Authorization=bearer)
                assert status == 405 and fields["Allow"], f"{method} {path}: {status}"


def raw(board, octets):
    """What the server answers to octets as they are."""
    port = int(board.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        try:
            connection.sendall(octets)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        answer = b""
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except OSError:
            pass
    return answer


def check_hostile_content_is_refused_and_never_breaks(board):
    deep = b"[" * 100_000
    bodies = {
        "nothing": b"", "broken": b'{"titre": "a"', "deep": deep, "deep object": b'{"a":' * 50_000, "nul": b'{"titre": "a\x00b"}',
        "not UTF-8": b'{"titre": "\xff\xfe"}', "lone surrogate": b'{"titre": "\\ud800"}', "number": b"1" * 5_000, "exponent": b'{"salaire_min": 1e400}',
        "array": b"[]", "null": b"null", "text": b'"a"', "twice": b'{"titre":"a","titre":"b"}', "long text": b'{"titre":"' + b"a" * 60_000 + b'"}',
        "many members": b"{" + b",".join(b'"a%d":1' % number for number in range(5_000)) + b"}", "BOM": b"\xef\xbb\xbf{}", "octets": bytes(range(256)) * 50,
    }
    types = ["application/json", "application/x-ndjson", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "a/b; charset="]
    for method, path, operation in operations(board):
        if method == "get" or operation["operationId"] in ("supprimerAbonnement",):
            continue
        documented = set(operation["responses"])
        for name, body in bodies.items():
            for type in types:
                status, fields, content = board.ask(method.upper(), path, body, Content_Type=type, Authorization=f"Bearer {board.key}")
                told = f"{method} {path} {name} {type}: {status}"
                assert status < 500 and str(status) in documented, told
                if status >= 400 and status != 413 and content:
                    assert fields["Content-Type"] == "application/problem+json", told
                    assert json.loads(content)["status"] == status, told
    assert board.get("/api/v1/offres?par_page=1")[0] == 200


def check_hostile_requests_are_refused_and_never_break(board):
    host = b"Host: x\r\n"
    for octets, statuses in [
        (b"GET /api/v1/offres?q=%00 HTTP/1.1\r\n" + host + b"\r\n", (200, 400)),
        (b"GET /api/v1/offres?q=%ff%fe HTTP/1.1\r\n" + host + b"\r\n", (200, 400)),
        (b"GET /api/v1/offres?" + b"&".join(b"a%d=1" % number for number in range(2_000)) + b" HTTP/1.1\r\n" + host + b"\r\n", (400, 414)),
        (b"GET /api/v1/offres?q=" + b"a" * 100_000 + b" HTTP/1.1\r\n" + host + b"\r\n", (414, 400)),
        (b"GET /api/v1/../../etc/passwd HTTP/1.1\r\n" + host + b"\r\n", (400, 404)),
        (b"GET /api/v1/offres/%2e%2e%2f HTTP/1.1\r\n" + host + b"\r\n", (400, 404)),
        (b"GET /api/v1/offres HTTP/1.1\r\n" + host + b"Authorization: Bearer " + b"a" * 9_000 + b"\r\n\r\n", (401, 431)),
        (b"GET /api/v1/offres HTTP/1.1\r\n" + host + b"Authorization: \xff\xff\r\n\r\n", (400, 401)),
        (b"PUT /api/v1/offres/essais/1 HTTP/1.1\r\n" + host + b"Content-Length: 99999999999\r\n\r\n", (401, 413)),
        (b"PUT /api/v1/offres/essais/1 HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", (400, 401, 413)),
        (b"POST /api/v1/webhooks HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", (400,)),
        (b"POST /api/v1/webhooks HTTP/1.1\r\n" + host + b"Content-Type: a/\x7f\r\nContent-Length: 0\r\n\r\n", (400,)),
        (b"BREW /api/v1/offres HTTP/1.1\r\n" + host + b"\r\n", (405, 501)),
    ]:
        answer = raw(board, octets)
        assert answer.startswith(b"HTTP/1.1 ") and int(answer[9:12]) in statuses, (octets[:60], answer[:80])
    assert board.get("/api/v1/offres?par_page=1")[0] == 200


def check_a_key_is_shown_once_and_can_be_revoked(board):
    key = board.emploi("key", "add", "Mission locale").splitlines()[-1]
    path = "/api/v1/referentiels"
    assert "partenaire" in board.get(path, Authorization=f"Bearer {key}")[1]["RateLimit"]
    listed = board.emploi("key", "list")
    assert "Mission locale" in listed and key not in listed
    board.emploi("key", "revoke", "2")
    assert board.get(path, Authorization=f"Bearer {key}")[0] == 401
    assert "révoquée" in board.emploi("key", "list")
