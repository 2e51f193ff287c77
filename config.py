"""Settings: a frozen record read once from the environment; docs/operations.md describes each."""

import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent


class SettingsError(RuntimeError):
    """A setting is missing or unsafe; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the exchange is told from outside."""

    environment: str = "development"
    instance_dir: Path = ROOT / "instance"
    database_url: str = ""
    owner_database_url: str = ""
    elasticsearch_url: str = ""
    elasticsearch_prefix: str = "exchange"
    elasticsearch_shards: int = 1
    elasticsearch_replicas: str = "0-1"
    secret_key: str = field(default="", repr=False)
    personal_data_key: str = field(default="", repr=False)
    base_url: str = ""
    trusted_hosts: tuple[str, ...] = ()
    trusted_proxies: int = 0
    port: int = 8000
    demo: str = "small"
    smtp_url: str = field(default="", repr=False)
    mail_from: str = "exchange@localhost"
    site_name_kk: str = "Жұмыс көпірі"
    site_name_ru: str = "Мост к работе"
    site_name_en: str = "Work Bridge"
    site_mark_url: str = ""
    minimum_wage: int = 85_000
    api_rate_limit: str = "600 per minute; 15000 per hour"
    api_rate_storage: str = "memory://"
    api_client_limit: int = 1_200
    sandbox: str = ""
    webhook_loopback_receivers: tuple[str, ...] = ()
    log_level: str = "INFO"

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @property
    def has_sandbox(self) -> bool:
        """As said; when nothing is said, where the demo country is, and never in production."""
        if self.sandbox:
            return self.sandbox == "on"
        return self.demo != "none" and not self.is_production


def read_settings(environment: dict[str, str] | None = None) -> Settings:
    """Settings from variables; NAME_FILE is read as a file that holds NAME. Raises SettingsError when they are unsafe."""
    given = dict(os.environ if environment is None else environment)
    for name in [name for name in given if name.endswith("_FILE") and name[:-5] in SECRETS]:
        given[name[:-5]] = Path(given[name]).read_text().strip()
    instance = Path(given.get("INSTANCE_DIR") or ROOT / "instance").expanduser().resolve()
    kind = given.get("ENVIRONMENT", "development")
    generated = {} if kind == "production" else _generated_secrets(instance)
    port = int(given.get("PORT") or 8000)
    named = {name.lower(): given[name] for name in PLAIN if given.get(name)}
    receivers = given.get("WEBHOOK_LOOPBACK_RECEIVERS", "" if kind == "production" else DEVELOPMENT_RECEIVER)
    settings = Settings(
        environment=kind,
        instance_dir=instance,
        owner_database_url=given.get("OWNER_DATABASE_URL") or given.get("DATABASE_URL", ""),
        secret_key=given.get("SECRET_KEY") or generated.get("SECRET_KEY", ""),
        personal_data_key=given.get("PERSONAL_DATA_KEY") or generated.get("PERSONAL_DATA_KEY", ""),
        base_url=given.get("BASE_URL") or f"http://127.0.0.1:{port}",
        trusted_hosts=tuple(host for host in given.get("TRUSTED_HOSTS", "").split(",") if host),
        trusted_proxies=int(given.get("TRUSTED_PROXIES") or 0),
        port=port,
        webhook_loopback_receivers=tuple(one.strip() for one in receivers.split(",") if one.strip()),
        elasticsearch_shards=int(given.get("ELASTICSEARCH_SHARDS") or 1),
        api_client_limit=int(given.get("API_CLIENT_LIMIT") or 1_200),
        minimum_wage=int(given.get("MINIMUM_WAGE") or 85_000),
        **named,
    )
    if settings.sandbox not in ("", "on", "off"):
        raise SettingsError("SANDBOX is on or off")
    if settings.is_production:
        _refuse_unsafe(settings)
    return settings


# Where the conformance kit listens, so that it works on a developer's machine without further words.
DEVELOPMENT_RECEIVER = "127.0.0.1:8765"
PLAIN = (
    "DATABASE_URL",
    "ELASTICSEARCH_URL",
    "ELASTICSEARCH_PREFIX",
    "ELASTICSEARCH_REPLICAS",
    "DEMO",
    "SANDBOX",
    "SMTP_URL",
    "MAIL_FROM",
    "SITE_NAME_KK",
    "SITE_NAME_RU",
    "SITE_NAME_EN",
    "SITE_MARK_URL",
    "LOG_LEVEL",
    "API_RATE_LIMIT",
    "API_RATE_STORAGE",
)
SECRETS = ("SECRET_KEY", "PERSONAL_DATA_KEY", "DATABASE_URL", "OWNER_DATABASE_URL", "ELASTICSEARCH_URL", "SMTP_URL")


def _generated_secrets(instance: Path) -> dict[str, str]:
    """Random secrets of a development installation, made at its first start and kept beside its data."""
    path = instance / "secrets.json"
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        made = {"SECRET_KEY": secrets.token_urlsafe(48), "PERSONAL_DATA_KEY": secrets.token_urlsafe(48)}
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(made))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    loaded: dict[str, str] = json.loads(path.read_text())
    return loaded


def _refuse_unsafe(settings: Settings) -> None:
    problems = []
    if not settings.database_url:
        problems.append("DATABASE_URL is not set")
    problems += [f"{name} needs at least 32 characters" for name in ("secret_key", "personal_data_key") if len(getattr(settings, name)) < 32]
    if settings.secret_key == settings.personal_data_key:
        problems.append("SECRET_KEY and PERSONAL_DATA_KEY must differ")
    if not settings.trusted_hosts:
        problems.append("TRUSTED_HOSTS is not set")
    if not settings.base_url.startswith("https://"):
        problems.append("BASE_URL must begin with https://")
    if settings.webhook_loopback_receivers:
        problems.append("WEBHOOK_LOOPBACK_RECEIVERS must not be set")
    if os.environ.get("FLASK_DEBUG"):
        problems.append("FLASK_DEBUG must not be set")
    if problems:
        raise SettingsError("production refuses to start: " + "; ".join(problems))
