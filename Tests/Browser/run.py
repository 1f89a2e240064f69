"""Checks every page of the program in a browser. Usage: run.py BINARY TOOLS [FOLDER FOR SCREENSHOTS]

Each function whose name begins with `check_` is a test; it fails by raising. The last line counts them.
"""
import pathlib
import sys
import traceback

import accounts
import journeys
import openid
import page_checks
import partners
import posting
import sources
import widget
from board import Board
from chromium import Chromium


def main():
    binary, tools = sys.argv[1], pathlib.Path(sys.argv[2])
    screenshots = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    passed = failed = 0
    with Board(binary, "--source-networks", "127.0.0.0/8") as board, Chromium() as browser:
        checks = list(page_checks.all_checks(board, browser, tools, screenshots))
        checks += list(journeys.all_checks(board, browser))
        checks += list(accounts.all_checks(board, browser, tools, screenshots))
        checks += list(openid.all_checks(binary, browser))
        checks += list(posting.all_checks(board, browser, tools, screenshots))
        checks += list(partners.all_checks(board, browser, tools, screenshots))
        checks += list(sources.all_checks(board, browser, tools, screenshots))
        checks += list(widget.all_checks(board, browser))
        for name, check in checks:
            try:
                check()
                passed += 1
            except Exception:
                failed += 1
                print(f"ÉCHEC : {name}")
                traceback.print_exc(limit=3)
    print(f"navigateur: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
