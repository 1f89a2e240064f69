"""The widget on a page of another site."""
import http.server
import threading

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from chromium import PAGE_SECONDS


def all_checks(board, browser):
    yield "widget.js", lambda: on_another_site(board, browser)


def on_another_site(board, browser):
    page = (
        "<!DOCTYPE html><html lang=fr><title>Mairie</title><main><h1>Mairie</h1>"
        f'<script src="{board.url}/widget.js" data-commune="Vichy" data-rayon="20" data-titre="Nos offres"></script></main>'
    ).encode()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            # Styles by script are no inline styles: a strict policy is kept.
            self.send_header("Content-Security-Policy", f"default-src 'none'; script-src {board.url}; frame-src {board.url}")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    driver = browser.driver
    try:
        # Another name for the loopback is another origin, and another site.
        driver.get(f"http://localhost:{server.server_port}/")
        frame = WebDriverWait(driver, PAGE_SECONDS).until(lambda d: d.find_element(By.TAG_NAME, "iframe"))
        assert frame.get_attribute("title") == "Nos offres"
        driver.switch_to.frame(frame)
        WebDriverWait(driver, PAGE_SECONDS).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, "li a")) > 3)
        style = driver.execute_script("return document.styleSheets.length && document.styleSheets[0].cssRules.length")
        assert style > 10, "no style sheet"
        assert not driver.execute_script("return document.scripts.length"), "the frame has a script"
    finally:
        driver.switch_to.default_content()
        server.shutdown()
