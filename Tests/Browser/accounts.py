"""Employers and agents come in, as people do: without JavaScript, the mails read from the folder they are written to."""
from selenium.webdriver.common.by import By

import page_checks
from chromium import press_and_wait
from people import PASSWORD, invite_agent, link_in_mail, one_time_password, press, type_in


def all_checks(board, browser, tools, screenshots):
    look = page_checks.looker(board, browser, tools, screenshots)
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
    invitation = invite_agent(board, "agent@essai.fr", "moderateur", "administrateur")
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
        for name, path in (
                ("agent-taches", "/agent/taches"), ("agent-recherches", "/agent/recherches?liste=toutes"),
                ("agent-employeurs", "/agent/employeurs"), ("agent-offres", "/agent/offres"),
                ("agent-moderation", "/agent/moderation"), ("agent-agents", "/agent/agents"),
                ("agent-compte", "/agent/agents/1"), ("agent-telephone", "/compte/generateur"),
                ("agent-etablissements", "/agent/etablissements")):
            driver.get(board.url + path)
            look(name)
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
