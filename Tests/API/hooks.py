"""Teaches schemathesis what the board speaks besides JSON: one JSON text a line."""
import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(_, value):
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()
