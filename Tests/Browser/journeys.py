"""What people come for, done as they do it: without JavaScript, by typing and clicking."""
import re

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from chromium import press_and_wait


def all_checks(board, browser):
    yield "a jobseeker searches, filters, opens an offer and goes back", lambda: search(board, browser)
    yield "an unknown commune is said and the right one is one click away", lambda: unknown_commune(board, browser)
    yield "a search without result says what to try", lambda: no_result(board, browser)
    yield "suggestions are chosen by keyboard, announced, and closed by Escape", lambda: suggestions(board, browser)
    yield "a suggestion is chosen by a click and the form sent", lambda: suggestion_by_click(board, browser)


def search(board, browser):
    driver = browser.driver
    browser.scripts(False)
    try:
        driver.get(board.url + "/")
        driver.find_element(By.NAME, "q").send_keys("aide soignant")
        press_and_wait(driver, driver.find_element(By.NAME, "commune"), "Moulins", Keys.ENTER)
        assert "/offres" in driver.current_url, driver.current_url
        status = driver.find_element(By.CSS_SELECTOR, "[role=status]").text
        assert re.search(r"\d+\s+offre", status), status
        assert driver.find_element(By.NAME, "q").get_attribute("value") == "aide soignant"
        chips = driver.find_elements(By.CSS_SELECTOR, ".active-filters a")
        assert any("Moulins" in chip.text for chip in chips), [chip.text for chip in chips]
        driver.get(board.url + "/offres")
        link = driver.find_element(By.CSS_SELECTOR, ".offer-card a")
        title = link.text
        link.click()
        assert driver.find_element(By.TAG_NAME, "h1").text == title
        questions = [dt.text for dt in driver.find_elements(By.CSS_SELECTOR, ".answers dt")]
        assert len(questions) == 7, questions
        driver.back()
        assert driver.find_elements(By.CSS_SELECTOR, ".offer-card")
    finally:
        browser.scripts(True)


def unknown_commune(board, browser):
    driver = browser.driver
    driver.get(board.url + "/offres?commune=Vishy")
    assert driver.find_element(By.NAME, "commune").get_attribute("value") == "Vishy"
    notice = driver.find_element(By.CSS_SELECTOR, ".notice")
    notice.find_element(By.PARTIAL_LINK_TEXT, "Vichy").click()
    assert "Vichy" in driver.find_element(By.NAME, "commune").get_attribute("value")


def no_result(board, browser):
    driver = browser.driver
    driver.get(board.url + "/offres?q=zzzzzz")
    main = driver.find_element(By.TAG_NAME, "main").text
    assert re.search(r"[Aa]ucune\s+offre", main), main
    assert driver.find_elements(By.CSS_SELECTOR, "main .notice a"), "no way out is offered"


def options(driver, name):
    """The suggestions shown under a field, once there are some."""
    return WebDriverWait(driver, 10).until(
        lambda _: driver.find_elements(By.CSS_SELECTOR, f".combobox:has([name={name}]) [role=option]"))


def suggestions(board, browser):
    driver = browser.driver
    driver.get(board.url + "/")
    field = driver.find_element(By.NAME, "q")
    assert field.get_attribute("role") == "combobox", "the field does not say what it is"
    field.send_keys("boul")
    first = options(driver, "q")[0]
    text = first.text
    assert text.lower().startswith("boul"), text
    assert field.get_attribute("aria-expanded") == "true"
    status = driver.find_element(By.CSS_SELECTOR, ".combobox:has([name=q]) [role=status]")
    assert re.search(r"^\d+ suggestion", status.get_attribute("textContent")), status.get_attribute("textContent")
    field.send_keys(Keys.ARROW_DOWN)
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert first.get_attribute("aria-selected") == "true"
    field.send_keys(Keys.ENTER)
    assert field.get_attribute("aria-expanded") == "false"
    assert text.startswith(field.get_attribute("value")), (text, field.get_attribute("value"))
    assert driver.current_url == board.url + "/", "choosing is not sending"
    field.send_keys(Keys.BACK_SPACE)
    options(driver, "q")
    WebDriverWait(driver, 10).until(lambda _: field.get_attribute("aria-expanded") == "true")
    typed = field.get_attribute("value")
    field.send_keys(Keys.ESCAPE)
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("value") == typed, "Escape closes the list, it does not empty the field"


def suggestion_by_click(board, browser):
    driver = browser.driver
    driver.get(board.url + "/")
    field = driver.find_element(By.CSS_SELECTOR, "[name=commune]")
    field.send_keys("0320")
    options(driver, "commune")[0].click()
    assert field.get_attribute("value") == "Vichy (03200)", field.get_attribute("value")
    press_and_wait(driver, field, Keys.ENTER)
    assert "Vichy" in driver.current_url, driver.current_url
