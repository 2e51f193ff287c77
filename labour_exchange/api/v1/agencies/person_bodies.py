"""What programs send about people: answers, terms, invitations, reports."""

from collections.abc import Iterable
from typing import Any

from labour_exchange.api.bodies import Body, Day, Number, one_of
from labour_exchange.api.fields import Between, Listed, Sized, Words, Written
from labour_exchange.api.pages import PageQuestion
from labour_exchange.placements.rules.approaches import LONGEST_NOTE, OfferTerms
from labour_exchange.placements.states import EndReason

ID = Written("[0-9a-z]{16}", "1fccyvsb84z6gyae")
MOST_PAY = 100_000_000


def note(*, required: bool = False, **about: Any) -> Words:
    more: dict[str, Any] = {"required": True} if required else {"load_default": ""}
    return Words(validate=Sized(1 if required else 0, LONGEST_NOTE), metadata=about, **more)


class ApproachQuestion(PageQuestion):
    """Which of a list."""

    vacancy = Words(validate=ID, metadata={"description": "Only of this vacancy, by its id here."})

    @staticmethod
    def listed(states: Iterable[str]) -> Listed:
        return Listed([str(one) for one in states])


class Answer(Body):
    """What the person is told."""

    answer = one_of(("seen", "interview", "decline"), required=True)
    note = note(description="When and where, or why not; the person reads it. Needed for interview and decline.")


class WordsToPerson(Body):
    """Why."""

    note = note(required=True, description="The person reads it.")


class Terms(Body):
    """What is offered."""

    starts_on = Day(required=True, metadata={"description": "First working day."})
    answer_by_on = Day(required=True, metadata={"description": "Last day to answer, not after the first working day."})
    pay = Number(
        allow_none=True, validate=Between(1, MOST_PAY), metadata={"description": "Whole tenge a month before tax; as in the vacancy when left out."}
    )
    note = note()


class NewInvitation(Body):
    """Whom to invite to what."""

    vacancy = Words(required=True, validate=ID, metadata={"description": "Id of one of your vacancies."})
    candidate = Words(required=True, validate=ID, metadata={"description": "Id of a profile that is open to employers."})
    note = note(description="What the person reads.")


class NewPlacement(Body):
    """Who started: by the application, accepted invitation or referral that led to it; exactly one of them."""

    application = Words(validate=ID)
    invitation = Words(validate=ID)
    referral = Words(validate=ID)
    started_on = Day(required=True, metadata={"description": "First working day, at most 90 days ago and 30 ahead."})


class NewEvidence(Body):
    """What you know of a placement now."""

    kind = one_of(("confirmed", "ended"), required=True)
    ended_on = Day(metadata={"description": "Last working day; needed with ended."})
    reason = one_of(EndReason, metadata={"description": "Needed with ended."})


def offer_terms(sent: dict[str, Any]) -> OfferTerms:
    return OfferTerms(starts_on=sent["starts_on"], answer_by_on=sent["answer_by_on"], pay=sent.get("pay"), note=sent["note"])
