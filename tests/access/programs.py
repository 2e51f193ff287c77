"""The rows of the access matrix for programs: what the interface answers whom."""

from collections.abc import Mapping

from labour_exchange.foundation import clock
from tests.access.rules import HIDDEN, OWN, PAGE, Rule, anybody, by_program, code, nowhere, to


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
