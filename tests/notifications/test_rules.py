"""Pure rules: pauses, the daily cap; every kind has its words."""

from datetime import timedelta
from string import Formatter

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.notifications.letters import ALL_LETTERS
from labour_exchange.notifications.rules import DAILY_CAP, MOST_TRIES, pause_after, state_before_sending
from labour_exchange.notifications.states import MessageKind, MessageState, Topic
from labour_exchange.notifications.texts import STATES, TOPICS


def test_pauses_double_up_to_six_hours_and_end() -> None:
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES)]
    assert pauses[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert pauses[-1] == timedelta(hours=6)
    assert pause_after(MOST_TRIES) is None


@pytest.mark.parametrize(
    ("topic", "is_wanted", "sent", "expected"),
    [
        (Topic.ACCOUNT, False, 100, MessageState.WAITING),
        (Topic.WORK, True, DAILY_CAP - 1, MessageState.WAITING),
        (Topic.WORK, True, DAILY_CAP, MessageState.HELD),
        (Topic.REMINDERS, False, 0, MessageState.UNWANTED),
        (Topic.VACANCIES, False, DAILY_CAP, MessageState.UNWANTED),
    ],
)
def test_what_becomes_of_a_letter(topic: Topic, is_wanted: bool, sent: int, expected: MessageState) -> None:
    assert state_before_sending(topic, is_wanted=is_wanted, sent_today=sent) is expected


def placeholders(words: str) -> set[str]:
    return {name for _literal, name, _format, _conversion in Formatter().parse(words) if name}


@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_says_the_same_things_in_three_languages(kind: MessageKind) -> None:
    letter = ALL_LETTERS[kind]
    for text in (letter.subject, letter.body):
        assert len({frozenset(placeholders(text.in_language(language))) for language in LANGUAGES}) == 1
        assert len({text.in_language(language) for language in LANGUAGES}) == 3
    assert letter.topic is Topic.ACCOUNT or not letter.holds_secret


def test_every_topic_and_state_has_a_name() -> None:
    assert set(TOPICS) == set(Topic)
    assert set(STATES) == set(MessageState)
