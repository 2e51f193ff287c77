"""How the work grows with the stock, in seconds of this process, so that a busy machine tells the same.

`DUPLICATES_STOCK=20000` measures a big stock, printed; the default is what a test run can afford.
"""

import os
import random
import time
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.vacancies.duplicates.models import VacancyBlock
from labour_exchange.vacancies.duplicates.operations import find_duplicates
from labour_exchange.vacancies.models import AdvertisementSource, Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState
from tests.factories import employers

STOCK = int(os.environ.get("DUPLICATES_STOCK", "3000"))
STEPS = 5
REPEATED = 0.2
# The last step costs at most so many times the second: square growth would cost twice the second step's or more.
MOST_GROWTH = 2.5
TITLES = ("Electrician", "Welder", "Shop assistant", "Cashier", "Cook", "Cleaner", "Loader", "Accountant", "Driver", "Guard")
WORDS = tuple(f"{number:03}duty" for number in range(400))


def rows(chance: random.Random, hiring: list[int], first: int, count: int) -> list[dict[str, Any]]:
    """New vacancies in ten trades and three towns, a fifth of which an import repeats with a few words left out."""
    made: list[dict[str, Any]] = []
    now = clock.now()
    same = {"language": "ru", "state": VacancyState.PUBLISHED, "created_at": now, "published_at": now}
    while len(made) < count:
        words = chance.sample(WORDS, 40)
        facts = {
            "title": chance.choice(TITLES),
            "employer_id": chance.choice(hiring),
            "region_code": chance.choice(("KZ-71", "KZ-75", "KZ-79")),
        } | same
        made.append(facts | {"description": " ".join(words), "source": VacancySource.DIRECT, "source_name": None, "external_id": None})
        if chance.random() < REPEATED:
            told = {
                "description": " ".join(words[:36]),
                "source": VacancySource.IMPORT,
                "source_name": "growth",
                "external_id": f"{first + len(made)}",
            }
            made.append(facts | told)
    return made


def test_a_step_costs_about_the_same_however_many_there_are(session: Session) -> None:
    chance = random.Random(7)
    session.add(AdvertisementSource(name="growth", title="Invented job site", registered_at=clock.now()))
    hiring = [employers.verified(session, name=f"Growth {number}").id for number in range(max(20, STOCK // 50))]
    seconds, repeats = [], 0
    for step in range(STEPS):
        new = rows(chance, hiring, step * STOCK, STOCK // STEPS)
        repeats += sum(one["source"] is VacancySource.IMPORT for one in new)
        session.execute(insert(Vacancy), new)
        begun = time.process_time()
        while find_duplicates(session):
            session.expire_all()
        seconds.append(time.process_time() - begun)
        stock, found = session.scalar(select(func.count(Vacancy.id))), session.scalar(select(func.count(Vacancy.duplicate_of_id)))
        print(f"{stock} vacancies: {seconds[-1]:.1f} s of the processor for the last {len(new)}, {found} of {repeats} repeats found")  # noqa: T201
    keys = session.scalar(select(func.count()).select_from(VacancyBlock)) or 0
    assert keys <= 6 * STOCK
    # Of words drawn at random some posts of one name share enough by chance.
    assert repeats * 0.97 <= (found or 0) <= repeats * 1.03
    assert seconds[-1] <= MOST_GROWTH * max(seconds[1], 1.0)
