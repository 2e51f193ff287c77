"""`flask statistics backtest`: files as people have them, and what is said of those that cannot be read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labour_exchange.commands.statistics import statistics
from labour_exchange.foundation.errors import InvalidInput
from labour_exchange.statistics.forecasts.reading import read_series


def run(*words: str) -> Result:
    return CliRunner().invoke(statistics, ["backtest", *words])


def written(folder: Path, text: str) -> str:
    (folder / "series.csv").write_text(text, encoding="utf-8")
    return str(folder / "series.csv")


def months(name: str, count: int, separator: str = ",") -> str:
    rows = [(f"{2015 + place // 12}-{place % 12 + 1:02}", 50 + place % 12 + place // 12) for place in range(count)]
    return "\n".join(separator.join((name, month, str(value))) for month, value in rows)


def test_a_program_gets_one_line_of_json(tmp_path: Path) -> None:
    answer = run(written(tmp_path, f"series,month,value\n{months('a', 80)}\n{months('b', 20)}\n"), "--json")
    assert answer.exit_code == 0
    assert answer.output.count("\n") == 1
    long, short = json.loads(answer.output)["series"]
    assert list(long) == ["name", "model", "mase", "mase_seasonal_naive", "coverage"]
    assert long["mase"] < long["mase_seasonal_naive"]
    assert short == {"name": "b", "model": None, "mase": None, "mase_seasonal_naive": None, "coverage": None}


@pytest.mark.parametrize(("language", "words"), [("kk", "қысқа"), ("ru", "короток"), ("en", "too short")])
def test_a_reader_gets_a_table(tmp_path: Path, language: str, words: str) -> None:
    answer = run(written(tmp_path, f"series,month,value\n{months('a', 80)}\n{months('b', 20)}\n"), "--language", language)
    assert answer.exit_code == 0
    assert words in answer.output


def test_columns_are_found_by_name_in_any_order_and_with_any_usual_delimiter() -> None:
    found = read_series(b"\xef\xbb\xbfValue;X;Date;Region\n1,5;x;2020-01-01;Abai\n;x;2020-02-01;Abai\n2;x;2020-04-01;Abai\n")
    assert [(one.name, one.first) for one in found] == [("Abai", "2020-01")]
    assert [str(one) for one in found[0].observed] == ["1.5", "nan", "nan", "2.0"]


@pytest.mark.parametrize(
    "month",
    [
        *("2019-03", "2019-3", "2019-03-01", "2019-03-31", "2019/03/01", "2019M03", "201903", "2019-03-01T00:00:00Z", "2019-03-01 00:00:00"),
        *("03.2019", "01.03.2019", "03/2019", "Mar 2019", "March 2019", "Mar-2019", "2019 Mar"),
    ],
)
def test_a_month_is_read_as_people_and_programs_write_it(month: str) -> None:
    assert read_series(f"series,month,value\na,{month},1\n".encode())[0].first == "2019-03"


@pytest.mark.parametrize("month", ["2019", "2019-Q1", "03/01/2019", "2019-00", "13.2019", "Mai 2019", "٢٠١٩-٠٣", "2019-03-01x"])
def test_what_could_be_another_month_is_refused(month: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_series(f"series,month,value\na,{month},1\n".encode())
    assert refusal.value.errors[0].message.code == "not_a_month"


@pytest.mark.parametrize(
    ("delimiter", "written", "value"),
    [
        (";", "1,5", 1.5),
        (",", "-1.5e3", -1500.0),
        (",", "1 234 567", 1234567.0),
        (";", "12\u00a0345,6", 12345.6),
        (",", "\u22122", -2.0),
        ("\t", ".5", 0.5),
    ],
)
def test_a_number_is_read_as_people_and_programs_write_it(delimiter: str, written: str, value: float) -> None:
    head, row = delimiter.join(("series", "month", "value")), delimiter.join(("a", "2019-03", written))
    assert float(read_series(f"{head}\n{row}\n".encode())[0].observed[0]) == value


@pytest.mark.parametrize("written", ['"1,234"', "1_000", "١٢", "5%", "TRUE", "1 2", "0x10", "1e999"])
def test_what_could_be_another_number_is_refused(written: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_series(f"series,month,value\na,2019-03,{written}\n".encode())
    assert refusal.value.errors[0].message.code == "not_a_number"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_marks_of_every_system(end: str, encoding: str) -> None:
    text = end.join(("series,month,value", '"Abai, ""east"" side",2019-03,1', '"Abai, ""east"" side",2019-04,2')) + end
    (found,) = read_series(text.encode(encoding))
    assert (found.name, list(found.observed)) == ('Abai, "east" side', [1.0, 2.0])


def test_a_number_of_the_row_is_not_the_series_and_the_last_of_three_columns_needs_no_known_name() -> None:
    assert [one.name for one in read_series(b"id,region,month,value\n1,A,2019-03,1\n2,A,2019-04,2\n")] == ["A"]
    assert list(read_series(b"unemployment,month,series\n6.6,2019-03,a\n")[0].observed) == [6.6]


def test_a_series_without_any_value_is_answered_too(tmp_path: Path) -> None:
    answer = run(written(tmp_path, f"series,month,value\nempty,2019-03,\n{months('a', 80)}\n"), "--json")
    assert [(one["name"], one["mase"] is None) for one in json.loads(answer.output)["series"]] == [("empty", True), ("a", False)]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "no_column", "series"),
        ("series,month,note,rating\na,2020-01,x,1\n", "no_column", "“value”"),
        ("series,month,value\n", "no_rows", "Add rows"),
        ("series,month,value\na,2020-01,\n", "no_rows", "Add rows"),
        ("series,month,value\na,2020-13,1\n", "not_a_month", "Line 2, month"),
        ("series,month,value\na,2020-01,1\na,2020-02,x\n", "not_a_number", "Line 3, value"),
        ("series,month,value\na,2020-01,inf\n", "not_a_number", "6.6"),
        ("series,month,value\na,2020-01,1\na,2020-01,2\n", "twice", "Line 3, month"),
        ("series,month,value\na,2020-01\n", "short_row", "Line 2"),
        ("series,month,value\n,2020-01,1\n", "no_name", "Line 2, series"),
        ("series,month,value\na,2020-01,1\na,9020-01,1\n", "too_far", "Check the year"),
    ],
)
def test_a_file_that_cannot_be_read_names_line_field_and_remedy(tmp_path: Path, text: str, code: str, said: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_series(text.encode())
    assert code in {error.message.code for error in refusal.value.errors}
    answer = run(written(tmp_path, text), "--json")
    assert answer.exit_code == 2
    assert said in answer.output


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_series("series,month,value\nАбай,2020-01,1\n".encode("cp1251"))
    assert refusal.value.errors[0].message.code == "not_utf8"
