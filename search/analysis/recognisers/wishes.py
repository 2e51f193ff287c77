"""What only somebody who searches writes: in an advertisement the same words say something else, so only queries are read for them."""

import re

from search.analysis.recognisers.hours import Patterns
from search.analysis.recognisers.spans import Span

# By night or day is shift work, in the evening or at the weekend part of the time: the nearest there is.
HOURS: Patterns = (
    (
        "shift",
        re.compile(
            r"\b(?:ночью|ночн\w{2,3}(?:\s+(?:работ|подработ|график)\w*)?|в\s+ночь|түнде|түнгі(?:\s+(?:жұмыс|ауысым|кезек)\w*)?|nights?(?:\s+(?:work|job)s?)?)\b"
        ),
    ),
    (
        "part",
        re.compile(
            r"\b(?:вечерн\w{2,3}\s+(?:работ|подработ|смен)\w*|по\s+вечерам|вечерами|кешкі\s+(?:жұмыс|ауысым)\w*|evenings?(?:\s+(?:work|job|shift)s?)?"
            r"|(?:по|в|на)\s+выходны[ем]х?(?:\s+дн\w+)?|weekends?(?:\s+(?:work|job)s?)?|демалыс\s+күн\w*|қосымша\s+жұмыс\w*|side\s+jobs?)\b"
        ),
    ),
)
REMOTE = re.compile(
    r"\b(?:работ\w*\s+на\s+дому|надомн\w+(?:\s+работ\w*)?|(?:онлайн|online)\s+(?:работ|подработ|жұмыс|job|work)\w*|(?:работ|подработ|жұмыс)\w*\s+онлайн"
    r"|фриланс\w*|freelanc\w*|үйде(?:\s+отырып)?\s+(?:жұмыс|істе)\w*|дистанционк\w*|дистант\w*|удаленщик\w*|home[ -]based|wfh)\b"
    r"|^\s*(?:онлайн|online)\s*$"
)
_NEAR_HOME = re.compile(
    r"\b(?:(?:рядом\s+со?|недалеко\s+от|не\s+далеко\s+от|близко\s+(?:к|от)|возле|около|вблизи|поблизости\s+от)\s+(?:моего\s+|своего\s+)?(?:дома?|домом|домика|дому|мной|меня)"
    r"|в\s+(?:моем|своем)\s+районе|в\s+шаговой\s+доступности|(?:рядом|поблизости|недалеко)\s*$"
    r"|үй(?:ге|іме)\s+жақын(?:\s+жер\w*)?|үй(?:дің|імнің)?\s+(?:жанында|қасында|маңында)|маған\s+жақын|жақын\s+(?:жерде|маңда)"
    r"|near\s*(?:me|home|my\s+(?:home|house|place))|close\s+to\s+(?:me|home|my\s+home)|nearby|around\s+me)\b"
)
_QUOTA = re.compile(
    r"\b(?:(?:для\s+)?(?:людей|людям|лиц\w{0,3}|граждан\w{0,2})\s+с\s+(?:инвалидностью|ограниченн\w+\s+возможност\w+)|для\s+(?:инвалидов|овз)|инвалидам|с\s+инвалидностью"
    r"|мүгедектер(?:ге|ді\s+жұмысқа)|мүгедект(?:ігі|ік)\s+бар(?:лар)?(?:ға)?(?:\s+(?:адам|жан)\w*)?|мүмкіндігі\s+шектеулі(?:лер\w*)?(?:\s+(?:адам|жан)\w*)?"
    r"|(?:for\s+)?(?:the\s+)?(?:disabled(?:\s+(?:people|persons?))?|(?:people|persons?)\s+with\s+disabilit\w+))\b(?!\s+(?:күтім|көмек|уход))"
)
_EDUCATION = (
    (
        5,
        re.compile(
            r"\b(?:без\s+высшего(?:\s+образовани\w+)?|жоғары\s+білімсіз|жоғары\s+білім\w*\s+(?:жоқ|талап\s+етілмейді)|(?:no|without)\s+(?:a\s+|university\s+)?degree)\b"
        ),
    ),
    (3, re.compile(r"\b(?:без\s+(?:образовани\w+|диплома)|нет\s+образования|білімсіз|дипломсыз|(?:no|without)\s+(?:education|diploma))\b")),
)
_DIRECT = re.compile(
    r"\b(?:(?:от\s+)?прям\w{2,3}\s+работодател\w{1,3}|без\s+(?:посредник|агентств)\w{0,3}|жұмыс\s+берушіден\s+тікелей|тікелей\s+жұмыс\s+берушіден"
    r"|делдалсыз|агенттіксіз|direct\s+(?:from\s+)?employers?|(?:no|without)\s+(?:agency|agencies|middlemen))\b"
)
_BEGINNER = re.compile(r"\b(?:новичок|новичкам|начинающ\w+|не\s*опытн\w+|опыт\s+0|жаңадан\s+бастаушы\w*|entry[ -]level|beginners?)\b")
_SEASON = re.compile(
    r"\b(?:сезон(?:ка|ку|ом)?|летн\w{2,3}\s+(?:работ|подработ|занятост)\w*|на\s+лето|летом|жазғы\s+жұмыс\w*|жазда|summer(?:\s+(?:job|work)s?)?|маусым\w{0,3}\s+жұмыс\w*)\b"
)


def near_home(text: str) -> tuple[bool, list[Span]]:
    """Whether work near home is wished, and where it says so."""
    match = _NEAR_HOME.search(text)
    return match is not None, _span(match, "near")


def quota(text: str) -> tuple[bool | None, list[Span]]:
    """True where posts for people with disabilities are wished."""
    match = _QUOTA.search(text)
    return True if match else None, _span(match, "quota")


def education_missing(text: str) -> tuple[int | None, list[Span]]:
    """The level (ISCED) that the asker does not go beyond: school, or whatever is below a university."""
    for level, pattern in _EDUCATION:
        if match := pattern.search(text):
            return level, _span(match, "education")
    return None, []


def direct(text: str) -> tuple[bool, list[Span]]:
    """Whether only what employers themselves have posted is wished."""
    match = _DIRECT.search(text)
    return match is not None, _span(match, "source")


def beginner(text: str) -> tuple[str | None, list[Span]]:
    """The experience of somebody who says to be new."""
    match = _BEGINNER.search(text)
    return "none" if match else None, _span(match, "experience")


def season(text: str) -> tuple[str | None, list[Span]]:
    """Work for a season, said in passing."""
    match = _SEASON.search(text)
    return "seasonal" if match else None, _span(match, "kind")


def _span(match: re.Match[str] | None, sort: str) -> list[Span]:
    return [Span(match.start(), match.end(), sort)] if match else []
