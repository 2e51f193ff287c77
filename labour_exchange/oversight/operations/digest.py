"""The monthly digest by mail: what is overdue, what is due, what lags behind; to the ministry of all regions, to an office of its own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, Actor, ActorKind, system_actor
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.queries.deviations import Deviation, Place, by_region, deviations
from labour_exchange.oversight.queries.instructions import due_soon, overdue, responsible, staff_of_region
from labour_exchange.territory.queries import region, regions

LISTED = 20
MINISTRY_NAME = Text(kk="барлық өңір", ru="все регионы", en="all regions")
INSTRUCTION_LINE = Text(kk="– {who}, мерзімі {until}: {text}", ru="– {who}, срок {until}: {text}", en="– {who}, due {until}: {text}")
BEHIND_LINE = Text(
    kk="– {where}, {measure}: алынған орын {taken}, күтілгені {expected}, {since} күнінен бері",
    ru="– {where}, {measure}: занято мест {taken}, ожидалось {expected}, с {since}",
    en="– {where}, {measure}: places taken {taken}, expected {expected}, since {since}",
)
PLACE_LINE = Text(
    kk="– {where}: қалған жоспар {plans}, жетпейтін орын {lacking}, {since} күнінен бері, ешкімге тапсырылмағаны {unattended}",
    ru="– {where}: отстаёт планов {plans}, не хватает мест {lacking}, с {since}, никому не поручено {unattended}",
    en="– {where}: plans behind {plans}, places lacking {lacking}, since {since}, nobody is on {unattended}",
)
OVERDUE = Text(kk="Мерзімі өткен тапсырмалар:", ru="Просроченные поручения:", en="Overdue instructions:")
DUE_SOON = Text(
    kk="Екі апта ішінде мерзімі келетін тапсырмалар:", ru="Поручения со сроком в ближайшие две недели:", en="Instructions due within two weeks:"
)
BEHIND = Text(kk="Жоспардан қалғандар:", ru="Отстаёт от плана:", en="Behind the plan:")
MORE = Text(kk="– тағы {count}, сілтемедегі бетте", ru="– ещё {count}, на странице по ссылке", en="– {count} more, on the page behind the link")
ALL_WELL = Text(kk="Кешіккен де, қалған да ештеңе жоқ.", ru="Ничего не просрочено и не отстаёт.", en="Nothing is overdue and nothing lags behind.")


def send_digests(session: Session) -> None:
    """On the first of the month, once to each person who has not stopped it."""
    country = system_actor("monthly digest")
    _send(session, country, _ministry(session), MINISTRY_NAME, "/headquarters/")
    for one in regions():
        people = staff_of_region(session, one.iso_code)
        if people:
            acting = Actor(ActorKind.OFFICE, region_code=one.iso_code)
            _send(session, acting, people, region(one.iso_code).name, "/office/queue")


def _send(session: Session, actor: Actor, people: list[int], place: Text, path: str) -> None:
    late, soon, behind = overdue(session, actor), due_soon(session, actor), deviations(session, actor)
    counted = {"overdue": len(late), "soon": len(soon), "behind": len(behind)}
    listed = Text(**{language: _listed(language, late, soon, behind) for language in LANGUAGES})
    month = f"{clock.today():%Y-%m}"
    for user_id in people:
        occasion = f"oversight digest:{month}:{user_id}"
        compose_message(session, MessageKind.OVERSIGHT_DIGEST, user_id, occasion=occasion, path=path, place=place, listed=listed, **counted)


def _listed(language: str, late: list[Instruction], soon: list[Instruction], behind: list[Deviation]) -> str:
    """The first few of each under its heading; plans of several regions by region. The rest stands on the page behind the link."""
    places = by_region(behind)
    lagging = [_of_place(language, one) for one in places] if len(places) > 1 else [_of_plan(language, one) for one in behind]
    sections = [(OVERDUE, [_of_instruction(language, one) for one in late]), (DUE_SOON, [_of_instruction(language, one) for one in soon])]
    told = [_section(language, heading, lines) for heading, lines in [*sections, (BEHIND, lagging)] if lines]
    return "\n\n".join(told) or ALL_WELL.in_language(language)


def _section(language: str, heading: Text, lines: list[str]) -> str:
    more = [MORE.in_language(language, count=len(lines) - LISTED)] if len(lines) > LISTED else []
    return "\n".join([heading.in_language(language), *lines[:LISTED], *more])


def _of_instruction(language: str, one: Instruction) -> str:
    who, text = responsible(one).in_language(language), one.text.in_language(language)
    return INSTRUCTION_LINE.in_language(language, who=who, until=f"{one.due_on:%d.%m.%Y}", text=text)


def _of_plan(language: str, one: Deviation) -> str:
    return BEHIND_LINE.in_language(
        language,
        where=region(one.allocation.region_code).name.in_language(language),
        measure=one.allocation.measure.name.in_language(language),
        taken=one.allocation.places_taken,
        expected=one.expected,
        since=f"{one.since:%d.%m.%Y}",
    )


def _of_place(language: str, one: Place) -> str:
    where, since = region(one.region_code).name.in_language(language), f"{one.since:%d.%m.%Y}"
    facts = {"plans": one.plans, "lacking": one.lacking, "unattended": one.unattended}
    return PLACE_LINE.in_language(language, where=where, since=since, **facts)


def _ministry(session: Session) -> list[int]:
    return list(session.scalars(select(User.id).where(User.kind.in_(MINISTRY), User.state == UserState.ACTIVE).order_by(User.id)))
