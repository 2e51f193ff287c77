"""What people agree to when they register, each text with the version that is in force."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Agreement:
    """One text to agree to. A changed text gets a new version; a consent names the version that was read."""

    subject: str
    version: str
    title: Text
    text: Text


PERSONAL_DATA = Agreement(
    subject="personal_data",
    version="2026-11",
    title=Text(
        kk="Жеке деректерді өңдеуге келісім",
        ru="Согласие на обработку персональных данных",
        en="Consent to the processing of personal data",
    ),
    text=Text(
        kk="Биржа ЖСН-імді, аты-жөнімді, байланыс деректерімді және еңбек жолым туралы мәліметті маған жұмыс табу үшін ғана сақтайды және өңдейді. "
        "Жұмыс беруші менің байланыс деректерімді мен өтінім бергеннен немесе шақыруды қабылдағаннан кейін ғана көреді. "
        "Келісімді кез келген уақытта қайтарып алып, деректерімді жүктеп ала немесе өшірте аламын.",
        ru="Биржа хранит и обрабатывает мой ИИН, имя, контакты и сведения о трудовом пути только для того, чтобы найти мне работу. "
        "Работодатель видит мои контакты лишь после того, как я откликнусь или приму приглашение. "
        "Я могу в любое время отозвать согласие, выгрузить свои данные или удалить их.",
        en="The exchange keeps and processes my IIN, name, contacts and work history only in order to find me work. "
        "An employer sees my contacts only after I apply or accept an invitation. "
        "I can take my consent back, download my data or have it erased at any time.",
    ),
)
TERMS = Agreement(
    subject="terms",
    version="2026-11",
    title=Text(kk="Пайдалану шарттары", ru="Условия использования", en="Terms of use"),
    text=Text(
        kk="Мен ұйым атынан әрекет етуге құқылымын. Хабарландыруларымыз шын, жұмыс іздеушіден ақы алынбайды, "
        "үміткерлердің деректері тек жұмысқа алу үшін пайдаланылады.",
        ru="Я вправе действовать от имени организации. Наши вакансии настоящие, с соискателей плата не берётся, "
        "данные кандидатов используются только для найма.",
        en="I may act for this organisation. Our vacancies are real, jobseekers pay nothing, and candidates' data is used for hiring only.",
    ),
)
AGREEMENTS = {agreement.subject: agreement for agreement in (PERSONAL_DATA, TERMS)}
