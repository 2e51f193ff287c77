"""What an act costs at the screen: clicks, boxes to fill, and the seconds until each page that came could be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator

from tests.journeys.reader import Reader, Words

READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
"""Milliseconds from the click, with every redirect on the way, until the scripts of the page have run."""
BOXES_OF_A_DATE = 3


class CountingReader(Reader):
    """Counts whatever its person does. A tick is a click; a date is three boxes; a box that keeps what stands in it costs nothing."""

    def __init__(self, browser: Browser, address: str, words: Words) -> None:
        super().__init__(browser, address, words)
        self.forget()

    def forget(self) -> None:
        """Count from here."""
        self.clicks, self.boxes, self.pages, self.seconds = 0, 0, 0, 0.0

    def follow(self, english: str, *, about: str = "") -> None:
        with self._page_comes():
            super().follow(english, about=about)

    def follow_words(self, words: str) -> None:
        with self._page_comes():
            super().follow_words(words)

    def press(self, english: str) -> None:
        with self._page_comes():
            super().press(english)

    def press_about(self, english: str, about: str) -> None:
        """One of several buttons with the same words."""
        self.click(self.page.get_by_role("button", name=self.named(english, about)))

    def click(self, found: Locator) -> None:
        """What brings another page."""
        with self._page_comes():
            found.first.click()

    def check(self, found: Locator) -> None:
        self.clicks += 1
        found.first.check()

    def choose(self, english: str, words: str) -> None:
        self.clicks += 1
        super().choose(english, words)

    def tick(self, words: str) -> None:
        self.clicks += 1
        super().tick(words)

    def write(self, english: str, value: str) -> None:
        self.boxes += 1
        super().write(english, value)

    def write_date(self, english: str, year: int, month: int, day: int) -> None:
        self.boxes += BOXES_OF_A_DATE
        super().write_date(english, year, month, day)

    @contextmanager
    def _page_comes(self) -> Iterator[None]:
        with self.page.expect_navigation(wait_until="load"):
            yield
        self.clicks, self.pages = self.clicks + 1, self.pages + 1
        self.seconds += self.page.evaluate(READY) / 1000
