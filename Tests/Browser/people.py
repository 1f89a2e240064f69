"""What people do in several journeys: fill in forms, read mails, come in."""
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

from board import ROOT
from chromium import press_and_wait

MAIL_SECONDS = 20
PASSWORD = "loutre verte sous la pluie"


def type_in(driver, **values):
    for name, value in values.items():
        control = driver.find_element(By.ID, name)
        control.clear()
        control.send_keys(value)


def main(driver):
    """The words of the page's main part, spaces that do not break as spaces."""
    return driver.find_element(By.TAG_NAME, "main").text.replace("\u00a0", " ").replace("\u202f", " ")


def buttons(driver, label):
    return [b for b in driver.find_elements(By.TAG_NAME, "button") if b.text.split("\n")[0].strip() == label]


def press(driver, label):
    """Presses the first button of that name and waits for the page it leads to."""
    found = buttons(driver, label)
    assert found, f"no button {label!r} on {driver.current_url}: {main(driver)}"
    press_and_wait(driver, found[0])


def mails(board):
    """Every mail written, the newest first."""
    paths = glob.glob(os.path.join(os.path.dirname(board.database), "courriels", "*.eml"))
    for path in sorted(paths, key=os.path.getmtime, reverse=True):
        with open(path, "rb") as file:
            yield email.message_from_binary_file(file, policy=email.policy.default)


def mail_to(board, address, subject=""):
    """The text of the newest mail to an address with these words in its subject, once it is there."""
    deadline = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < deadline:
        for mail in mails(board):
            if address in mail["To"] and subject in mail["Subject"]:
                return mail.get_body(("plain",)).get_content()
        time.sleep(0.1)
    raise AssertionError(f"no mail to {address} about {subject!r}")


def link_in_mail(board, address, subject="confirmez"):
    return re.search(re.escape(board.url) + r"/confirmer\S+", mail_to(board, address, subject)).group(0)


def one_time_password(key):
    """RFC 6238."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def invite_agent(board, address, *roles):
    """The link by which a new agent comes in."""
    command = [board.binary, "agent", "add", "--email", address, "--name", "Dominique Petit", "--base-url", board.url,
               "--database", board.database]
    for role in roles:
        command += ["--role", role]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()[-1]


def sign_in_agent(board, driver, address, *roles):
    driver.get(invite_agent(board, address, *(roles or ("moderateur",))))
    type_in(driver, nouveau=PASSWORD)
    press(driver, "Continuer")
    key = driver.find_element(By.CSS_SELECTOR, "ol code").text.replace(" ", "")
    type_in(driver, code=one_time_password(key))
    press(driver, "Relier")
    driver.get(board.url + "/agent")


def become(board, driver, cookies):
    """Goes on as someone who came in before."""
    driver.delete_all_cookies()
    driver.get(board.url + "/comment-ca-marche")
    for cookie in cookies:
        driver.add_cookie(cookie)
