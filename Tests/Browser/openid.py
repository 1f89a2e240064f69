"""People sign in at an OpenID provider: through the real program, a real browser and a provider on the loopback."""
import socket
import subprocess
import time

from selenium.webdriver.common.by import By

from accounts import press
from board import ROOT, Board
from chromium import press_and_wait
from provider import Provider


def all_checks(binary, browser):
    yield "people sign in and out at an OpenID provider, and lies are refused", lambda: journey(binary, browser)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def journey(binary, browser):
    driver, port = browser.driver, free_port()
    url = f"http://127.0.0.1:{port}"
    with Provider() as provider, Board(
            binary, "--port", str(port), "--base-url", url, *provider.options()) as board:
        browser.scripts(False)
        try:
            driver.get(board.url + "/espace")
            enter(driver)
            assert driver.current_url == board.url + "/espace", driver.current_url
            text = driver.find_element(By.TAG_NAME, "main").text
            assert "Camille Martin" in text and "en attente" in text, text
            assert provider.entered == 1
            # Back after the provider, not signed in any more.
            press(driver, "Se déconnecter")
            wait_for(lambda: provider.left == 1)
            wait_for(lambda: driver.current_url == board.url + "/")
            driver.get(board.url + "/espace")
            assert "/connexion" in driver.current_url

            # An agent is known by the address an administrator gave; without a level asked for, a telephone is still owed.
            subprocess.run(
                [board.binary, "agent", "add", "--email", "agent@essai.fr", "--role", "moderateur", "--database",
                 board.database], cwd=ROOT, check=True, capture_output=True)
            provider.person = {"sub": "p2", "email": "agent@essai.fr", "email_verified": False}
            driver.get(board.url + "/connexion")
            enter(driver)
            assert "ne garantit pas" in driver.find_element(By.CSS_SELECTOR, "[role=alert]").text.replace("\u00a0", " ")
            provider.person["email_verified"] = True
            enter(driver)
            assert driver.find_element(By.TAG_NAME, "h1").text == "Relier un téléphone"
            press(driver, "Annuler")
            wait_for(lambda: driver.current_url == board.url + "/")

            # What is not to be believed lets nobody in.
            provider.person = {"sub": "p3", "email": "autre@essai.fr", "email_verified": True}
            for lie in ({"nonce": "x"}, {"aud": "autre"}, {"exp": 1}, {"iss": "https://ailleurs.example"}):
                provider.tamper = lambda claims, lie=lie: {**claims, **lie}
                driver.get(board.url + "/connexion")
                enter(driver)
                assert "pas abouti" in driver.find_element(By.CSS_SELECTOR, "[role=alert]").text.replace("\u00a0", " "), lie
            provider.tamper = lambda claims: claims
            driver.get(board.url + "/connexion")
            enter(driver)
            answer = driver.current_url
            assert answer == board.url + "/espace", answer
        finally:
            browser.scripts(True)
            driver.delete_all_cookies()


def enter(driver):
    press_and_wait(driver, driver.find_element(By.PARTIAL_LINK_TEXT, "ProConnect"))


def wait_for(holds, seconds=10):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)
