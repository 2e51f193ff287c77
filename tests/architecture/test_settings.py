"""Every setting is documented, and production refuses what is unsafe."""

import re
from pathlib import Path

import pytest

from config import SettingsError, read_settings

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql+psycopg://a@db/exchange",
    "SECRET_KEY": "s" * 40,
    "PERSONAL_DATA_KEY": "p" * 40,
    "TRUSTED_HOSTS": "exchange.example",
    "BASE_URL": "https://exchange.example",
}
UNSAFE = [
    {"DATABASE_URL": ""},
    {"SECRET_KEY": "short"},
    {"PERSONAL_DATA_KEY": ""},
    {"PERSONAL_DATA_KEY": "s" * 40},
    {"TRUSTED_HOSTS": ""},
    {"BASE_URL": "http://exchange.example"},
    {"WEBHOOK_LOOPBACK_RECEIVERS": "127.0.0.1:8765"},
]


def test_every_setting_is_documented() -> None:
    read = set(re.findall(r'"([A-Z][A-Z_]{3,})"', (ROOT / "config.py").read_text())) - {"FLASK_DEBUG", "INFO"}
    documented = set(re.findall(r"`([A-Z][A-Z_]{3,})`", (ROOT / "docs" / "operations.md").read_text()))
    assert read - documented == set()


def test_production_starts_with_safe_settings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    assert read_settings(SAFE).is_production


@pytest.mark.parametrize("change", UNSAFE, ids=lambda change: next(iter(change)))
def test_production_refuses_unsafe_settings(change: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        read_settings(SAFE | change)


def test_production_refuses_the_debugger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(SettingsError):
        read_settings(SAFE)


def test_a_secret_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("f" * 40 + "\n")
    given = {**SAFE, "SECRET_KEY_FILE": str(tmp_path / "key")}
    del given["SECRET_KEY"]
    assert read_settings(given).secret_key == "f" * 40


def test_secrets_are_made_once_and_never_shown(tmp_path: Path) -> None:
    first, again = (read_settings({"INSTANCE_DIR": str(tmp_path)}) for _ in range(2))
    assert first.secret_key == again.secret_key != first.personal_data_key
    assert first.secret_key not in repr(first)
    assert (tmp_path / "secrets.json").stat().st_mode & 0o077 == 0
