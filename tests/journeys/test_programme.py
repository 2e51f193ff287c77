"""The state programme in a real browser: a household moves to a region that needs workers, and a person gets a microcredit."""

from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Browser

from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.programmes.checks.states import CheckKind
from labour_exchange.programmes.checks.texts import IS_MET
from labour_exchange.programmes.states import EnrolmentState, PaymentKind
from labour_exchange.territory.queries import region
from tests.factories import programmes as made
from tests.journeys import programme_steps as steps
from tests.journeys.programme_steps import Stage, on
from tests.journeys.reader import Reader
from tests.programmes.conftest import make_cast
from tests.programmes.test_relocations import Regions

pytestmark = pytest.mark.browser

FIRST, AFTER_SIX_MONTHS, AFTER_A_YEAR = date(2026, 3, 2), date(2026, 9, 3), date(2027, 3, 3)
BAKERY = {"kk": "Ауылдағы наубайхана", "ru": "Пекарня в селе"}
VISIT = {"kk": "Барып көрдік, тұрады", "ru": "Были на месте, живут"}
LANGUAGES = ["kk", "ru"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_household_moves_and_stays(protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser, language: str) -> None:
    stage = Stage(browser, protected, committed, live_server, language)
    with on(FIRST):
        regions, person = Regions(committed), made.unemployed(committed, "KZ-61")
        assert person.profile is not None
        person.profile.move_regions = ["KZ-59"]
        committed.commit()
        origin, destination, own = stage.seat(regions.origin), stage.seat(regions.destination), stage.seat(person)
        steps.apply_for(origin, person, regions.measure.name)
        address = steps.address_of(origin)
        prepare_move(origin)
        steps.approve(destination, destination.words("lives in another region"))
        steps.begin(origin, address)
        for kind, amount in ((PaymentKind.MOVING, "450 000"), (PaymentKind.HOUSING, "900 000")):
            steps.prepare_payment(origin, address, kind, amount)
            steps.pay(destination, kind)
        steps.open_page(destination, address)
        destination.follow("They have moved")
        destination.press("Note the day")
        steps.is_told(destination, "The move is noted. In twelve months the check asks whether they have stayed.")
        steps.open_page(own, "jobseeker/measures")
        own.follow_beginning(own.words.of(regions.measure.name))
        steps.stands(own, EnrolmentState.STARTED)
        steps.reads(own, own.words("Its way so far"))
        steps.look(own, "move_own")
    with on(AFTER_A_YEAR):
        arrivals = stage.seat(regions.arrivals)
        steps.record_check(arrivals, arrivals.words("lives in another region"), IS_MET[CheckKind.SETTLED_12], VISIT[language])
        steps.open_page(arrivals, address)
        steps.reads(arrivals, arrivals.words.of(IS_MET[CheckKind.SETTLED_12]))
        steps.look(arrivals, "move_settled")


def prepare_move(reader: Reader) -> None:
    reader.follow("Prepare for approval")
    reader.tick(reader.words.of(region("KZ-59").name))
    costs = {"Costs of the move": "450 000", "Costs of housing": "900 000"}
    for label, value in ({"People in the household": "3", "Of them children": "1"} | costs).items():
        reader.write(label, value)
    steps.write_day(reader, "First day", FIRST)
    steps.write_day(reader, "Last day", date(2026, 5, 31))
    steps.look(reader, "move_prepare")
    steps.put_before_approver(reader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_business_begins_with_a_microcredit(
    protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser, language: str
) -> None:
    stage, business = Stage(browser, protected, committed, live_server, language), BAKERY[language]
    with on(FIRST):
        cast, measure = make_cast(committed), made.measure(committed, made.MICROCREDIT)
        made.allocation(committed, measure)
        person = made.unemployed(committed)
        committed.commit()
        own, officer = stage.seat(person), stage.seat(cast.officer)
        write_plan(own, business)
        steps.apply_for(officer, person, measure.name)
        address = steps.address_of(officer)
        officer.follow("Prepare for approval")
        steps.reads(officer, business)
        steps.write_day(officer, "First day", FIRST)
        officer.write("Sum for the business", "1 000 000")
        steps.put_before_approver(officer)
        for member in (cast.approver, cast.second_approver):
            committee = stage.seat(member)
            steps.approve(committee, person.full_name)
        steps.begin(officer, address)
        steps.prepare_payment(officer, address, PaymentKind.LOAN, "1 000 000")
        steps.pay(committee, PaymentKind.LOAN)
    with on(AFTER_SIX_MONTHS):
        officer, own = stage.seat(cast.officer), stage.seat(person)
        record_bank_list(officer, person.full_name)
        steps.record_check(officer, person.full_name, IS_MET[CheckKind.OPERATING_6], business, jobs="2")
        steps.open_page(own, "jobseeker/measures")
        own.follow_beginning(own.words.of(measure.name))
        steps.reads(own, "30\N{NO-BREAK SPACE}000")
        steps.look(own, "credit_own")


def write_plan(reader: Reader, business: str) -> None:
    """Five answers, written by the person without the office."""
    steps.open_page(reader, "jobseeker/measures")
    reader.follow("My business plan")
    for label, value in {
        "Sum asked for": "1 200 000",
        "What you put in yourself": "100 000",
        "Jobs it will give": "2",
        "Months to pay it back or to use it": "24",
    }.items():
        reader.write(label, value)
    reader.write("What business", business)
    reader.press("Keep the business plan")
    steps.is_told(reader, "Your business plan is kept. Tell your office that you want a microcredit or a grant for it.")


def record_bank_list(reader: Reader, name: str) -> None:
    """The number of the credit is read on the page, the bank's line is pasted, and what came back is seen."""
    steps.open_page(reader, "office/credits")
    row = reader.page.get_by_role("row").filter(has=reader.page.get_by_role("link", name=name))
    number = row.get_by_role("cell").first.inner_text().strip()
    reader.follow("Record the bank's list")
    reader.write("Lines of the bank's list", f"{number}; {AFTER_SIX_MONTHS.isoformat()}; 30 000; B-1")
    reader.press("Record the payments")
    steps.reads(reader, "B-1")
    steps.open_page(reader, f"office/credits/{number}")
    steps.reads(reader, "30\N{NO-BREAK SPACE}000", "B-1")
    steps.look(reader, "credit_office")
