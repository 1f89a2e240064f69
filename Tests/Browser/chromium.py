"""Headless Chromium for the tests."""
import base64

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PAGE_SECONDS = 20


def press_and_wait(driver, element, *keys):
    """Clicks what leads to another page, or types these keys into it, and waits until that page stands."""
    def has_gone(_):
        try:
            element.is_enabled()
            return False
        except WebDriverException:
            # Chromium says it in several ways: stale, detached, of another document.
            return True

    if keys:
        element.send_keys(*keys)
    else:
        element.click()
    WebDriverWait(driver, PAGE_SECONDS).until(has_gone)
    WebDriverWait(driver, PAGE_SECONDS, ignored_exceptions=[WebDriverException]).until(
        lambda d: d.find_elements(By.TAG_NAME, "footer"))


class Chromium:
    """One browser. Use it in a `with` block."""

    def __enter__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=fr"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def width(self, pixels):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600})

    def media(self, **features):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]})

    def scripts(self, allowed):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def screenshot(self, path):
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))
