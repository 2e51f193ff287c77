"""The access matrix as a table: for each endpoint the record in its address, and who may have which. Every route is in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import EVERYBODY, ActorKind
from labour_exchange.web.hiring.printing import can_make_pdf
from tests.access.world import HIDDEN as HIDDEN_PERSON
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


ACCOUNTS: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("account", "change_password", "check_mail", "enrol_second_factor", "forgotten", "messages"), (PAGE,)),
    "register_agency": (PAGE,),
    **dict.fromkeys(("register_employer", "register_jobseeker", "second_factor", "sign_in", "sign_out", "sign_out_everywhere", "sign_up"), (PAGE,)),
    **dict.fromkeys(("confirm", "invitation", "new_password"), (nowhere(secret="nobodys-secret"),)),
    "close": (only("jobseeker", "employer", "agency"),),
    "message": (to("message", **{kind.value: OWN for kind in EVERYBODY - {ActorKind.VISITOR, ActorKind.SYSTEM}}),),
    "unsubscribe": (nowhere(token="nobodys-token"),),
}
JOBSEEKER: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(
        ("home", "profile", "preview", "edit_about", "edit_licences", "edit_wishes", "audience", "contacts", "work", "add_work"), (PAGE,)
    ),
    **dict.fromkeys(("own_data", "download_own_data", "erase_own_data", "registration", "end_registration", "renew_registration"), (PAGE,)),
    **dict.fromkeys(("applications", "invitations_list", "offers_list", "placements", "referrals_list"), (PAGE,)),
    "edit_list": LISTS,
    "remove_from_list": tuple(replace(one, is_missing=True) for one in LISTS),
    "suggestions": (PAGE,),
    # A vacancy of another region suits nobody at home, and what does not suit is no suggestion.
    **dict.fromkeys(("suggestion", "dismiss"), (to("vacancy", jobseeker=REGION), *HIDDEN)),
    "contest": (to("vacancy", AT_HOME, jobseeker=REGION), to("draft", AT_HOME), to("submitted", AT_HOME)),
    **dict.fromkeys(("change_work", "remove_work"), (to("work", jobseeker=OWN),)),
    **dict.fromkeys(("application", "started", "withdraw_application"), (to("application", jobseeker=OWN),)),
    **dict.fromkeys(("accept", "decline"), tuple(to(record, {"name": name}, jobseeker=OWN) for name, record in RECEIVED.items())),
    **{record: (to(record, jobseeker=OWN),) for record in RECEIVED.values()},
    **dict.fromkeys(("placement", "confirm_placement", "dispute_placement"), (to("placement", jobseeker=OWN),)),
    "case": (PAGE,),
    "agree_to_plan": (PAGE,),
    **dict.fromkeys(("accept_appointment", "ask_to_move"), (to("appointment", jobseeker=OWN),)),
    **dict.fromkeys(("contract", "sign_contract"), (to("contract", jobseeker=OWN),)),
    "contract_file": (replace(to("contract", jobseeker=OWN), is_missing=not can_make_pdf()),),
    **dict.fromkeys(("searches", "new_search"), (PAGE,)),
    **dict.fromkeys(("run_search", "edit_search", "delete_search"), (to("saved search", jobseeker=OWN),)),
    "apply": (to("vacancy", jobseeker=ALL), *HIDDEN),
    **dict.fromkeys(("agencies", "agency_complaints"), (PAGE,)),
    **dict.fromkeys(("agency_link", "unlink"), (to("link", jobseeker=OWN),)),
    "agency_complaint": (to("complaint", jobseeker=OWN),),
    "complain": (to("agency", jobseeker=ALL),),
    "measures": (PAGE,),
    "business_plan": (PAGE,),
    "measure": (to("enrolment", jobseeker=OWN),),
    "move_measure": tuple(to("enrolment", {"act": act}, jobseeker=OWN) for act in ("sign", "withdraw")),
}
EMPLOYER: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(
        ("home", "company", "places", "colleagues", "claims", "vacancies", "new_vacancy", "candidates", "applications", "placements"), (PAGE,)
    ),
    **dict.fromkeys(
        ("application", "interview", "decline_application", "offer_on_application", "declare_from_application"), (to("application", employer=OWN),)
    ),
    "approaches": tuple(Rule(arguments={"name": name}) for name in APPROACHES),
    "approach": (
        *(to(RECEIVED[name], {"name": name}, employer=OWN) for name in RECEIVED),
        to("unanswered invitation", {"name": "invitations"}, employer=OWN),
    ),
    "offer_on_approach": tuple(to(RECEIVED[name], {"name": name}, employer=OWN) for name in APPROACHES),
    "end_approach": tuple(to(RECEIVED[name], {"name": name}, employer=OWN) for name in ("referrals", "offers")),
    "take_back_invitation": (to("invitation", employer=OWN),),
    "claim": (to("claimable", employer=ALL),),
    "mandates": (PAGE,),
    "duplicates": (PAGE,),
    "decide_duplicate": tuple(to("announced twice", {"act": act}, employer=OWN) for act in ("lead", "apart")),
    "take_back_mandate": (to("mandate", employer=OWN),),
    **dict.fromkeys(("mandate_request", "decline_mandate"), (to("mandate request", employer=OWN),)),
    "agency_complaints": (PAGE,),
    "agency_complaint": (to("complaint"),),
    "complain": (to("agency", employer=ALL),),
    "close_place": (to("place", employer=OWN),),
    "remove_colleague": (to("colleague", employer=OWN),),
    "invite": (to("profile", employer=ALL), to("closed profile")),
    **dict.fromkeys(("placement", "end_placement"), (to("placement", employer=OWN),)),
    "confirm_placement": (to("start to confirm", employer=OWN),),
    "reply": (to("proposal", employer=OWN),),
    **dict.fromkeys(
        ("vacancy", "vacancy_applications", "edit_vacancy", "withdraw_vacancy"), (to("vacancy", employer=OWN), to("draft", employer=OWN))
    ),
    "subsidised_jobs": (PAGE,),
    **dict.fromkeys(("subsidised_job", "sign_subsidised_job"), (to("enrolment", employer=OWN),)),
    "move_vacancy": tuple(to("draft", {"move": move}, employer=OWN) for move in ("submit", "pause", "resume", "renew")),
}
OFFICE: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("queue", "jobseekers", "new_jobseeker", "employers", "vacancies", "all_vacancies", "approve_picked"), (PAGE,)),
    **dict.fromkeys(("placements", "placements_file", "referrals"), (PAGE,)),
    **dict.fromkeys(("jobseeker", "show_identifiers", "new_registration", "refer"), (to("jobseeker", **OFFICE_REGION),)),
    **dict.fromkeys(("renew_registration", "end_registration"), (to("registration", **OFFICE_REGION),)),
    **dict.fromkeys(("employer",), (to("unchecked employer", **OFFICE_REGION),)),
    "decide_employer": tuple(to("unchecked employer", {"decision": word}, **OFFICE_REGION) for word in ("verify", "refuse")),
    "claim": (to("claim", **OFFICE_REGION),),
    "decide_claim": tuple(to("claim", {"decision": word}, **OFFICE_REGION) for word in ("accept", "refuse")),
    **dict.fromkeys(("vacancy", "approve_vacancy", "reject_vacancy"), (to("submitted", **OFFICE_REGION), to("draft"))),
    **dict.fromkeys(("placement", "propose"), (to("placement", **OFFICE_REGION),)),
    "decide": (to("proposal", approver=REGION),),
    "withdraw_referral": (to("referral", **OFFICE_REGION),),
    "candidates": (to("vacancy", **OFFICE_REGION),),
    "contested": (PAGE,),
    "agency_complaints": (PAGE,),
    "agency_complaint": (to("complaint"),),
    "complain": (to("agency", office=ALL, approver=ALL),),
    "cases": (PAGE,),
    "new_absence": (PAGE,),
    "cancel_absence": (to("absence", **OFFICE_REGION),),
    "new_case": (to("jobseeker", **OFFICE_REGION),),
    **dict.fromkeys(("case", "edit_case", "close_case", "override_effort", "return_effort_to_rules"), (to("case", **OFFICE_REGION),)),
    "move_case": (to("case", {"act": "wait"}, **OFFICE_REGION),),
    **dict.fromkeys(("plan", "edit_plan", "new_step"), (to("case", **OFFICE_REGION),)),
    **dict.fromkeys(("new_contact", "new_appointment"), (to("case", **OFFICE_REGION),)),
    **dict.fromkeys(("move_appointment", "miss_appointment"), (to("appointment", **OFFICE_REGION),)),
    "settle_appointment": tuple(to("appointment", {"act": act}, **OFFICE_REGION) for act in ("keep", "cancel")),
    "new_contract": (to("case", **OFFICE_REGION),),
    **dict.fromkeys(("contract", "offer_contract", "record_signature", "end_contract", "new_obligation"), (to("contract", **OFFICE_REGION),)),
    "contract_document": (to("contract", **OFFICE_REGION),),
    "contract_file": (replace(to("contract", **OFFICE_REGION), is_missing=not can_make_pdf()),),
    **dict.fromkeys(("approve_contract", "return_contract"), (to("contract", approver=REGION),)),
    "drop_obligation": (to("obligation", **OFFICE_REGION),),
    "move_obligation": tuple(to("obligation", {"act": act}, **OFFICE_REGION) for act in ("remove", "finish", "reopen")),
    **dict.fromkeys(("edit_step", "drop_step"), (to("plan step", **OFFICE_REGION),)),
    "move_step": (to("plan step", {"act": "finish"}, **OFFICE_REGION),),
    "answer_contested": (to("contested reason", {"answer": "vacancy_right"}, **OFFICE_REGION),),
    **dict.fromkeys(("programme", "enrolments", "subsidised_jobs", "courses", "payments_file"), (PAGE,)),
    "efficiency": (PAGE,),
    "measures_of_person": (to("jobseeker", **OFFICE_REGION),),
    "business_plan": (to("jobseeker", **OFFICE_REGION),),
    **dict.fromkeys(("credits", "repayments", "checks"), (PAGE,)),
    "credit": (to("credit", **OFFICE_REGION),),
    "decide_credit": tuple(to("credit", {"decision": word}, approver=REGION) for word in ("write-off", "keep")),
    "check": (to("check", **OFFICE_REGION),),
    **dict.fromkeys(("outcomes", "projects", "next_place"), (PAGE,)),
    "recommended_measures": (to("jobseeker", **OFFICE_REGION),),
    "outcome": (to("enrolment", **OFFICE_REGION),),
    "moved": (to("relocated", **OFFICE_REGION),),
    **dict.fromkeys(("project", "new_project_payment", "complete_project"), (to("project", **OFFICE_REGION),)),
    "decide_project": tuple(to("project", {"decision": word}, approver=REGION) for word in ("approve", "decline")),
    "decide_project_payment": tuple(to("project payment", {"decision": word}, approver=REGION) for word in ("pay", "refuse")),
    **dict.fromkeys(("enrolment", "prepare", "end_enrolment", "new_payment", "contributions"), (to("enrolment", **OFFICE_REGION),)),
    "move_enrolment": tuple(to("enrolment", {"act": act}, **OFFICE_REGION) for act in ("sign", "start", "withdraw")),
    "decide_enrolment": tuple(to("enrolment", {"decision": word}, approver=REGION) for word in ("approve", "return", "decline")),
    "decide_payment": tuple(to("payment", {"decision": word}, approver=REGION) for word in ("pay", "refuse")),
    "subsidised_job": (to("subsidised post", **OFFICE_REGION),),
    "decide_subsidy_claim": tuple(to("claim of subsidy", {"decision": word}, **OFFICE_REGION) for word in ("accept", "refuse")),
    "course": (to("course", **OFFICE_REGION),),
    **dict.fromkeys(("attendance", "certificate"), (to("learning", **OFFICE_REGION),)),
    **dict.fromkeys(("standards", "new_standard", "promises", "ratings"), (PAGE,)),
    **dict.fromkeys(
        ("standard", "write_standard", "discuss_standard", "report_standard", "withdraw_standard", "new_version"),
        (to("draft standard", **OFFICE_REGION), to("discussed standard", **OFFICE_REGION)),
    ),
    "approve_standard": (to("draft standard", approver=REGION), to("discussed standard", approver=REGION)),
    "remark": (to("remark", **OFFICE_REGION), to("waiting remark", **OFFICE_REGION)),
    "rating": (to("rating", **OFFICE_REGION),),
    **dict.fromkeys(("reports", "instructions", "off_plan"), (PAGE,)),
    "report": (to("report", office=ALL, approver=ALL),),
    "comment_line": (to("report", {"code": "employed"}, office=ALL, approver=ALL),),
    **dict.fromkeys(("instruction", "give_evidence", "ask_extension"), (to("instruction", **OFFICE_REGION), to("department instruction"))),
}
AGENCY: dict[str, tuple[Rule, ...]] = {
    "webhooks": (PAGE,),
    "webhook": (to("webhook", agency=OWN),),
    "change_webhook": tuple(to("webhook", {"act": act}, agency=OWN) for act in ("rotate", "disable", "enable", "test", "replay", "delete")),
    "replay_delivery": (to("webhook delivery", agency=OWN),),
    **dict.fromkeys(("keys", "duplicates"), (PAGE,)),
    "new_key": tuple(to("program", {"kind": kind}, agency=OWN) for kind in ("secret", "key")),
    "revoke_key": (to("key", agency=OWN),),
    "revoke_program": (to("program", agency=OWN),),
    **dict.fromkeys(("home", "licence", "colleagues", "mandates", "ask_mandate", "complaints"), (PAGE,)),
    **dict.fromkeys(("vacancies", "vacancies_file", "new_vacancy", "applications", "candidates", "placements", "placements_file"), (PAGE,)),
    "change_colleague": (to("agency colleague", {"act": "block"}, agency=OWN), to("agency colleague", {"act": "unblock"}, agency=OWN)),
    "withdraw_question": (to("mandate request", agency=OWN),),
    "feed": (PAGE,),
    **dict.fromkeys(("feed_run", "feed_file"), (to("import run", agency=OWN),)),
    "complaint": (to("complaint", agency=OWN),),
    **dict.fromkeys(("vacancy", "edit_vacancy"), (to("vacancy", agency=OWN), *HIDDEN)),
    "move_vacancy": tuple(to("vacancy", {"move": move}, agency=OWN) for move in ("submit", "pause", "resume", "renew", "withdraw")),
    "application": (to("application", agency=OWN),),
    "answer_application": tuple(to("application", {"answer": name}, agency=OWN) for name in ("interview", "decline", "offer", "declare")),
    "candidate": (to("link", agency=OWN),),
    **dict.fromkeys(("withdraw_candidate", "declare_from_referral"), (to("agency referral", agency=OWN), to("referral"))),
    "placement": (to("start to confirm", agency=OWN), to("placement")),
}
HEADQUARTERS_PAGES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("home", "agencies"), (PAGE,)),
    **dict.fromkeys(("users", "invite_user", "jobs", "audit", "read_audit"), (PAGE,)),
    "user": (to("staff account", administrator=ALL),),
    "change_user": tuple(
        to("staff account", {"act": act}, administrator=ALL) for act in ("move", "block", "unblock", "remove-second-factor", "invite-again")
    ),
    "job_again": (Rule(arguments={"job_id": 0}, is_missing=True),),
    **dict.fromkeys(("searches", "searches_file", "lexicon"), (PAGE,)),
    "lexicon_file": (code("skill", "kind"), code("occupation", "kind")),
    "lexicon_word": (to("word", **HEADQUARTERS),),
    "decide_word": (to("word", {"decision": "refuse"}, **HEADQUARTERS),),
    "agency": (to("agency", **HEADQUARTERS),),
    **dict.fromkeys(("agencies_file", "complaints"), (PAGE,)),
    "complaint": (to("complaint", **HEADQUARTERS),),
    **dict.fromkeys(("reports", "new_report", "instructions", "instruction_calendar", "new_instruction", "new_sitting"), (PAGE,)),
    "report": (to("report", **HEADQUARTERS),),
    "report_line": (to("report", {"code": "employed"}, analyst=ALL),),
    "move_report": tuple(to("report", {"act": act}, analyst=ALL) for act in ("compute", "freeze", "sign", "publish")),
    "instruction": tuple(to(record, **HEADQUARTERS) for record in ("instruction", "department instruction")),
    "sitting": (to("sitting", **HEADQUARTERS),),
    **dict.fromkeys(("give_evidence", "ask_extension"), (to("department instruction", analyst=ALL), to("instruction"))),
    "return_evidence": (to("instruction", analyst=ALL),),
    "decide_instruction": tuple(to("instruction", {"act": act}, analyst=ALL) for act in ("accept", "grant", "refuse")),
    "programme": (PAGE,),
    "new_measure": (PAGE,),
    **dict.fromkeys(("measure", "allocations", "next_place"), (to("measure", **HEADQUARTERS),)),
    "efficiency": (PAGE,),
    **dict.fromkeys(("measure", "allocations"), (to("measure", **HEADQUARTERS),)),
    "change_terms": (to("measure", analyst=ALL),),
    "move_measure": tuple(to("measure", {"act": act}, analyst=ALL) for act in ("open", "close")),
    "allocation": (to("allocation", **HEADQUARTERS),),
    "decide_reallocation": tuple(to("reallocation", {"decision": word}, analyst=ALL) for word in ("accept", "refuse")),
    "region": (to("region", **OFFICE_REGION, **HEADQUARTERS),),
    **dict.fromkeys(("standards", "new_standard"), (PAGE,)),
    # The ministry keeps its own standards; those of regions are not its to write, discuss or approve.
    **dict.fromkeys(
        ("standard", "write_standard", "discuss_standard", "report_standard", "withdraw_standard", "new_version", "approve_standard"),
        (to("draft standard"), to("discussed standard")),
    ),
    "remark": (to("remark"), to("waiting remark")),
    "figures": (to("asked region", **OFFICE_REGION, **HEADQUARTERS), only("analyst", "administrator")),
    "explore": (PAGE,),
    "explore_file": (Rule(arguments={"form": "csv"}),),
    "releases": (PAGE,),
    "new_release": (PAGE,),
    "release": (nowhere(name="2001-01.1"),),
    "sign_release": (nowhere(name="2001-01.1"),),
}
PUBLIC: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(
        ("home", "help", "for_employers", "feed", "opensearch", "robots", "security", "sitemap", "sitemap_of_pages", "vacancies", "clear_recent"),
        (PAGE,),
    ),
    **dict.fromkeys(("statistics", "statistics_definitions", "statistics_file"), (PAGE,)),
    "open_data": (PAGE,),
    "open_data_file": (nowhere(name="vacancies-2020-01-01.csv.gz"),),
    **dict.fromkeys(("statistics", "statistics_definitions", "statistics_file", "forecasts", "forecasts_file", "release_calendar"), (PAGE,)),
    **dict.fromkeys((f"{name}_suggestions" for name in ("occupation", "place", "search", "skill")), (Rule(query="q=el"),)),
    "sitemap_of_vacancies": (Rule(arguments={"part": 1}),),
    "employer": (anybody("employer"), to("unchecked employer")),
    "vacancy": (
        anybody("vacancy"),
        anybody("closed vacancy"),
        to("draft", employer=OWN, agency=OWN),
        to("submitted", employer=OWN, agency=OWN, **OFFICE_REGION),
    ),
    "reports": (PAGE,),
    "report": (nowhere(name="half_year.2001-H1.1"), to("name of a draft report")),
    "release": (nowhere(name="2001-01.1"),),
    "release_file": (nowhere(name="2001-01.1", form="csv"),),
    "region_statistics": (anybody("region"),),
    "explore": (PAGE,),
    "explore_file": (Rule(arguments={"form": "csv"}),),
    **dict.fromkeys(("standards", "standards_feed", "standards_monitoring"), (PAGE,)),
    "standard": (anybody("discussed standard"), to("draft standard", **OFFICE_REGION)),
    **dict.fromkeys(("new_remark", "remark_sent"), (anybody("discussed standard"), to("draft standard", **OFFICE_REGION))),
    "standard_differences": (anybody("discussed standard"), to("draft standard")),
    **dict.fromkeys(("confirm_remark", "rate"), (nowhere(secret="nobodys-secret"),)),
    "office_ratings": (anybody("office"),),
}


def terms() -> Mapping[str, object]:
    """Of an offer that starts on the day of the question, which need not be the day on which the tests began."""
    return dict.fromkeys(("starts_on", "answer_by_on"), clock.today().isoformat())


NOTE: Mapping[str, object] = {"note": "Because it is so."}
PROGRAMS: dict[str, dict[str, tuple[Rule, ...]]] = {
    "api_own_vacancies": {
        **dict.fromkeys(("read_own_vacancy", "take_off_vacancy", "read_vacancy_statistics"), (to("pushed", agency=OWN),)),
        "pause_vacancy": (by_program("pushed", {"state": "suspended"}, agency=OWN),),
        "put_vacancy": (Rule(arguments={"source": "ours", "external_id": "new"}),),
        **dict.fromkeys(("list_own_vacancies", "status_of_vacancies"), (PAGE,)),
    },
    "api_imports": {"import_vacancies": (Rule(query="source=ours"),)},
    "api_applications": {
        "list_applications": (PAGE,),
        "read_application": (to("application", agency=OWN),),
        "answer_application": (by_program("application", {"answer": "seen"}, agency=OWN),),
        "offer_on_application": (by_program("application", terms, agency=OWN),),
    },
    "api_invitations": {
        **dict.fromkeys(("list_candidates", "list_invitations", "list_offers", "list_referrals", "invite_candidate"), (PAGE,)),
        # An agency has nothing to do with approaches to vacancies that the employer wrote itself.
        "take_back_invitation": (to("invitation"),),
        "offer_on_invitation": (by_program("invitation", terms),),
        "offer_on_referral": (by_program("referral", terms),),
        "refuse_one_referral": (by_program("referral", NOTE),),
        "take_back_offer": (by_program("offer", NOTE),),
    },
    "api_placements": {
        **dict.fromkeys(("list_placements", "report_placement"), (PAGE,)),
        "read_placement": (to("start to confirm", agency=OWN), to("placement")),
        "add_evidence": (by_program("start to confirm", {"kind": "confirmed"}, agency=OWN), by_program("placement", {"kind": "confirmed"})),
    },
    "api_sandbox": dict.fromkeys(("apply_in_sandbox", "answer_in_sandbox"), (PAGE,)),
    "api_own_feed": {"read_own_feed": (PAGE,)},
    "api_criteria": {
        "list_criteria": (PAGE,),
        "keep_criteria": (Rule(arguments={"criteria_name": "new"}, body={"query": "q=welder"}),),
        **dict.fromkeys(("read_criteria", "drop_criteria", "find_by_criteria"), (to("criteria", agency=OWN),)),
    },
    "api_webhooks": {
        **dict.fromkeys(("list_webhooks", "add_webhook"), (PAGE,)),
        **dict.fromkeys(("delete_webhook", "rotate_webhook", "send_test_message", "list_deliveries"), (to("webhook", agency=OWN),)),
        "replay_deliveries": (to("webhook", agency=OWN),),
    },
}
"""By blueprint and endpoint; whoever is no program is asked to prove itself."""
API: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("api.docs", "api.openapi", "health.healthz", "health.readyz", "health.show_metrics", "root"), (PAGE,)),
    **dict.fromkeys(("api_occupations.list_occupations", "api_regions.list_regions", "api_skills.list_skills"), (PAGE,)),
    **dict.fromkeys(("api_occupations.suggest", "api_skills.suggest"), (Rule(query="q=el"),)),
    "api_forecasts.list_forecasts": (PAGE,),
    "api_releases.list_releases": (PAGE,),
    "api_releases.read_release": (nowhere(name="2001-01.1"),),
    "api_standards.list_standards": (PAGE,),
    "api_standards.read_standard": (anybody("discussed standard"), to("draft standard")),
    **dict.fromkeys(("api_statistics.list_indicators", "api_vacancies.list_vacancies"), (PAGE,)),
    "api_occupations.read_occupation": (code("7411"),),
    **dict.fromkeys(("api_regions.read_region", "api_regions.list_districts"), (code("KZ-71"),)),
    "api_skills.read_skill": (code("ms-excel", "skill_id"),),
    **dict.fromkeys(("api_statistics.read_indicator", "api_statistics.read_series"), (code("placements_declared"),)),
    **dict.fromkeys(("api_feed.read_feed", "api_feed.read_snapshot", "api_exchange.get_all", "api_exchange.get_changes"), (PAGE,)),
    "api_exchange.get_details": (Rule(query="reference=nothing"),),
    "api_vacancies.read_vacancy": (anybody("vacancy"), *HIDDEN),
    **dict.fromkeys(("api_tokens.issue_token", "api_sandbox.open_a_sandbox"), (PAGE,)),
    **{f"{blueprint}.{name}": rules for blueprint, endpoints in PROGRAMS.items() for name, rules in endpoints.items()},
    **dict.fromkeys(("web.static",), (code("theme.css", "filename"),)),
    **dict.fromkeys(("bootstrap.static",), (code("css/bootstrap.min.css", "filename"),)),
}
AREAS = {
    "accounts": ACCOUNTS,
    "jobseeker": JOBSEEKER,
    "employer": EMPLOYER,
    "office": OFFICE,
    "headquarters": HEADQUARTERS_PAGES,
    "agency": AGENCY,
    "public": PUBLIC,
}
TABLE: dict[str, tuple[Rule, ...]] = API | {f"{area}.{name}": rules for area, endpoints in AREAS.items() for name, rules in endpoints.items()}

KINDS_OF_AREA: dict[str, frozenset[ActorKind]] = {
    "jobseeker": frozenset({ActorKind.JOBSEEKER}),
    "employer": frozenset({ActorKind.EMPLOYER}),
    "agency": frozenset({ActorKind.AGENCY}),
    "office": frozenset({ActorKind.OFFICE, ActorKind.APPROVER}),
    "headquarters": frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR}),
}
"""Who the pages of an area are for: what the views declare is held against it."""
EXCEPTIONS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(
        ("office.decide", "office.decide_enrolment", "office.decide_payment", "office.approve_standard"), frozenset({ActorKind.APPROVER})
    ),
    **dict.fromkeys(("office.decide", "office.decide_enrolment", "office.decide_payment"), frozenset({ActorKind.APPROVER})),
    **dict.fromkeys(("office.approve_contract", "office.return_contract"), frozenset({ActorKind.APPROVER})),
    **dict.fromkeys(("office.decide", "office.decide_enrolment", "office.decide_payment", "office.decide_credit"), frozenset({ActorKind.APPROVER})),
    **dict.fromkeys(("office.decide_project", "office.decide_project_payment"), frozenset({ActorKind.APPROVER})),
    **dict.fromkeys(
        (f"headquarters.{name}" for name in ("new_measure", "change_terms", "move_measure", "decide_reallocation")), frozenset({ActorKind.ANALYST})
    ),
    **dict.fromkeys(("headquarters.new_release", "headquarters.sign_release"), frozenset({ActorKind.ANALYST})),
    **dict.fromkeys(
        (f"headquarters.{name}" for name in ("new_report", "report_line", "move_report", "new_instruction", "new_sitting")),
        frozenset({ActorKind.ANALYST}),
    ),
    **dict.fromkeys(
        (f"headquarters.{name}" for name in ("give_evidence", "ask_extension", "return_evidence", "decide_instruction")),
        frozenset({ActorKind.ANALYST}),
    ),
    **dict.fromkeys(
        (f"headquarters.{name}" for name in ("users", "invite_user", "user", "change_user", "jobs", "job_again", "audit", "read_audit")),
        frozenset({ActorKind.ADMINISTRATOR, ActorKind.SYSTEM}),
    ),
    "headquarters.region": frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR, ActorKind.OFFICE, ActorKind.APPROVER}),
    "headquarters.figures": frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR, ActorKind.OFFICE, ActorKind.APPROVER}),
}
PRIVATE_WORDS: dict[ActorKind, frozenset[str]] = {
    ActorKind.VISITOR: frozenset(),
    ActorKind.JOBSEEKER: OWN,
    ActorKind.EMPLOYER: OWN,
    ActorKind.AGENCY: OWN,
    ActorKind.OFFICE: REGION | {HIDDEN_PERSON},
    ActorKind.APPROVER: REGION | {HIDDEN_PERSON},
    ActorKind.ANALYST: frozenset(),
    ActorKind.ADMINISTRATOR: frozenset(),
}
"""Whose private words each kind of actor may ever read: the ministry nobody's."""
