"""How a standard, its body and its remarks are told on every page."""

from collections import defaultdict
from collections.abc import Sequence

from labour_exchange.foundation.texts import Text
from labour_exchange.standards import texts
from labour_exchange.standards.models import Remark, StandardVersion
from labour_exchange.standards.states import RemarkState, VersionState
from labour_exchange.territory.queries import region

BADGES = {VersionState.DISCUSSION: "warn", VersionState.APPROVED: "info", VersionState.IN_FORCE: "ok"}


def body_of(version: StandardVersion) -> Text:
    """Whose standard it is: a region, or the ministry."""
    code = version.standard.region_code
    return region(code).short_name if code else texts.MINISTRY


def paragraph_choices(version: StandardVersion, whole: Text) -> list[tuple[str, Text | str]]:
    """What a remark can be about; numbers are read with the beginning of the paragraph."""
    return [("0", whole), *((str(number), _beginning(number, one)) for number, one in enumerate(version.paragraphs, 1))]


def grouped(remarks: Sequence[Remark]) -> dict[int, list[tuple[Remark, list[Remark]]]]:
    """Published remarks by paragraph, each with its duplicates."""
    shown = [one for one in remarks if one.state is RemarkState.PUBLISHED]
    duplicates: dict[int, list[Remark]] = defaultdict(list)
    for one in shown:
        if one.duplicate_of_id is not None:
            duplicates[one.duplicate_of_id].append(one)
    found: dict[int, list[tuple[Remark, list[Remark]]]] = defaultdict(list)
    for one in shown:
        if one.duplicate_of_id is None:
            found[one.paragraph].append((one, duplicates[one.id]))
    return found


def _beginning(number: int, paragraph: Text, most: int = 60) -> Text:
    said = {code: paragraph.in_language(code) for code in ("kk", "ru", "en")}
    return Text(**{code: f"{number}. {words if len(words) <= most else words[:most].rstrip() + '…'}" for code, words in said.items()})
