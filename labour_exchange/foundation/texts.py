"""A text in Kazakh, Russian and English, and which one a reader gets."""

from dataclasses import dataclass

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "kk"


@dataclass(frozen=True, slots=True)
class Text:
    """One text, said in every language of the exchange; none of the three may be empty."""

    kk: str
    ru: str
    en: str

    def __post_init__(self) -> None:
        if not (self.kk and self.ru and self.en):
            raise ValueError(f"a text lacks a language: {self!r}")

    def in_language(self, language: str, **values: object) -> str:
        """The text for a reader of `language` (an unknown language reads Kazakh), with its {placeholders} filled."""
        words = {"ru": self.ru, "en": self.en}.get(language, self.kk)
        return words.format(**values) if values else words


@dataclass(frozen=True, slots=True)
class Message:
    """A text with a stable code, so that a program can act on what a person reads."""

    code: str
    text: Text
