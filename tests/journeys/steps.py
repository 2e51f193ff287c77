"""The steps of the journey, each as one person takes it."""

import re
import time
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.states import Audience, Sex
from labour_exchange.jobseekers.texts import AUDIENCES
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.territory.queries import region
from tests.factories.jobseekers import iin
from tests.journeys.cast import HOME, OCCUPATION, Cast
from tests.journeys.reader import Reader

PASSWORD = "seven quiet rivers 1987"
WAITED_SECONDS = 60.0
FILES = (".csv", ".tsv", ".xlsx", ".json", ".svg")
SAME_PAGE_AT_MOST = 2
"""How many questions of one page are walked: a page that asks anything of anything has no last link."""


def until(found: Callable[[], bool], what: str) -> None:
    """Wait for the worker, who does things after the commit."""
    ends = time.monotonic() + WAITED_SECONDS
    while not found():
        if time.monotonic() > ends:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.3)


def register(reader: Reader, email: str, family_name: str, given_name: str) -> None:
    """Open a jobseeker's account."""
    reader.open_front_page()
    reader.follow("Create an account")
    reader.follow("Register as a jobseeker")
    reader.write("IIN", iin(sex=Sex.MALE))
    reader.write("Family name", family_name)
    reader.write("Given name", given_name)
    reader.choose("Region where you live", reader.words.of(region(HOME).name))
    reader.write("Phone", "+7 700 123 45 67")
    reader.write("Email address", email)
    reader.write("Password", PASSWORD)
    reader.tick(reader.words("I have read this and agree"))
    reader.press("Register")
    assert reader.sees(reader.words("Look into your mailbox"))


def confirm_by_letter(reader: Reader, mail: Path, email: str) -> None:
    """Open the letter that came and press the button behind its link."""
    links: list[str] = []

    def has_come() -> bool:
        links.extend(_links_to(mail, email))
        return bool(links)

    until(has_come, "the letter that confirms the address")
    path = re.sub(r"^https?://[^/]+", "", links[0])
    reader.page.goto(reader.address + path)
    reader.press("Confirm")


def _links_to(mail: Path, email: str) -> list[str]:
    found: list[str] = []
    for path in mail.glob("*.eml"):
        letter = message_from_bytes(path.read_bytes(), policy=policy.default)
        body = letter.get_body(("plain",))
        if email in str(letter["To"]) and body is not None:
            found += re.findall(r"https?://\S+/confirm/\S+", body.get_content())
    return found


def fill_profile(reader: Reader) -> None:
    """Say what one is, what work is wanted, and let employers see it."""
    reader.follow("Profile")
    _change(reader, "About you")
    reader.write("About you in one sentence", "8 ж., 212")
    reader.press("Save")
    _change(reader, "What work you are looking for")
    reader.write("Occupation", reader.words.of(occupation(OCCUPATION).name))
    reader.press("Add")
    reader.follow("Back to the profile")
    reader.follow("Change who sees it")
    reader.tick(reader.words.of(AUDIENCES[Audience.EMPLOYERS]))
    reader.press("Save")


def _change(reader: Reader, section: str) -> None:
    reader.follow("Change", about=reader.words(section))


def find_suggestion(reader: Reader, cast: Cast) -> None:
    """The vacancy is on the home page with at least one reason, and opens."""
    reader.follow("Home")

    def is_suggested() -> bool:
        reader.page.reload()
        return reader.page.get_by_role("link", name=cast.vacancy_title, exact=True).count() > 0

    until(is_suggested, "the suggestion")
    result = reader.page.locator("li", has=reader.page.get_by_role("link", name=cast.vacancy_title, exact=True)).first
    assert result.locator(".lx-reasons li").count() > 0, "a suggestion without a reason"
    reader.follow_words(cast.vacancy_title)


def apply(reader: Reader) -> None:
    reader.follow("Apply")
    reader.page.get_by_role("textbox").first.fill("+7 700: 8 ж.")
    reader.press("Send the application")
    assert reader.sees(reader.words("Your application is sent. The employer sees your name and your phone."))


