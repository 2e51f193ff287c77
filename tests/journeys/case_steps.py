"""The first steps of the journey into work: registered, a plan agreed to, a social contract drafted, approved and signed, a course."""

from datetime import date, timedelta

from labour_exchange.cases.states import Doer
from labour_exchange.cases.texts.plans import DOERS
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.states import EnrolmentState
from tests.factories.placements import bin_number
from tests.journeys.programme_steps import apply_for, approve, begin, is_told, look, open_page, open_person, put_before_approver, stands, write_day
from tests.journeys.reader import Reader

GOAL = {"kk": "Дәнекерлеуші болып жұмыс істеу", "ru": "Работать сварщиком"}
STEP = {"kk": "Курсты аяқтау", "ru": "Окончить курс"}
HELP = {"kk": "Курс пен жұмыс орнын табу", "ru": "Найти курс и рабочее место"}
COURSE = {"kk": "Электр дәнекерлеу", "ru": "Электросварка"}
PROVIDER = {"kk": "Үлгі колледж", "ru": "Учебный колледж"}


def register(reader: Reader, person: Jobseeker) -> None:
    """The office puts a person of a rural district on the register as unemployed, and opens a case."""
    open_person(reader, person)
    reader.follow("Put on the register")
    reader.tick(reader.words("Lives in a rural area"))
    reader.press("Put on the register")
    is_told(reader, "The person is on the register.")


def open_case(reader: Reader, person: Jobseeker, due_on: date) -> None:
    open_person(reader, person)
    reader.follow("Open a case")
    reader.write("Next step", STEP[reader.words.language])
    write_day(reader, "Due on", due_on)
    reader.press("Open a case")
    is_told(reader, "The case is open, and you lead it.")


def write_plan(reader: Reader, due_on: date) -> None:
    """On the page of the case: what is to be reached, and a step for each side."""
    language = reader.words.language
    reader.follow("Write a plan")
    reader.write("What is to be reached", GOAL[language])
    reader.press("Save")
    is_told(reader, "Saved. The person is asked to read the plan and agree.")
    for words, doer in ((STEP[language], Doer.PERSON), (HELP[language], Doer.OFFICE)):
        reader.follow("Add a step")
        reader.write("What is to be done", words)
        reader.tick(reader.words.of(DOERS[doer]))
        write_day(reader, "Due on", due_on)
        reader.press("Save")
        is_told(reader, "Saved. The person is asked to read the plan and agree.")


def agree_to_plan(reader: Reader) -> None:
    open_page(reader, "jobseeker/case")
    reader.press("I have read the plan and agree")
    is_told(reader, "You have agreed to the plan.")


def draft_contract(reader: Reader, case: str, starts_on: date) -> None:
    """From the plan that was agreed to, for half a year, offered to the person."""
    open_page(reader, case)
    reader.follow("Draft a contract from the plan")
    write_day(reader, "Begins on", starts_on)
    write_day(reader, "Ends on", starts_on + timedelta(days=180))
    reader.press("Write the draft")
    is_told(reader, "The draft is written from the plan. Add what is missing, then offer it.")
    reader.press("Offer the contract")
    is_told(reader, "The contract is offered. The person can read it, and it waits for an approver.")


def approve_contract(reader: Reader, person: Jobseeker) -> None:
    """A second person finds it among the cases, and approves."""
    open_page(reader, "office/cases")
    reader.page.locator("section[aria-labelledby=approving]").get_by_role("link", name=person.full_name).click()
    reader.press("Approve the contract")
    is_told(reader, "Approved. The person is asked to sign.")


def sign_contract(reader: Reader) -> None:
    open_page(reader, "jobseeker/case")
    reader.press("Sign electronically")
    is_told(reader, "You have signed the contract.")
    look(reader, "contract_own")


def open_course(reader: Reader, measure: Text, starts_on: date, ends_on: date) -> None:
    language = reader.words.language
    open_page(reader, "office/courses")
    reader.choose("Measure", reader.words.of(measure))
    told = {"Name of the course": COURSE[language], "Provider": PROVIDER[language], "Provider's BIN": bin_number()}
    for label, value in (told | {"Seats": "2", "Price for each person": "50 000"}).items():
        reader.write(label, value)
    write_day(reader, "First day", starts_on)
    write_day(reader, "Last day", ends_on)
    reader.press("Open the course")
    is_told(reader, "The course is on the list.")


def take_seat(officer: Reader, approver: Reader, person: Jobseeker, measure: Text) -> str:
    """Applied for, prepared with a seat, approved by another and begun; the address of the enrolment."""
    apply_for(officer, person, measure)
    stands(officer, EnrolmentState.ELIGIBLE)
    address = officer.page.url.split(f"/{officer.words.language}/", 1)[1]
    officer.follow("Prepare for approval")
    officer.page.get_by_label(COURSE[officer.words.language]).check()
    put_before_approver(officer)
    approve(approver, person.full_name)
    begin(officer, address)
    return address


def note_weeks(reader: Reader, address: str, weeks: dict[date, int]) -> None:
    """Forty hours are taught a week; how many of them were attended."""
    open_page(reader, address)
    reader.follow("Attendance")
    for monday, hours in weeks.items():
        write_day(reader, "Monday of the week", monday)
        reader.write("Hours taught", "40")
        reader.write("Hours attended", str(hours))
        reader.press("Note the week")
        is_told(reader, "The week is noted.")


def give_certificate(reader: Reader, address: str, number: str) -> None:
    open_page(reader, address)
    reader.follow("Certificate")
    reader.write("Number of the certificate", number)
    reader.press("Complete the course")
    is_told(reader, "The course is completed.")
    stands(reader, EnrolmentState.COMPLETED)
    assert reader.sees(number)
    look(reader, "certificate")
