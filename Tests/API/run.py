"""Checks the API and the feeds with tools that others wrote. Usage: run.py BINARY TOOLS

TOOLS is a virtual environment with schemathesis, openapi-spec-validator, jsonschema, feedparser and icalendar. Each function whose
name begins with `check_` is a test; it fails by raising. The last line counts them.
"""
import sys

import board
import contract_checks
import feed_checks
import mirror_check
import writers_check


def check_a_partner_can_keep_a_copy(_):
    print("miroir:", mirror_check.check(board.BINARY))


def check_a_copy_stands_jumps_of_the_clock(_):
    print("miroir, horloge déréglée:", mirror_check.check(board.BINARY, jumps=True))


def check_no_change_is_missed_beside_many_writers(_):
    print("écrivains:", writers_check.check(board.BINARY))


found = [
    item for module in (contract_checks, feed_checks, sys.modules[__name__]) for item in vars(module).items()
    if item[0].startswith("check_") and (len(sys.argv) < 4 or sys.argv[3] in item[0])]
passed, failed = board.run(found)
print(f"API: {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
