"""The words of the demo's standards, remarks and ratings, in the languages people write in."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text
from labour_exchange.standards.states import Promise

EVERYBODY = Text(kk="Жұмыс іздейтін кез келген адам", ru="Любой, кто ищет работу", en="Anybody who looks for work")
UNEMPLOYED = Text(kk="Жұмыссыз ретінде тіркелген адамдар", ru="Зарегистрированные безработные", en="People who are registered as unemployed")
EMPLOYERS = Text(
    kk="Бос орын туралы хабарлайтын жұмыс берушілер", ru="Работодатели, которые сообщают о вакансии", en="Employers who notify a vacancy"
)
IDENTITY = Text(kk="Жеке куәлік", ru="Удостоверение личности", en="Identity card")
NO_DOCUMENTS = Text(kk="Құжат қажет емес", ru="Документы не нужны", en="No documents are needed")


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the exchange with its words."""

    promise: Promise | None
    title: Text
    audience: Text
    documents: Text
    term_days: int
    paragraphs: tuple[Text, ...]


REGISTRATION = Service(
    Promise.REGISTRATION,
    Text(kk="Жұмыс іздеушіні тіркеу", ru="Регистрация ищущего работу", en="Registration of a jobseeker"),
    EVERYBODY,
    IDENTITY,
    1,
    (
        Text(
            kk="Тұрғылықты жеріңіздегі бөлімшеге келіңіз немесе сайтта өтініш беріңіз.",
            ru="Придите в отделение по месту жительства или подайте заявление на сайте.",
            en="Come to the office where you live, or apply on the site.",
        ),
        Text(
            kk="Бөлімше сізді келесі жұмыс күнінен кешіктірмей тізілімге енгізеді.",
            ru="Отделение внесёт вас в реестр не позже следующего рабочего дня.",
            en="The office puts you on the register by the next working day.",
        ),
        Text(
            kk="Тіркеуден бас тартылса, себебі мен шағымдану тәртібі жазбаша беріледі.",
            ru="Если в регистрации отказано, причину и порядок обжалования дают письменно.",
            en="If registration is refused, the reason and the way to appeal are given in writing.",
        ),
        Text(kk="Қызмет тегін көрсетіледі.", ru="Услуга бесплатна.", en="The service is free of charge."),
    ),
)
VACANCY_CHECK = Service(
    Promise.VACANCY_CHECK,
    Text(kk="Бос орынды тексеру және жариялау", ru="Проверка и публикация вакансии", en="Check and publication of a vacancy"),
    EMPLOYERS,
    NO_DOCUMENTS,
    1,
    (
        Text(
            kk="Бос орын туралы хабарды сайтта толтырыңыз немесе агенттік арқылы жіберіңіз.",
            ru="Заполните вакансию на сайте или пришлите через агентство.",
            en="Write the vacancy on the site, or send it through an agency.",
        ),
        Text(
            kk="Өңірдің бөлімшесі оны бір жұмыс күні ішінде тексереді.",
            ru="Отделение региона проверит её за один рабочий день.",
            en="The office of the region checks it within one working day.",
        ),
        Text(
            kk="Хабарландыру қабылданбаса, қай талап заңға сай еместігі және оны қалай түзету керектігі айтылады.",
            ru="Если вакансия отклонена, вам назовут требование, которое нарушает закон, и как его исправить.",
            en="If it is rejected, you are told which requirement breaks the law and how to correct it.",
        ),
    ),
)
REFERRAL = Service(
    Promise.REFERRAL,
    Text(kk="Жұмыссыз адамға жолдама беру", ru="Направление безработного на работу", en="Referral of an unemployed person"),
    UNEMPLOYED,
    IDENTITY,
    10,
    (
        Text(
            kk="Тіркелген күннен бастап он жұмыс күні ішінде бөлімше сізге лайықты бос орынға жолдама береді.",
            ru="В течение десяти рабочих дней после регистрации отделение направит вас на подходящую вакансию.",
            en="Within ten working days of registration the office refers you to a suitable vacancy.",
        ),
        Text(
            kk="Лайықты орын болмаса, маман оқу немесе басқа шара ұсынады.",
            ru="Если подходящей вакансии нет, специалист предложит обучение или другую меру.",
            en="If there is no suitable vacancy, an officer proposes training or another measure.",
        ),
        Text(
            kk="Жолдамадан себебін айтып бас тартуға болады.",
            ru="От направления можно отказаться, объяснив причину.",
            en="You may decline a referral and say why.",
        ),
    ),
)
REFERRAL_BEFORE = Service(
    Promise.REFERRAL,
    REFERRAL.title,
    REFERRAL.audience,
    Text(kk="Жеке куәлік, еңбек кітапшасы", ru="Удостоверение личности, трудовая книжка", en="Identity card, employment record book"),
    15,
    (
        Text(
            kk="Тіркелген күннен бастап он бес жұмыс күні ішінде бөлімше сізге бос орынға жолдама береді.",
            ru="В течение пятнадцати рабочих дней после регистрации отделение направит вас на вакансию.",
            en="Within fifteen working days of registration the office refers you to a vacancy.",
        ),
        REFERRAL.paragraphs[2],
    ),
)
COUNSELLING = Service(
    None,
    Text(kk="Кәсіптік бағдар беру", ru="Профориентация", en="Careers guidance"),
    EVERYBODY,
    NO_DOCUMENTS,
    3,
    (
        Text(
            kk="Кеңеске сайтта немесе телефон арқылы жазылыңыз. Бөлімше үш жұмыс күні ішінде уақыт белгілейді.",
            ru="Запишитесь на консультацию на сайте или по телефону. Отделение назначит время в течение трёх рабочих дней.",
            en="Book a meeting on the site or by phone. The office gives you a time within three working days.",
        ),
        Text(
            kk="Кеңес кемінде отыз минутқа созылады, қажет болса қайталанады.",
            ru="Консультация длится не меньше тридцати минут и при необходимости повторяется.",
            en="A meeting lasts at least thirty minutes and is repeated when needed.",
        ),
        Text(
            kk="Кеңестен кейін қолыңызға жазбаша ұсыным беріледі.",
            ru="После консультации вам выдадут письменную рекомендацию.",
            en="After the meeting you are given a written recommendation.",
        ),
    ),
)
# Paragraph, kind, language, words; what becomes of them; the answer.
REMARKS = (
    (
        1,
        "proposal",
        "kk",
        "Кешкі уақытта да жазылуға мүмкіндік болсын: күндіз жұмыс істейтіндер бар.",
        "published",
        "taken",
        "Кешкі 20:00-ге дейін кеңес аптасына екі рет өткізіледі.",
    ),
    (1, "proposal", "ru", "Нужны часы приёма вечером, днём многие заняты.", "duplicate", None, ""),
    (2, "remark", "ru", "Тридцати минут мало тем, кто меняет профессию.", "published", None, ""),
    (3, "proposal", "en", "Send the recommendation by e-mail as well, not only on paper.", "waiting", None, ""),
    (0, "remark", "ru", "Ремонт квартир недорого.", "advertising", None, ""),
)
RATING_WORDS = (
    (5, "kk", "Бәрі тез шешілді, рақмет.", "published", "Рақмет, бізге сенім артқаныңызға қуаныштымыз."),
    (
        2,
        "ru",
        "Ждать пришлось дольше обещанного, никто не предупредил.",
        "published",
        "Извините за ожидание. Теперь о задержке предупреждаем по телефону.",
    ),
    (4, "en", "Friendly and clear.", "published", ""),
    (1, "ru", "Окно было закрыто в рабочее время.", "waiting", ""),
)
COMPLAINTS = (
    (
        "kk",
        "explanation",
        "Бөлімшеге екі рет келдім, екі ретінде де маман орнында болмады. Ешкім себебін айтпады.",
        "justified",
        "Сол күндері маман ауырып қалған, орнына ешкім қойылмаған. Кешірім сұраймыз. Енді кезек басқа маманға ауысады.",
    ),
    (
        "ru",
        "deed",
        "Обещали направление на работу за десять дней, прошло три недели, а мне никто не позвонил.",
        "partly",
        "Первое направление вы не получили из-за ошибки в номере телефона. Номер исправили, направление выдали в тот же день.",
    ),
    (
        "ru",
        "explanation",
        "Регистрацию сделали только на третий день, хотя документы я принёс сразу и полностью.",
        "not_justified",
        "По записям не хватало одной страницы удостоверения, её принесли на второй день. Срок отсчитан с этого дня.",
    ),
    (
        "en",
        "correction",
        "My date of registration is one week later than the day on which I came to the office.",
        "justified",
        "You are right: the form lay on a desk for a week. The date is corrected, and the desk is emptied every evening now.",
    ),
    (
        "kk",
        "other_officer",
        "Маман сұрақтарыма жауап бермей, басқа күні келіңіз деді. Басқа күні де солай болды.",
        "justified",
        "Сізге басқа маман бөлінді, ол сізбен байланысты. Алғашқы маманмен әңгіме өткізілді.",
    ),
    (
        "ru",
        "apology",
        "Ждал в очереди два часа, хотя был записан на определённое время. Со мной говорили грубо.",
        "partly",
        "Запись сбилась из-за поломки, за ожидание просим прощения. Грубость подтвердить не удалось, в зале её никто не слышал.",
    ),
)
"""Language, what is wanted, what happened, what was found, what was answered."""
FURTHER = "Ответ ничего не меняет: срок прошёл, а направления у меня по-прежнему нет. Прошу посмотреть ещё раз."
DECIDED = "Отделение отсчитало срок неверно. Направление выдано сегодня, отделению указано пересчитать остальные."
NO_REMARKS = "Талқылау кезінде ескерту түскен жоқ. / Во время обсуждения замечаний не поступило. / No remark came in during the discussion."
REPORT = (
    "Талқылауға бір адам қатысты. Кешкі қабылдау туралы ұсыныс қабылданды. / "
    "В обсуждении участвовал один человек, предложение о вечернем приёме принято. / "
    "One person took part; the proposal of evening hours was taken over."
)
