"""What runs longer under CAMPAIGN=full is marked, so that `make prove` runs it."""

import re
from pathlib import Path

import pytest

from config import ROOT

ASKING = re.compile(r'environ\.get\("CAMPAIGN"\)|from tests\.web\.browser import .*\b(is_read|wrong_in|IS_FULL)\b')
FILES = [one for one in sorted((ROOT / "tests").rglob("test_*.py")) if one.parent.name != "architecture" and ASKING.search(one.read_text())]


def test_there_are_campaigns() -> None:
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_with_two_sizes_is_a_campaign(path: Path) -> None:
    assert "pytest.mark.campaign" in path.read_text()
