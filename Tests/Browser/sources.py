"""Agents add sources of every kind, try them, import, pause and answer, without JavaScript, from a server on this machine."""
import http.server
import os
import pathlib
import threading
import time

from selenium.webdriver.common.by import By

import page_checks
from board import ROOT
from chromium import press_and_wait
from people import main, press, sign_in_agent, type_in

SAMPLES = ROOT / "Tests" / "FeedsTests" / "Fixtures"
IMPORT_SECONDS = 30
# Jobs of one title that are told apart by what they say.
TEXTS = [
    "Composer des bouquets de mariée, tenir la caisse le samedi et livrer les hôtels du parc avec la camionnette.",
    "Préparer les couronnes, recevoir les familles en deuil et fleurir les cérémonies aux deux églises du canton.",
    "Faire pousser sous serre les plants de printemps, arroser, rempoter et conseiller les jardiniers amateurs.",
    "Décorer les vitrines des commerçants pour les fêtes, dessiner les projets et acheter aux producteurs.",
    "Tenir le rayon des plantes vertes d'une jardinerie, étiqueter, arroser le matin et renseigner les visiteurs.",
    "Ouvrir la boutique de la gare à six heures, dresser l'étal, vendre et compter la recette du jour.",
    "Répondre aux commandes reçues par téléphone, organiser les tournées et suivre les paiements des entreprises.",
    "Sécher et presser des fleurs des champs, composer des tableaux et les vendre sur les marchés d'été.",
    "Apprendre le métier auprès d'un artisan médaillé, nettoyer les vases, tailler les tiges, emballer.",
    "Animer des ateliers d'art floral pour enfants et personnes âgées, écrire le programme, gérer les inscriptions.",
]


class Feeds:
    """Serves the sample feeds, and what a hostile or broken server would. Use it in a `with` block."""

    def __enter__(self):
        pages = {"/" + path.name: path.read_bytes() for path in SAMPLES.iterdir()}
        pages["/offres.jsonl"] = self.lines(range(10))
        pages["/liste.html"] = b'<a href="jobposting.html">une offre</a>'
        self.pages = pages
        self.over = over = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/interne":
                    self.send_response(302)
                    self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
                    self.end_headers()
                    return
                if self.path == "/goutte":
                    # An octet from time to time, for ever.
                    self.send_response(200)
                    self.end_headers()
                    try:
                        while not over.wait(0.3):
                            self.wfile.write(b" ")
                    except OSError:
                        pass
                    return
                if self.path == "/coupe":
                    self.send_response(200)
                    self.send_header("Content-Length", "100000")
                    self.end_headers()
                    self.wfile.write(pages["/indeed.xml"][:900])
                    return
                if self.path == "/sans-fin":
                    self.send_response(200)
                    self.end_headers()
                    try:
                        while True:
                            self.wfile.write(b"x" * 65_536)
                    except OSError:
                        return
                body = pages.get(self.path)
                self.send_response(200 if body is not None else 404)
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def lines(numbers):
        return "".join(
            f'{{"id":"{n}","titre":"Fleuriste","description":"{TEXTS[n % len(TEXTS)]} Lot {n}, {n * 37} tiges, {n * 91} vases.","contrat":"CDI",'
            f'"commune_insee":"03310","employeur":"Fleurs {n}","date_publication":"2026-11-01T08:00:00Z",'
            f'"date_limite":"2099-01-01"}}\n' for n in numbers).encode()


def all_checks(board, browser, tools, screenshots):
    look = page_checks.looker(board, browser, tools, screenshots)
    yield "an agent adds, tries, imports, pauses and follows sources of every kind", lambda: sources(board, browser, look)


def add(board, driver, feeds, name, kind, path, contract=None):
    """Fills the form of a new source and tries it; returns what the try says."""
    driver.get(board.url + "/agent/sources/nouvelle")
    type_in(driver, nom=name, libelle=f"Source {name}", adresse=feeds.url + path)
    driver.find_element(By.CSS_SELECTOR, f"#type option[value={kind}]").click()
    press(driver, "Essayer sans rien enregistrer")
    if contract:
        type_in(driver, **{"m-contrat": contract})
        press(driver, "Essayer sans rien enregistrer")
    return main(driver)


def imported(board, driver, name):
    """The page of a source once it was fetched."""
    deadline = time.monotonic() + IMPORT_SECONDS
    while time.monotonic() < deadline:
        driver.get(board.url + f"/agent/sources/{name}")
        if driver.find_elements(By.CSS_SELECTOR, "tbody tr") and "en cours" not in main(driver):
            return main(driver)
        time.sleep(0.3)
    raise AssertionError(f"{name} is not fetched: {main(driver)}")


def florists(board):
    """How many of the jobs are found: a poor list of results is filled with what is near."""
    return sum("fleuriste" in item["title"].lower() for item in board.offers("?q=fleuriste&commune=Vichy"))


