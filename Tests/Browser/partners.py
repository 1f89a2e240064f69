"""What an administrator does for partners' programs: a key, and the subscriptions made with it."""
import json
import urllib.request

from selenium.webdriver.common.by import By

import page_checks
from chromium import press_and_wait
from people import main, press, sign_in_agent, type_in


def all_checks(board, browser, tools, screenshots):
    look = page_checks.looker(board, browser, tools, screenshots)
    yield "an administrator follows a partner's subscription", lambda: subscription(board, browser, look)


def subscription(board, browser, look):
    driver = browser.driver
    driver.delete_all_cookies()
    sign_in_agent(board, driver, "cles@essai.fr", "administrateur")
    press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, "Abonnements des partenaires"))
    assert "Aucun abonnement" in main(driver)
    look("abonnements-aucun")
    driver.get(board.url + "/agent/cles")
    type_in(driver, nom="Mission locale de Vichy")
    driver.find_element(By.CSS_SELECTOR, "input[value=webhooks]").click()
    press(driver, "Créer la clé")
    key = driver.find_element(By.CSS_SELECTOR, ".notice code").text
    request = urllib.request.Request(
        board.url + "/api/v1/webhooks", method="POST", headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        data=json.dumps({"url": "http://127.0.0.1:9/" + "crochet-" * 20, "recherche": "codeROME=G1803&commune=Vichy&heures_max=35"}).encode())
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 201
    driver.get(board.url + "/agent/abonnements")
    assert "Vichy" in main(driver) and "35 h par semaine au plus" in main(driver) and "G1803" not in main(driver)
    look("abonnements")
    press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, "Mission locale de Vichy"))
    if "Suspendu" not in main(driver):
        press(driver, "Suspendre")
    press(driver, "Reprendre")
    press(driver, "Suspendre")
    assert "par un agent" in main(driver)
    look("abonnement")
    type_in(driver, depuis="99999999")
    press(driver, "Rappeler")
    assert "erreur" in main(driver) and driver.find_element(By.ID, "depuis").get_attribute("aria-invalid") == "true"
    type_in(driver, depuis="0")
    press(driver, "Rappeler")
    press(driver, "Changer le secret")
    assert len(driver.find_element(By.CSS_SELECTOR, ".notice code").text) == 64
    look("abonnement-secret")
    press(driver, "Finir l’abonnement")
    assert "Aucun abonnement" in main(driver)
