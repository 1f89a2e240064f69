"""An offer's whole life, as an employer, an agent and a jobseeker live it: without JavaScript, then with it."""
import base64
import email
import email.policy
import glob
import hashlib
import hmac
import os
import re
import struct
import subprocess
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from board import ROOT
from chromium import press_and_wait

MAIL_SECONDS = 20
PASSWORD = "loutre verte sous la pluie"


def all_checks(board, browser, screenshots):
    yield ("an offer lives from sign-up to its closing, without JavaScript",
           lambda: life(board, browser, screenshots, "sans-js", "73282932000074", "Cueilleur de fraises"))
    yield ("an offer lives from sign-up to its closing, with JavaScript",
           lambda: life(board, browser, None, "avec-js", "55208131700018", "Tondeur de moutons"))


def life(board, browser, screenshots, name, siret, trade):
    """`trade` names nothing else on the board."""
    employer, agent = f"employeur-{name}@essai.fr", f"agent-{name}@essai.fr"
    driver = browser.driver
    driver.delete_all_cookies()
    scripts = name == "avec-js"

    def picture(what):
        if screenshots:
            screenshots.mkdir(parents=True, exist_ok=True)
            for pixels in (360, 1280):
                browser.width(pixels)
                browser.screenshot(screenshots / f"{what}-{pixels}.png")

    browser.scripts(scripts)
    try:
        driver.get(board.url + "/")
        press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, "publier une offre"))
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "créer un compte employeur"))
        type_in(driver, nom="Camille Martin", courriel=employer, siret=siret)
        press(driver, "Créer mon compte")
        driver.get(link_in_mail(board, employer))
        press(driver, "Confirmer et entrer")

        # Two unlawful phrases and too low a pay, step by step.
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Écrire une offre"))
        type_in(driver, intitule=f"{trade} (H/F)", employeur="Ferme du Test", commune="Vishy", postes="2")
        press(driver, "Enregistrer et continuer")
        assert "Vichy" in driver.find_element(By.ID, "commune-erreur").text
        picture("offre-etape-1-erreur")
        assert driver.find_element(By.ID, "employeur").get_attribute("value") == "Ferme du Test"
        type_in(driver, commune="Vichy")
        press(driver, "Enregistrer et continuer")
        assert_title(driver, "Étape 2")
        Select(driver.find_element(By.ID, "contrat")).select_by_value("CDD")
        type_in(driver, duree="6", heures="35", salaire_min="9,50")
        Select(driver.find_element(By.ID, "salaire_periode")).select_by_value("horaire")
        press(driver, "Enregistrer et continuer")
        assert "L3231-2" in main(driver), main(driver)
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Corriger plus tard et continuer"))
        assert_title(driver, "Étape 3")
        type_in(driver, missions="- travailler dehors\nNous cherchons une personne de moins de 30 ans.",
                exige="Nationalité française exigée.")
        press(driver, "Enregistrer et continuer")
        marks = [mark.text for mark in driver.find_elements(By.CSS_SELECTOR, ".findings mark")]
        assert len(marks) >= 2, marks
        picture("offre-etape-3-loi")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Corriger plus tard et continuer"))
        type_in(driver, tel="04 70 12 34 56")
        press(driver, "Enregistrer et relire")
        posting = driver.current_url
        assert "doivent être corrigés" in main(driver), main(driver)
        assert not buttons(driver, "Envoyer l’offre")

        # Corrected, then handed in.
        driver.get(posting + "/2")
        type_in(driver, salaire_min="12,80")
        press(driver, "Enregistrer et continuer")
        assert_title(driver, "Étape 3")
        type_in(driver, missions="- travailler dehors\n- trier", exige="Aimer le travail en plein air.")
        press(driver, "Enregistrer et continuer")
        driver.get(posting)
        assert "il manque 6 mois" in main(driver), main(driver)
        picture("offre-apercu")
        press(driver, "Envoyer l’offre")
        assert "En attente de lecture" in main(driver)
        code = re.search(r"Code de l’offre : (\w{6})", main(driver)).group(1)
        mail_to(board, employer, "offre reçue")
        assert board.get(f"/offres/{code}")[0] == 404

        # An agent with a telephone asks for a change.
        recruiter = driver.get_cookies()
        driver.delete_all_cookies()
        sign_in_agent(board, driver, agent)
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Modération des offres"))
        picture("moderation")
        press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, trade))
        picture("moderation-offre")
        driver.find_element(By.CSS_SELECTOR, "input[name=raison][value=incomplete]").click()
        type_in(driver, note="Dites les horaires.")
        press(driver, "Demander une correction")
        moderator = driver.get_cookies()
        mail = mail_to(board, employer, "à corriger")
        assert "Dites les horaires." in mail and "tribunal administratif" in mail, mail

        become(board, driver, recruiter)
        driver.get(posting)
        assert "À corriger" in main(driver)
        driver.get(posting + "/2")
        driver.find_element(By.CSS_SELECTOR, "input[name=horaire][value=jour]").click()
        press(driver, "Enregistrer et continuer")
        driver.get(posting)
        press(driver, "Envoyer l’offre")

        become(board, driver, moderator)
        driver.get(f"{board.url}/agent/offres/{code}")
        driver.find_element(By.CSS_SELECTOR, "input[name=verifie]").click()
        press(driver, "Accepter et publier")
        accepted = time.monotonic()
        found = board.get("/offres?q=" + trade.replace(" ", "+"))[2]
        assert f"/offres/{code}" in found and time.monotonic() - accepted < 1, time.monotonic() - accepted
        mail_to(board, employer, "offre publiée")

        # A jobseeker finds it by its code and its page; the employer closes it.
        driver.delete_all_cookies()
        driver.get(board.url + "/code")
        type_in(driver, code=code.lower())
        press(driver, "Ouvrir l’offre")
        assert driver.current_url.endswith(f"/offres/{code}"), driver.current_url
        picture("offre-publique")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Affiche à imprimer"))
        assert driver.find_elements(By.CSS_SELECTOR, ".poster-code svg")
        picture("affiche")
        become(board, driver, recruiter)
        driver.get(posting)
        Select(driver.find_element(By.ID, "issue")).select_by_value("pourvue")
        Select(driver.find_element(By.ID, "canal")).select_by_value("ce-site")
        press(driver, "Clore l’offre")
        assert "Pourvue" in main(driver)
        picture("offre-close")
        status, _, page = board.get(f"/offres/{code}")
        assert status == 410 and "pourvue" in page, status
        assert f"/offres/{code}" not in board.get("/offres?q=" + trade.replace(" ", "+"))[2]
    finally:
        browser.scripts(True)
        driver.delete_all_cookies()


