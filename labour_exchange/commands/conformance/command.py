"""The command: from an address and credentials to a table or one line of JSON."""

import sys
from pathlib import Path

import click

from labour_exchange.commands.conformance import feeds, load, people, pushing, receiving
from labour_exchange.commands.conformance.access import check_access
from labour_exchange.commands.conformance.client import Client
from labour_exchange.commands.conformance.report import Report
from labour_exchange.commands.conformance.run import Run


@click.command("conformance")
@click.option("--base-url", required=True, help="Address of the server, for example http://127.0.0.1:8000")
@click.option("--sandbox", "is_sandbox", is_flag=True, help="Open a throw-away agency first.")
@click.option("--client", "client_id", help="Id of a program that has every scope.")
@click.option("--secret-file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="File that holds its secret.")
@click.option("--employer-bin", "bins", multiple=True, help="With --client: BIN of an employer that gave a mandate; may be repeated.")
@click.option("--vacancies", "count", type=click.IntRange(40), default=1000, show_default=True, help="How many vacancies to push.")
@click.option("--agencies", default=1, show_default=True, help="With --sandbox: so many agencies at once, which push and follow only.")
@click.option("--receiver-port", default=8765, show_default=True, help="Loopback port on which webhooks are received.")
@click.option("--receiver-url", default="", help="Public https address that leads to that port, for a server elsewhere.")
@click.option("--patience", default=60.0, show_default=True, help="Seconds to wait for what takes a moment.")
@click.option("--json", "as_json", is_flag=True, help="One line: how many checks, and which failed.")
def conformance(
    base_url: str,
    is_sandbox: bool,
    client_id: str | None,
    secret_file: Path | None,
    bins: tuple[str, ...],
    count: int,
    agencies: int,
    receiver_port: int,
    receiver_url: str,
    patience: float,
    as_json: bool,
) -> None:
    """Try a server as an agency would: push, change, take off, bring back, follow, be told, answer, report.

    Ends with 0 when it conforms, with 1 when a check failed, with 2 when the run could not begin.
    """
    if is_sandbox == bool(client_id):
        raise click.UsageError("give --sandbox, or --client with --secret-file")
    if client_id and (secret_file is None or not bins):
        raise click.UsageError("--client needs --secret-file and at least one --employer-bin")
    if agencies > 1:
        _together(base_url, agencies, count, patience, as_json=as_json)
    report = Report()
    try:
        client, known = _client(base_url, client_id, secret_file.read_text().strip() if secret_file else "", list(bins))
        receiver = receiving.Receiver(receiver_port, receiver_url)
    except (OSError, LookupError, ValueError) as error:
        click.echo(f"The run could not begin: {error}", err=True)
        sys.exit(2)
    try:
        run_checks(Run(client, Client(base_url), report, known, count, patience), receiver, is_sandbox=is_sandbox, is_url_given=bool(receiver_url))
    finally:
        receiver.close()
    _tell(report, as_json=as_json)


def _together(base_url: str, agencies: int, count: int, patience: float, *, as_json: bool) -> None:
    """The load version; its figures go to the table, or beside the one line to stderr."""
    try:
        opened = [_client(base_url, None, "", []) for _ in range(agencies)]
    except (OSError, LookupError, ValueError) as error:
        click.echo(f"The run could not begin: {error}", err=True)
        sys.exit(2)
    report, figures = load.run_together([Run(client, Client(base_url), Report(), bins, count, patience) for client, bins in opened])
    click.echo(figures.line, err=as_json)
    _tell(report, as_json=as_json)


def _tell(report: Report, *, as_json: bool) -> None:
    click.echo(report.as_json() if as_json else "\n".join(report.as_table()))
    sys.exit(1 if report.failed else 0)


def run_checks(run: Run, receiver: receiving.Receiver, *, is_sandbox: bool, is_url_given: bool = False) -> None:
    """Every check in order; one that breaks does not stop the rest."""
    check_access(run)
    everything = region = None
    with run.report.guarding("following_begins"):
        everything, region = feeds.begin_following(run)
        run.report.check("following_begins", True)
    endpoint = receiving.check_adding(run, receiver, is_url_given=is_url_given)
    pushing.check_pushing(run)
    pushing.check_changes(run)
    pushing.check_single(run)
    pushing.check_statuses(run)
    feeds.check_public(run)
    if everything is not None and region is not None:
        feeds.check_feed(run, everything, region)
    feeds.check_own_feed(run)
    feeds.check_snapshot(run)
    application = None
    with run.report.guarding("somebody_applies"):
        application = people.waiting_application(run, is_sandbox=is_sandbox, vacancy=next(iter(run.public_open()), ""))
        run.report.check("somebody_applies", application is not None and application.get("id"), "nobody")
    people.check_people(run, application, is_sandbox=is_sandbox)
    if endpoint is not None:
        receiving.check_application_arrived(run, endpoint, str((application or {}).get("id")))
        receiving.check_receiving(run, endpoint)
        run.client.delete(f"{receiving.WEBHOOKS}/{endpoint.id}")
    pushing.take_everything_off(run)


def _client(base_url: str, client_id: str | None, secret: str, bins: list[str]) -> tuple[Client, list[str]]:
    """The program to act as, and for whom. Raises OSError, LookupError."""
    if client_id:
        return Client(base_url, client_id, secret), bins
    opened = Client(base_url).post("/api/v1/sandbox/clients")
    if opened.status != 201:
        raise LookupError(f"no sandbox here ({opened.status}); give --client and --secret-file")
    said = opened.json
    return Client(base_url, said["client_id"], said["client_secret"]), [one["bin"] for one in said["employers"]]
