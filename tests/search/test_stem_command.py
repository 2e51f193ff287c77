"""`flask search stem` as the process that other programs talk to: one token in, one stem out."""

import json
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
TOKENS = ["Келді", "", "АҚШ-тың", "5-ші", "О'Нилге", "...", "<b>", "  ", "a b", "кітабы\r", "келген"]
STEMS = ["кел", "", "ақш", "5", "о'нил", "...", "<b>", "", "a b", "кітап", "кел"]


def _flask(*arguments: str, given: bytes | None = None) -> list[str]:
    done = subprocess.run([sys.executable, "-m", "flask", "search", "stem", *arguments], input=given, capture_output=True, cwd=CHECKOUT, check=True)  # noqa: S603
    return done.stdout.decode().split("\n")[:-1]


def test_every_line_of_the_standard_input_has_one_stem() -> None:
    assert _flask("--language", "kk", given="\n".join(TOKENS).encode() + b"\n") == STEMS
    assert _flask("--language", "kk", given=b"") == []


def test_undecodable_bytes_and_odd_separators_are_still_one_line() -> None:
    assert len(_flask("--language", "kk", given=b"\xff\xfe\n" + "бала\u2028лар\x0bға\x85\nүйде".encode())) == 3


def test_windows_lines_capitals_and_a_last_line_without_its_end_are_read() -> None:
    asked = "\ufeffКІТАБЫНДА\r\n\r\nМектептерде,\r\nOlympus\r\n3,14\r\n№12-нің\r\n«жап-жаңа»".encode()
    assert _flask("--language", "kk", given=asked) == ["кітап", "", "мектеп", "olympus", "3,14", "12", "жаңа"]


def test_a_token_of_many_thousand_letters_is_one_line_like_any_other() -> None:
    long = "мектептеріміздегілерге" * 500
    found = _flask("--language", "kk", given=f"{long}\nүйлерде\n{'лар' * 5000}\n".encode())
    assert found[1] == "үй"
    assert [len(line) > 1_000 for line in found] == [True, False, True]


def test_a_file_is_answered_like_the_standard_input(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.txt"
    tokens.write_text("\n".join(TOKENS), encoding="utf-8")
    assert _flask("--language", "kk", "--file", str(tokens)) == STEMS
    first = json.loads(_flask("--language", "kk", "--file", str(tokens), "--json")[0])
    assert first == {"token": "Келді", "stem": "кел"}


def test_a_text_is_answered_with_terms() -> None:
    assert json.loads("".join(_flask("сварщиками", "--language", "ru", "--json"))) == {"words": [{"word": "сварщиками", "terms": ["сварщик"]}]}
    assert _flask("сварщиками", "--language", "ru") == ["сварщиками\tсварщик"]


def test_a_program_may_ask_one_token_and_wait_for_its_stem() -> None:
    asking = [sys.executable, "-m", "flask", "search", "stem", "--language", "kk"]
    with subprocess.Popen(asking, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=CHECKOUT) as process:  # noqa: S603
        assert process.stdin
        assert process.stdout
        for token, expected in (("үйлерде", "үй"), ("барғандар", "бар")):
            process.stdin.write(f"{token}\n".encode())
            process.stdin.flush()
            assert process.stdout.readline().decode() == f"{expected}\n"
        process.stdin.close()
        assert process.wait(timeout=60) == 0