def sign_in_agent(board, driver, address):
    invitation = subprocess.run(
        [board.binary, "agent", "add", "--email", address, "--name", "Dominique Petit", "--role", "moderateur",
         "--base-url", board.url, "--database", board.database],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()[-1]
    driver.get(invitation)
    type_in(driver, nouveau=PASSWORD)
    press(driver, "Continuer")
    key = driver.find_element(By.CSS_SELECTOR, "ol code").text.replace(" ", "")
    type_in(driver, code=one_time_password(key))
    press(driver, "Relier")
    driver.get(board.url + "/agent")


def become(board, driver, cookies):
    driver.delete_all_cookies()
    driver.get(board.url + "/comment-ca-marche")
    for cookie in cookies:
        driver.add_cookie(cookie)


def main(driver):
    return driver.find_element(By.TAG_NAME, "main").text.replace("\u00a0", " ").replace("\u202f", " ")


def assert_title(driver, text):
    heading = driver.find_element(By.TAG_NAME, "h1").text.replace("\u00a0", " ")
    assert text in heading, f"{heading!r} on {driver.current_url}: {main(driver)}"


def type_in(driver, **values):
    for name, value in values.items():
        control = driver.find_element(By.ID, name)
        control.clear()
        control.send_keys(value)


def buttons(driver, label):
    return [b for b in driver.find_elements(By.TAG_NAME, "button") if b.text.split("\n")[0].strip() == label]


def press(driver, label):
    """Presses the first button of that name and waits for the page it leads to."""
    found = buttons(driver, label)
    assert found, f"no button {label!r} on {driver.current_url}: {main(driver)}"
    press_and_wait(driver, found[0])


def mails(board):
    paths = glob.glob(os.path.join(os.path.dirname(board.database), "courriels", "*.eml"))
    for path in sorted(paths, key=os.path.getmtime, reverse=True):
        with open(path, "rb") as file:
            yield email.message_from_binary_file(file, policy=email.policy.default)


def mail_to(board, address, subject):
    """The text of the newest mail to an address with these words in its subject, once it is there."""
    deadline = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < deadline:
        for mail in mails(board):
            if address in mail["To"] and subject in mail["Subject"]:
                return mail.get_body(("plain",)).get_content()
        time.sleep(0.1)
    raise AssertionError(f"no mail to {address} about {subject!r}")


def link_in_mail(board, address):
    return re.search(re.escape(board.url) + r"/confirmer\S+", mail_to(board, address, "confirmez")).group(0)


def one_time_password(key):
    """RFC 6238."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
