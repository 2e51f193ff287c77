"""Who is let in, and how a refusal reads."""

from labour_exchange.commands.conformance.run import Run

LANGUAGES = ("kk", "ru", "en")


def check_access(run: Run) -> None:
    names = ("token_is_given", "wrong_secret_is_refused", "without_credentials_is_refused", "wrong_token_is_refused", "problem_has_code_and_request")
    names += ("problem_is_in_three_languages", "limits_are_told", "document_names_the_addresses")
    with run.report.guarding(*names):
        token = run.client.take_token()
        run.report.check("token_is_given", token.status == 200 and token.json["token_type"].lower() == "bearer", token.status)
        run.report.check("wrong_secret_is_refused", run.client.take_token("wrong").status in (400, 401), "let in")
        bare = run.visitor.get("/api/v1/own/vacancies")
        run.report.check("without_credentials_is_refused", bare.status == 401 and "Bearer" in bare.headers.get("WWW-Authenticate", ""), bare.status)
        wrong = run.visitor.get("/api/v1/own/vacancies", {"Authorization": "Bearer nothing"})
        run.report.check("wrong_token_is_refused", wrong.status == 401, wrong.status)
        is_problem = bare.headers.get_content_type() == "application/problem+json" and bool(bare.code) and bool(bare.json["request_id"])
        run.report.check("problem_has_code_and_request", is_problem, bare.body)
        details = {run.visitor.get("/api/v1/own/vacancies", lang=one).json["detail"] for one in LANGUAGES}
        run.report.equal("problem_is_in_three_languages", len(details), 3)
        limited = run.client.get("/api/v1/own/vacancies", limit=1)
        run.report.check("limits_are_told", limited.headers.get("RateLimit-Remaining"), dict(limited.headers))
        paths = run.visitor.get("/api/v1/openapi.json").json["paths"]
        wanted = {"/api/v1/vacancies:import", "/api/v1/feed/vacancies", "/api/v1/feed/agency", "/api/v1/webhooks", "/api/v1/placements"}
        run.report.check("document_names_the_addresses", wanted <= set(paths), wanted - set(paths))