def fits(browser, what):
    """The page that a form led to, which cannot be asked for again, does not scroll sideways."""
    browser.scripts(True)
    for width in (320, 1280):
        browser.width(width)
        wide = browser.driver.execute_script("return document.documentElement.scrollWidth")
        assert wide <= width, f"{what} is {wide} wide at {width}"
    browser.scripts(False)


def told_twice(board, driver):
    """The address of the offer of the ten that another source tells too, once both are brought together."""
    deadline = time.monotonic() + IMPORT_SECONDS
    while time.monotonic() < deadline:
        for item in board.offers("?q=fleuriste&commune=Vichy"):
            driver.get(item["url"])
            if "Aussi publiée par" in main(driver):
                return item["url"]
        time.sleep(0.3)
    raise AssertionError("the two tellings are not brought together")


def sources(board, browser, look):
    driver = browser.driver
    try:
        sign_in_agent(board, driver, "sources@essai.fr")
        with Feeds() as feeds:
            driver.get(board.url + "/agent/sources")
            look("sources-vides")
            browser.scripts(False)
            for name, kind, path, contract in [
                    ("a-rss", "rss", "/offres.rss", None), ("a-json", "json-feed", "/feed.json", None),
                    ("a-indeed", "indeed", "/indeed.xml", None), ("a-page", "job-posting", "/jobposting.html", None),
                    ("a-pages", "pages", "/liste.html", None), ("a-csv", "csv", "/annonces.csv", '"CDI"'),
                    ("a-lignes", "jsonl", "/offres.jsonl", None)]:
                said = add(board, driver, feeds, name, kind, path, contract)
                assert "Ce que la source donne" in said and "Identifiant" in said, f"{name}: {said[:600]}"
                assert "Rien n’a été enregistré" in said
                if name == "a-csv":
                    fits(browser, "the try")
                press(driver, "Enregistrer")
                assert "réussi" in imported(board, driver, name), f"{name}: {main(driver)}"
            for path, words in [("/interne", "interne"), ("/sans-fin", "grosse"), ("/hostile_entites.xml", "entités"),
                                ("/nulle-part", "404"), ("/tronque.xml", ""), ("/goutte", "trop de temps"),
                                ("/coupe", "coupée")]:
                said = add(board, driver, feeds, "b-hostile", "indeed", path)
                assert words in said and ("échoué" in said or "coupé" in said), f"{path}: {said[:500]}"
            type_in(driver, libelle="", adresse="javascript:alert(1)", minutes="0")
            press(driver, "Enregistrer")
            assert driver.title.startswith("Erreur"), driver.title
            fits(browser, "the errors")
            browser.scripts(True)
            driver.get(board.url + "/agent/sources/a-lignes")
            look("source")
            driver.get(board.url + "/agent/sources")
            look("sources")
            browser.scripts(False)

            driver.get(board.url + "/agent/sources/a-lignes/modifier")
            type_in(driver, minutes="120")
            press(driver, "Enregistrer")
            assert "toutes les 120 minutes" in main(driver), main(driver)

            assert florists(board) == 10
            # A second source tells one of these jobs in its own way.
            feeds.pages["/doubles.jsonl"] = feeds.lines([3]).replace(b'"id":"3","titre":"Fleuriste"', b'"id":"Z","titre":"FLEURISTE H/F"')
            add(board, driver, feeds, "a-doubles", "jsonl", "/doubles.jsonl")
            press(driver, "Enregistrer")
            imported(board, driver, "a-doubles")
            shown = told_twice(board, driver)
            for width in (320, 1280):
                browser.width(width)
                driver.get(shown)
                link = driver.find_element(By.XPATH, "//p[starts-with(., 'Aussi publiée par')]/a")
                assert link.is_displayed() and link.text, f"at {width}"
            browser.scripts(True)
            look("aussi-publiee")
            browser.scripts(False)
            press_and_wait(driver, driver.find_element(By.XPATH, "//p[starts-with(., 'Aussi publiée par')]/a"))
            assert "leuriste" in main(driver).lower()

            feeds.pages["/offres.jsonl"] = feeds.lines(range(5))
            driver.get(board.url + "/agent/sources/a-lignes")
            press(driver, "Importer maintenant")
            deadline = time.monotonic() + IMPORT_SECONDS
            while "Faut-il fermer" not in main(driver) and time.monotonic() < deadline:
                time.sleep(0.3)
                driver.refresh()
            assert "Faut-il fermer 5 offres" in main(driver), main(driver)
            browser.scripts(True)
            look("source-question")
            browser.scripts(False)
            assert florists(board) == 10
            driver.get(board.url + "/agent/taches")
            press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, "a lignes"))
            press(driver, "Oui, fermer 5 offres")
            assert "Faut-il fermer" not in main(driver)
            assert florists(board) == 5
            press(driver, "Mettre en pause")
            assert "en pause" in main(driver)
            press(driver, "Reprendre")
            assert driver.find_elements(By.XPATH, "//button[.='Mettre en pause']")
    finally:
        browser.scripts(True)
        driver.delete_all_cookies()
