"""An offer's whole life, as an employer, an agent and a jobseeker live it: without JavaScript, then with it."""
import re
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

import page_checks
from chromium import PAGE_SECONDS, press_and_wait
from people import become, buttons, link_in_mail, mail_to, main, press, sign_in_agent, type_in


def all_checks(board, browser, tools, screenshots):
    look = page_checks.looker(board, browser, tools, screenshots)
    yield ("an offer lives from sign-up to its closing, without JavaScript",
           lambda: life(board, browser, None, screenshots, "sans-js", "73282932000074", "Cueilleur de fraises"))
    yield ("an offer lives from sign-up to its closing, with JavaScript",
           lambda: life(board, browser, look, None, "avec-js", "55208131700018", "Tondeur de moutons"))
    yield "an agent writes an offer for a farm that telephoned", lambda: for_a_farm(board, browser, look)


def life(board, browser, look, screenshots, name, siret, trade):
    """`trade` names nothing else on the board; `look` checks the pages passed, where scripts run."""
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

    def written_text(*words):
        """Waits for what is told while one writes."""
        WebDriverWait(driver, PAGE_SECONDS).until(
            lambda d: all(word in d.find_element(By.CSS_SELECTOR, ".check").text for word in words))
        return driver.find_element(By.CSS_SELECTOR, ".check")

    look = look if scripts else lambda name: None
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
        if scripts:
            written_text("L3231-2", "Aide du Département")
        press(driver, "Enregistrer et continuer")
        assert "L3231-2" in main(driver), main(driver)
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Corriger plus tard et continuer"))
        assert_title(driver, "Étape 3")
        type_in(driver, missions="- travailler dehors\nNous cherchons une personne de moins de 30 ans.",
                exige="Nationalité française exigée.")
        if scripts:
            told = written_text("points à corriger", "L5331-2")
            assert [mark.text for mark in told.find_elements(By.TAG_NAME, "mark")], told.text
            assert told.find_element(By.CSS_SELECTOR, "[role=status]").text.startswith("Pendant que vous écrivez")
            assert driver.switch_to.active_element.get_attribute("id") == "exige"
        press(driver, "Enregistrer et continuer")
        marks = [mark.text for mark in driver.find_elements(By.CSS_SELECTOR, ".findings mark")]
        assert len(marks) >= 2, marks
        picture("offre-etape-3-loi")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Corriger plus tard et continuer"))
        type_in(driver, tel="04 70 12 34 56", courriel=f"embauche-{name}@essai.fr")
        look("offre-etape-4")
        if scripts:
            type_in(driver, tel="04 70 12 34 56", courriel=f"embauche-{name}@essai.fr")
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
        look("offre-ecrite-ici")
        assert "@essai.fr" not in driver.page_source, "the address is in the page"
        press(driver, "Afficher l’adresse")
        assert driver.find_element(By.LINK_TEXT, f"embauche-{name}@essai.fr")
        assert not driver.get_cookies(), driver.get_cookies()
        picture("courriel")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Retour à l’offre"))
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Affiche à imprimer"))
        assert driver.find_elements(By.CSS_SELECTOR, ".poster-code svg")
        picture("affiche")
        become(board, driver, recruiter)
        driver.get(posting)
        assert "Les chiffres de l’offre" in main(driver), main(driver)
        look("offre-en-ligne-employeur")

        # A change of the title waits for an agent; readers see the title that was accepted.
        driver.get(posting + "/1")
        type_in(driver, intitule=f"{trade} expérimenté (H/F)")
        press(driver, "Enregistrer et continuer")
        driver.get(posting)
        press(driver, "Publier les modifications")
        assert "Modification en attente de lecture" in main(driver), main(driver)
        status, _, page = board.get(f"/offres/{code}")
        assert status == 200 and "expérimenté" not in page, status
        become(board, driver, moderator)
        driver.get(f"{board.url}/agent/offres/{code}")
        look("moderation-modification")
        press(driver, "Publier la modification")
        assert "expérimenté" in board.get(f"/offres/{code}")[2]
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


def assert_title(driver, text):
    heading = driver.find_element(By.TAG_NAME, "h1").text.replace("\u00a0", " ")
    assert text in heading, f"{heading!r} on {driver.current_url}: {main(driver)}"


def for_a_farm(board, browser, look):
    driver = browser.driver
    driver.delete_all_cookies()
    try:
        sign_in_agent(board, driver, "relations@essai.fr", "relations-entreprises")
        press_and_wait(driver, driver.find_element(By.LINK_TEXT, "Écrire une offre pour un employeur"))
        type_in(driver, siret="123", employeur="Ferme des Tilleuls")
        press(driver, "Commencer l’offre")
        assert driver.find_element(By.ID, "siret").get_attribute("aria-invalid") == "true"
        look("agent-saisie")
        type_in(driver, siret="552 081 317 00018", employeur="Ferme des Tilleuls", demandeur="Mme Petit, gérante")
        press(driver, "Commencer l’offre")
        assert_title(driver, "Étape 1")
        assert driver.find_element(By.ID, "employeur").get_attribute("value") == "Ferme des Tilleuls"
        driver.get(driver.current_url.rsplit("/", 1)[0])
        assert "Saisie par le Département" in main(driver), main(driver)
        look("agent-saisie-offre")
    finally:
        driver.delete_all_cookies()
