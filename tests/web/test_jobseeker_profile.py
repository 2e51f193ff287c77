"""The profile is written section by section: what is wrong is said beside its field, and a second editor sees both texts."""

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from labour_exchange.classifications.skills import is_essential, skills_of
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories import jobseekers as people
from tests.web.test_jobseeker_pages import profile_of, signed_in


def about(session: Session, person: Jobseeker, **facts: str) -> dict[str, object]:
    return {"headline": "Cook", "summary": "", "language": "en", "version": profile_of(session, person).version} | facts


def test_what_is_wrong_is_said_and_what_was_written_stays(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    answer = client.post("/en/jobseeker/profile/about", data=about(session, person, summary="Call 8 700 123 45 67"))
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert 'href="#summary"' in answer.text
    assert "Call 8 700 123 45 67" in answer.text
    assert profile_of(session, person).headline == ""
    assert client.post("/en/jobseeker/profile/about", data=about(session, person, headline="")).status_code == 422
    assert client.post("/en/jobseeker/profile/about", data=about(session, person)).status_code == 303
    assert profile_of(session, person).headline == "Cook"


def test_a_second_editor_sees_both_texts_and_may_save(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    read = about(session, person)
    assert client.post("/en/jobseeker/profile/about", data=read | {"headline": "Baker"}).status_code == 303
    conflict = client.post("/en/jobseeker/profile/about", data=read | {"headline": "Butcher"})
    assert conflict.status_code == 409
    assert "Baker" in conflict.text
    assert "Butcher" in conflict.text
    assert "Keep what is saved" in conflict.text
    now = profile_of(session, person)
    assert now.headline == "Baker"
    assert f'name="version" type="hidden" value="{now.version}"' in conflict.text
    assert client.post("/en/jobseeker/profile/about", data=read | {"headline": "Butcher", "version": now.version}).status_code == 303
    assert profile_of(session, person).headline == "Butcher"


def test_an_occupation_is_added_by_code_by_its_name_or_by_choosing(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    page = "/en/jobseeker/profile/occupations"
    assert client.post(page, data={"name": "whatever was shown", "code": "5120"}).status_code == 303
    assert client.post(page, data={"name": "lawyers"}).status_code == 303
    unsure = client.post(page, data={"name": "teach"})
    assert unsure.status_code == 422
    assert "Did you mean one of these?" in unsure.text
    assert client.post(page, data={"name": "zzzz"}).status_code == 422
    assert client.post(page, data={"name": "again", "code": "5120"}).status_code == 303
    assert profile_of(session, person).occupation_codes == ["5120", "2611"]
    version = profile_of(session, person).version
    assert client.post(f"{page}/remove", data={"place": 0, "version": version}).status_code == 303
    assert client.post(f"{page}/remove", data={"place": 0, "version": version}).status_code == 409
    assert client.post(f"{page}/remove", data={"place": 7, "version": version}).status_code == 404
    assert profile_of(session, person).occupation_codes == ["2611"]


def test_a_sixth_occupation_is_refused_in_words(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.with_profile(session, occupation_codes=["5120", "2611", "7411", "2310", "9112"]))
    answer = client.post("/en/jobseeker/profile/occupations", data={"name": "x", "code": "2411"})
    assert answer.status_code == 422
    assert "At most 5" in answer.text
    assert len(profile_of(session, person).occupation_codes) == 5


def test_skills_languages_and_schools_are_added(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    assert client.post("/en/jobseeker/profile/skills", data={"name": "excel"}).status_code == 303
    assert client.post("/en/jobseeker/profile/languages", data={"code": "kk", "level": "B1"}).status_code == 303
    assert client.post("/en/jobseeker/profile/languages", data={"code": "kk", "level": "native"}).status_code == 303
    assert client.post("/en/jobseeker/profile/languages", data={"code": "xx", "level": "native"}).status_code == 422
    school = {"level": "6", "institution": "Invented University", "subject": "", "finished_in": "2014"}
    assert client.post("/en/jobseeker/profile/education", data=school).status_code == 303
    assert client.post("/en/jobseeker/profile/education", data=school | {"finished_in": "1812"}).status_code == 422
    profile = profile_of(session, person)
    assert profile.skills == ["ms-excel"]
    assert profile.languages == [{"code": "kk", "level": "native"}]
    assert (profile.education_level, len(profile.education)) == (6, 1)


def test_the_skills_page_offers_what_the_wished_work_needs_and_forgets_what_is_named(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.with_profile(session, occupation_codes=["7212"], skills=["welding-mig"]))
    needed = [one for one in skills_of("7212") if is_essential(one.id, "7212") and one.id != "welding-mig"]
    useful = [one for one in skills_of("7212") if not is_essential(one.id, "7212")]
    page = client.get("/en/jobseeker/profile/skills").text
    assert page.index(f'value="{needed[0].id}"') < page.index(f'value="{useful[0].id}"')
    assert 'value="welding-mig"' not in page
    assert client.post("/en/jobseeker/profile/skills", data={"name": needed[0].name.en, "code": needed[0].id}).status_code == 303
    assert profile_of(session, person).skills == ["welding-mig", needed[0].id]
    assert f'value="{needed[0].id}"' not in client.get("/en/jobseeker/profile/skills").text


def test_wishes_and_licences_are_saved(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    version = profile_of(session, person).version
    wishes = {"pay_from": "250 000", "hours": ["full", "shift"], "employment_kinds": ["permanent"], "move_regions": ["KZ-75"], "wants_remote": "y"}
    assert client.post("/en/jobseeker/profile/wishes", data=wishes | {"version": version}).status_code == 303
    profile = profile_of(session, person)
    assert (profile.pay_from, profile.hours, profile.move_regions, profile.wants_remote) == (250_000, ["full", "shift"], ["KZ-75"], True)
    conflict = client.post("/en/jobseeker/profile/wishes", data={"pay_from": "300000", "version": version})
    assert conflict.status_code == 409
    assert "300\u202f000" in conflict.text or "300,000" in conflict.text
    sent = {"licences": ["driving-b"], "version": profile.version}
    assert client.post("/en/jobseeker/profile/licences", data=sent).status_code == 303
    assert profile_of(session, person).licences == ["driving-b"]


def test_a_job_is_added_once_changed_and_removed(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.jobseeker(session))
    first_day = {"started_on-day": "1", "started_on-month": "9", "started_on-year": "2019"}
    job = {"title": "Cook", "employer_name": "Invented Canteen", "submission_id": "6b8f9a4e-3f0e-4b57-9b0e-2f8a1c8e9d10"} | first_day
    for _ in range(2):
        assert client.post("/en/jobseeker/profile/work/new", data=job).status_code == 303
    profile = profile_of(session, person)
    assert [entry.title for entry in profile.work_history] == ["Cook"]
    assert profile.experience_months > 60
    entry_id = profile.work_history[0].id
    unknown = client.post("/en/jobseeker/profile/work/new", data=job | {"occupation": "zzzz", "submission_id": ""})
    assert unknown.status_code == 422
    page = f"/en/jobseeker/profile/work/{entry_id}"
    assert "Invented Canteen" in client.get(page).text
    changed = client.post(page, data=job | {"title": "Chef", "occupation": "cooks", "version": profile.version})
    assert changed.status_code == 303
    profile = profile_of(session, person)
    assert (profile.work_history[0].title, profile.work_history[0].occupation_code) == ("Chef", "5120")
    stale = client.post(page, data=job | {"title": "Waiter", "version": profile.version - 1})
    assert stale.status_code == 409
    assert "Chef" in stale.text
    assert "Waiter" in stale.text
    assert client.post(f"{page}/remove", data={"version": profile.version}).status_code == 303
    assert profile_of(session, person).work_history == []


def test_a_job_of_somebody_else_does_not_exist(client: FlaskClient, session: Session) -> None:
    other = people.with_profile(session)
    entry = profile_of(session, other).work_history[0]
    version = profile_of(session, signed_in(client, session, people.with_profile(session))).version
    for answer in (
        client.get(f"/en/jobseeker/profile/work/{entry.id}"),
        client.post(f"/en/jobseeker/profile/work/{entry.id}", data={"title": "Taken"}),
        client.post(f"/en/jobseeker/profile/work/{entry.id}/remove", data={"version": version}),
    ):
        assert answer.status_code == 404
        assert "Invented Works" not in answer.text
    assert profile_of(session, other).work_history[0].title == "Electrician"
