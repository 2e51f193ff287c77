"""Somebody at a screen who finds the way by what is written there: links, buttons and labels in the language of the page."""

import re
from dataclasses import dataclass

import pyotp
from flask import Flask
from flask_babel import force_locale, gettext, ngettext, pgettext
from playwright.sync_api import Browser, Locator, Page

from labour_exchange.foundation.texts import Text
from tests.factories.accounts import PASSWORD


@dataclass
class Words:
    """What the catalogues say in one language."""

    app: Flask
    language: str

    def __call__(self, english: str, *, context: str = "", **values: object) -> str:
        with self.app.test_request_context(), force_locale(self.language):
            return str(pgettext(context, english, **values) if context else gettext(english, **values))

    def counted(self, one: str, many: str, number: int) -> str:
        with self.app.test_request_context(), force_locale(self.language):
            return str(ngettext(one, many, number))

    def of(self, text: Text) -> str:
        return text.in_language(self.language)


class Reader:
    """One person's browser. Every word is given in English and looked for as the page says it."""

    def __init__(self, browser: Browser, address: str, words: Words) -> None:
        self.address, self.words = address, words
        self.page: Page = browser.new_context(locale=words.language, viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(15_000)

    def open_front_page(self) -> None:
        self.page.goto(f"{self.address}/{self.words.language}/")

    def follow(self, english: str, *, about: str = "") -> None:
        """Click the link with these words; `about` is what is read aloud after them."""
        self.page.get_by_role("link", name=self.named(english, about), exact=not about).first.click()

    def named(self, english: str, about: str = "") -> re.Pattern[str] | str:
        """How a link or a button is called. What is only read aloud stands in a box of its own, before which the browser counts a space."""
        words = self.words(english)
        return re.compile(rf"^{re.escape(words)}\s*:\s*{re.escape(about)}$") if about else words

    def follow_words(self, words: str) -> None:
        self.page.get_by_role("link", name=words, exact=True).first.click()

    def follow_beginning(self, words: str) -> None:
        self.page.get_by_role("link", name=words).first.click()

    def press(self, english: str) -> None:
        self.page.get_by_role("button", name=self.words(english), exact=True).first.click()

    def unfold(self, english: str) -> None:
        self.page.locator("summary", has_text=self.words(english)).first.click()

    def field(self, english: str) -> Locator:
        """The control whose label begins with these words and says at most that it is optional."""
        words, optional = self.words(english), self.words("optional")
        exact = self.page.get_by_label(words, exact=True)
        return (exact.or_(self.page.get_by_label(f"{words} ({optional})", exact=True))).locator("visible=true").first

    def write(self, english: str, value: str) -> None:
        self.field(english).fill(value)

    def choose(self, english: str, words: str) -> None:
        self.field(english).select_option(label=words)

    def tick(self, words: str) -> None:
        self.page.get_by_label(words, exact=True).locator("visible=true").first.check()

    def write_date(self, english: str, year: int, month: int, day: int) -> None:
        words, optional = self.words(english), self.words("optional")
        groups = (self.page.get_by_role("group", name=name, exact=True) for name in (words, f"{words} ({optional})"))
        group = next(groups).or_(next(groups)).locator("visible=true").first
        for name, value in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(self.words(name, context="part of a date"), exact=True).fill(str(value))

    def sees(self, words: str) -> bool:
        return words in self.text()

    def text(self) -> str:
        return self.page.locator("body").inner_text()

    def sign_in(self, email: str, password: str = PASSWORD, *, totp_secret: str = "") -> None:
        self.open_front_page()
        self.follow("Sign in")
        self.write("Email address", email)
        self.write("Password", password)
        self.press("Sign in")
        if totp_secret:
            self.write("Code", pyotp.TOTP(totp_secret).now())
            self.press("Go on")
