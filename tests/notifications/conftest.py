"""A post office for tests: a folder of their own."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications import channels
from labour_exchange.notifications.channels import Post


@pytest.fixture
def mailbox(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """The folder where letters of this test land."""
    before = list(channels._post)
    channels.use_post(
        Post(
            folder=tmp_path / "mail",
            sender="exchange@example.kz",
            base_url="https://exchange.example.kz",
            site_name=Text(kk="Биржа", ru="Биржа", en="Exchange"),
            signing_key="a key for tests",
        )
    )
    yield tmp_path / "mail"
    channels._post[:] = before


def letters_in(folder: Path) -> list[EmailMessage]:
    """Every letter that was delivered, in order of its file's name."""
    files = sorted(folder.glob("*.eml")) if folder.exists() else []
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]  # type: ignore[misc]
