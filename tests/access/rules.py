"""What a row of the access matrix says: one address of an endpoint, and who may have whose record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from labour_exchange.foundation.access import EVERYBODY, ActorKind
from tests.access.world import Arguments, Side

OWN = frozenset({Side.HOME})
REGION = frozenset({Side.HOME, Side.NEIGHBOUR})
ALL = frozenset(Side)
Scope = frozenset[Side]
Body = Mapping[str, object] | Callable[[], Mapping[str, object]]


@dataclass(frozen=True)
class Rule:
    """One address of an endpoint: `record` names what its arguments are of; `scopes` who may have whose. Nobody else may.

    Without `scopes` the view's declared action decides alone, as for pages that name no record.
    """

    record: str = ""
    scopes: Mapping[ActorKind, Scope] | None = None
    arguments: Arguments = field(default_factory=dict)
    query: str = ""
    body: Body | None = None
    is_missing: bool = False
    """Whether the address names nothing that exists: then 404 is nobody's denial."""


def only(*kinds: str, query: str = "") -> Rule:
    """A page without a record, asked in a way that only some of the action's kinds may."""
    return Rule(scopes={ActorKind(kind): ALL for kind in kinds}, query=query)


def to(record: str, _more: Arguments | None = None, **scopes: Scope) -> Rule:
    return Rule(record, {ActorKind(kind): scope for kind, scope in scopes.items()}, _more or {})


def by_program(record: str, _body: Body | None = None, **scopes: Scope) -> Rule:
    """What only a program asks, with a body that is right in form, so that the record decides."""
    return replace(to(record, **scopes), body=_body)


def anybody(record: str) -> Rule:
    return Rule(record, dict.fromkeys(EVERYBODY, ALL))


PAGE = Rule()
HIDDEN = (to("draft"), to("submitted"))
AT_HOME: Arguments = {"reason": "same_region"}
APPROACHES = ("invitations", "referrals")
RECEIVED = {"invitations": "invitation", "referrals": "referral", "offers": "offer"}
LISTS = tuple(Rule(arguments={"name": name}) for name in ("occupations", "skills", "languages", "education"))
OFFICE_REGION = {"office": REGION, "approver": REGION}
HEADQUARTERS = {"analyst": ALL, "administrator": ALL}


def nowhere(**arguments: str | int) -> Rule:
    """A link whose secret nobody has; the pages of links have tests of their own."""
    return Rule(arguments=arguments, is_missing=True)


def code(value: str, name: str = "code") -> Rule:
    return Rule(arguments={name: value})