def answer_and_offer(reader: Reader, cast: Cast, full_name: str) -> None:
    """The employer opens what waits, invites to talk, and offers the job from today."""
    reader.sign_in(cast.employer_email)
    reader.follow("Answer", about=reader.words("An application waits: %(title)s", title=cast.vacancy_title))
    assert reader.sees(full_name)
    reader.unfold("Invite to talk")
    reader.write("When and where", "10:00, +7 700 000 00 00")
    reader.press("Send the invitation")
    reader.unfold("Offer the job")
    today = clock.today()
    for label in ("First working day", "Answer until"):
        reader.write_date(label, today.year, today.month, today.day)
    reader.press("Send the offer")


def accept_and_confirm(reader: Reader, cast: Cast) -> None:
    """The person takes the job, and says that the work has begun."""
    reader.follow("Home")
    reader.follow("Answer", about=reader.words("You are offered a job: %(title)s", title=cast.vacancy_title))
    reader.press("Accept the job")
    reader.press("Yes, I work there")
    assert reader.sees(reader.words("Thank you. Your work is confirmed."))


def figures_of_region(reader: Reader) -> tuple[int, int]:
    """Placements declared and confirmed this month, as the region's page for the ministry shows them now."""
    reader.follow("Overview")
    reader.follow_beginning(reader.words.of(region(HOME).short_name))
    return _figure(reader, "placements_declared"), _figure(reader, "placements_confirmed")


def _figure(reader: Reader, code: str) -> int:
    row = reader.page.get_by_role("row").filter(has=reader.page.get_by_role("link", name=reader.words.of(CATALOGUE[code].name), exact=True))
    shown = row.first.get_by_role("cell").first.inner_text()
    return int(re.sub(r"\D", "", shown) or 0)


def refer(reader: Reader, cast: Cast) -> None:
    """An officer finds a person of the region and refers them to the vacancy."""
    reader.sign_in(cast.officer.email, totp_secret=cast.officer.totp_secret)
    reader.follow("Jobseekers")
    reader.follow_words(cast.unemployed_name)
    reader.follow("Refer to a vacancy")
    reader.write("Title or employer", cast.vacancy_title)
    reader.press("Search")
    reader.follow("Choose", about=cast.vacancy_title)
    reader.press("Issue the referral")
    assert reader.sees(reader.words("The referral is issued. The person and the employer are told."))


def cannot_open_stranger(reader: Reader, cast: Cast) -> None:
    """A person of another region does not exist for this office, neither in the list nor by address."""
    reader.follow("Jobseekers")
    assert not any(reader.sees(name) for name in cast.names[1:])
    for ending in ("", "/refer"):
        answer = reader.page.goto(f"{reader.address}/{reader.words.language}/office/jobseekers/{cast.stranger_id}{ending}")
        assert answer is not None
        assert answer.status == 404
        assert not any(reader.sees(name) for name in cast.names[1:])


def pages_of_ministry(reader: Reader, names: tuple[str, ...]) -> int:
    """Walk the links of the ministry's pages, and of its files; no name of a person is in any of them. Gives how many were read."""
    waiting, met = [f"{reader.address}/{reader.words.language}/headquarters/"], Counter[str]()
    read = set[str]()
    while waiting:
        address = waiting.pop()
        page = address.split("?")[0]
        if address in read or met[page] == SAME_PAGE_AT_MOST:
            continue
        read.add(address)
        met[page] += 1
        if page.endswith(FILES):
            text = reader.page.request.get(address).body().decode("utf-8", "replace")
        else:
            reader.page.goto(address)
            text = reader.page.content()
            links = reader.page.eval_on_selector_all("a[href]", "all => all.map(one => one.href.split('#')[0])")
            waiting += [one for one in links if "/headquarters/" in one]
        assert not [name for name in names if name in text], f"a name on {address}"
    return len(read)
