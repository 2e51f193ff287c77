"""`flask search stem`: the terms of the words of a text, or the stem of each token that is read."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from search.analysis.kazakh import stem_of_token
from search.analysis.normalisation import normalise
from search.analysis.stemming import LANGUAGES, language_of_tokens, stem
from search.analysis.words import words


@click.command("stem")
@click.argument("text", required=False)
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the text or the tokens; guessed when not said.")
@click.option("--file", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Tokens, one a line.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
def stem_command(text: str | None, language: str | None, file: Path | None, as_json: bool) -> None:
    """Show the terms that each word of TEXT is matched by.

    Without TEXT, read one token a line from the file or the standard input and print exactly one stem a line for it.
    """
    if text is not None and file is not None:
        raise click.UsageError("give a text, or a file with --file")
    if text is not None:
        _show_terms(text, language, as_json)
    elif file is not None:
        with file.open("rb") as lines:
            _answer_lines(lines, language, as_json)
    else:
        _answer_lines(sys.stdin.buffer, language, as_json)


def _show_terms(text: str, language: str | None, as_json: bool) -> None:
    found = [{"word": word.surface, "terms": list(word.terms)} for word in words(text, language)]
    if as_json:
        click.echo(json.dumps({"words": found}, ensure_ascii=False))
        return
    for word in found:
        click.echo(f"{word['word']}\t{' '.join(word['terms'])}")


def _answer_lines(lines: Iterable[bytes], language: str | None, as_json: bool) -> None:
    """Lines end at a line feed only and every one is answered at once, so that a program may ask and wait."""
    answers = sys.stdout.buffer
    for line in lines:
        token = line.decode("utf-8-sig", errors="replace").strip()
        found = _stem_of(token, language) if token else ""
        answer = json.dumps({"token": token, "stem": found}, ensure_ascii=False) if as_json else found
        answers.write(f"{answer}\n".encode())
        answers.flush()


def _stem_of(token: str, language: str | None) -> str:
    word = normalise(token)
    spoken = language or language_of_tokens([word]) or ("en" if token.isascii() else "kk")
    found = stem_of_token(token) if spoken == "kk" else stem(word, spoken)
    # One line in is one line out, whatever separators the token holds; a token that normalising empties stands for itself.
    return " ".join((found or token).split())
