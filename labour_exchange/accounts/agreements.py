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
AGENCY_LINK = Agreement(
    subject="agency_link",
    version="2026-11",
    title=Text(kk="Агенттікпен байланысуға келісім", ru="Согласие на связь с агентством", en="Consent to a link with an agency"),
    text=Text(
        kk="Таңдаған агенттігім профилімді көріп, мені өзіне өкілеттік берген жұмыс берушілердің бос "
        "орындарына ұсына алады. Аты-жөнім мен телефонымды "
        "рұқсат берсем ғана көреді. Агенттік бұл үшін менен ақы ала алмайды. Оның деректерімді қашан "
        "қарағанын көремін. Байланысты кез келген уақытта "
        "тоқтатамын, содан кейін агенттік мен туралы ештеңе көрмейді.",
        ru="Выбранное мной агентство видит мой профиль и может направлять меня на вакансии работодателей, "
        "которые дали ему полномочия. Имя и телефон оно "
        "видит, только если я это разрешу. Брать с меня за это плату агентству запрещено. Мне видно, когда агентство смотрело мои данные. "
        "Я могу прекратить связь в любое время, и после этого агентство ничего обо мне не увидит.",
        en="The agency I chose reads my profile and may refer me to vacancies of employers who gave it a "
        "mandate. It sees my name and phone only if I allow it. "
        "It must not charge me for this. I see when it looked at my data. I can end the link at any "
        "time, and from then on the agency sees nothing of me.",
    ),
)
FOLLOW_UP_PARTNER = Agreement(
    subject="follow_up_partner",
    version="2026-11",
    title=Text(kk="Серіктеске келісім", ru="Согласие на партнёра", en="Consent to a follow-up partner"),
    text=Text(
        kk="Осы ұйым бетте көрсетілгенді ғана көреді: мен таңдаған атты, жоспардың аталған қадамдарын және онымен келісілген "
        "кездесулерді. Ол менімен байланысқаны және қадамның орындалғаны туралы жазады, оны мен де, маманым да оқимыз. Мені қашан "
        "қарағанын көремін. Келісімді кез келген уақытта қайтарып аламын, сол сәттен бастап ұйым мен туралы ештеңе көрмейді.",
        ru="Эта организация видит только то, что показано на странице: имя, которое я выберу, названные шаги плана и встречи с ней. "
        "Она записывает, когда связывалась со мной и что шаг выполнен; это читаем и я, и мой специалист. Мне видно, когда она смотрела "
        "мои данные. Я могу отозвать согласие в любое время, и с этой минуты организация ничего обо мне не увидит.",
        en="This organisation sees only what the page shows: the name I choose, the named steps of my plan, and its appointments with me. "
        "It writes down when it was in contact with me and that a step is done; my officer and I both read that. I see when it looked at "
        "me. I can withdraw my consent at any time, and from that moment the organisation sees nothing of me.",
    ),
)
AGREEMENTS = {agreement.subject: agreement for agreement in (PERSONAL_DATA, TERMS, AGENCY_LINK, FOLLOW_UP_PARTNER)}
