"""What is said of vacancies in three languages: names of states and conditions, codes of rejection, refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, RejectionCode, VacancySource, VacancyState

STATES = {
    VacancyState.DRAFT: Text(kk="Нобай", ru="Черновик", en="Draft"),
    VacancyState.SUBMITTED: Text(kk="Тексерілуде", ru="На проверке", en="Being checked"),
    VacancyState.PUBLISHED: Text(kk="Жарияланған", ru="Опубликована", en="Published"),
    VacancyState.SUSPENDED: Text(kk="Тоқтатылған", ru="Приостановлена", en="Paused"),
    VacancyState.FILLED: Text(kk="Орын толды", ru="Места заняты", en="Filled"),
    VacancyState.WITHDRAWN: Text(kk="Алынып тасталған", ru="Снята", en="Withdrawn"),
    VacancyState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    VacancyState.REJECTED: Text(kk="Қабылданбады", ru="Отклонена", en="Rejected"),
}
REJECTIONS = {
    RejectionCode.NOT_A_JOB: Text(kk="Бұл жұмыс ұсынысы емес", ru="Это не предложение работы", en="It does not offer a job"),
    RejectionCode.UNLAWFUL_REQUIREMENT: Text(
        kk="Заңсыз талап бар: жасы, жынысы, ұлты немесе отбасы жағдайы",
        ru="Есть незаконное требование: возраст, пол, национальность или семейное положение",
        en="It asks for age, sex, nationality or family status, which the law forbids",
    ),
    RejectionCode.BELOW_MINIMUM_WAGE: Text(kk="Жалақы ең төменгі мөлшерден аз", ru="Оплата ниже минимальной", en="The pay is below the minimum wage"),
    RejectionCode.FEE_CHARGED: Text(kk="Жұмыс іздеушіден ақша талап етіледі", ru="С соискателя требуют деньги", en="It asks jobseekers for money"),
    RejectionCode.DUPLICATE: Text(kk="Мұндай бос орын жарияланған", ru="Такая вакансия уже есть", en="The same vacancy is published already"),
    RejectionCode.EMPLOYER_NOT_VERIFIED: Text(kk="Жұмыс беруші тексерілмеген", ru="Работодатель не подтверждён", en="The employer is not verified"),
    RejectionCode.CONTACT_IN_TEXT: Text(
        kk="Мәтінде байланыс деректері бар. Оларды арнайы жолға жазыңыз",
        ru="В тексте есть контакты. Укажите их в отдельном поле",
        en="The text holds contact details. Put them into their own field",
    ),
    RejectionCode.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
DOUBTS = {
    RejectionCode.UNLAWFUL_REQUIREMENT: Text(kk="Заңсыз талап", ru="Незаконное требование", en="Unlawful requirement"),
    RejectionCode.BELOW_MINIMUM_WAGE: Text(kk="Жалақысы аз", ru="Низкая оплата", en="Low pay"),
    RejectionCode.FEE_CHARGED: Text(kk="Ақша сұрайды", ru="Просят деньги", en="Asks for money"),
    RejectionCode.CONTACT_IN_TEXT: Text(kk="Байланыс мәтінде", ru="Контакты в тексте", en="Contacts in the text"),
}
"""What rules.doubts notices, in a word or two."""
REMEDIES = {
    RejectionCode.NOT_A_JOB: Text(
        kk="Қандай жұмыс, қайда және қанша төленетінін жазыңыз.",
        ru="Напишите, какая это работа, где она и сколько за неё платят.",
        en="Say what the work is, where it is and what it pays.",
    ),
    RejectionCode.UNLAWFUL_REQUIREMENT: Text(
        kk="Атауы мен мәтінінен бұл талапты алып, қайта жіберіңіз.",
        ru="Уберите это требование из названия и текста и отправьте снова.",
        en="Take this requirement out of the title and the text and hand it in again.",
    ),
    RejectionCode.BELOW_MINIMUM_WAGE: Text(
        kk="Толық жұмыс күніне ең төменгі жалақыдан кем емес мөлшер жазыңыз.",
        ru="Укажите за полный день не меньше минимальной оплаты.",
        en="State at least the minimum wage for full time.",
    ),
    RejectionCode.FEE_CHARGED: Text(
        kk="Жұмысқа алу үшін ақша сұрауға болмайды. Ол шартты алып тастаңыз.",
        ru="Брать деньги за приём на работу нельзя. Уберите это условие.",
        en="Nobody may be asked for money to get a job. Take the condition out.",
    ),
    RejectionCode.DUPLICATE: Text(
        kk="Жарияланған хабарландыруды өзгертіңіз, екіншісі керек емес.",
        ru="Измените уже опубликованную вакансию: вторая не нужна.",
        en="Change the vacancy that is published already; a second one is not needed.",
    ),
    RejectionCode.EMPLOYER_NOT_VERIFIED: Text(
        kk="Бөлімшеге тіркеу туралы куәлікпен хабарласыңыз.",
        ru="Обратитесь в отделение со свидетельством о регистрации.",
        en="Go to the office with your certificate of registration.",
    ),
    RejectionCode.CONTACT_IN_TEXT: Text(
        kk="Телефон мен поштаны мәтіннен алып, «Байланыс» бөліміне жазыңыз.",
        ru="Перенесите телефон и почту из текста в раздел «Контакты».",
        en="Move phone and mail from the text to the contact section.",
    ),
    RejectionCode.OTHER: Text(
        kk="Себебін оқып, түзетіп, қайта жіберіңіз.",
        ru="Прочитайте причину, исправьте и отправьте снова.",
        en="Read the reason, correct it and hand it in again.",
    ),
}
ACTIONS = {
    "submit": Text(kk="Тексеруге жіберілді", ru="Отправлена на проверку", en="Handed in to be checked"),
    "publish": Text(kk="Жарияланды", ru="Опубликована", en="Published"),
    "recheck": Text(kk="Өзгертілді, қайта тексеріледі", ru="Изменена и снова на проверке", en="Changed, to be checked again"),
    "suspend": Text(kk="Тоқтатылды", ru="Приостановлена", en="Paused"),
    "resume": Text(kk="Қайта ашылды", ru="Возобновлена", en="Resumed"),
    "fill": Text(kk="Орындардың бәрі толды", ru="Все места заняты", en="Every post filled"),
    "reopen": Text(kk="Қайта ашылды", ru="Открыта снова", en="Opened again"),
    "withdraw": Text(kk="Алынып тасталды", ru="Снята", en="Withdrawn"),
    "expire": Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    "renew": Text(kk="Қайта жарияланды", ru="Опубликована снова", en="Published again"),
    "reject": Text(kk="Қабылданбады", ru="Отклонена", en="Rejected"),
}
WITHDRAWALS = {
    "filled_elsewhere": Text(kk="Адамды басқа жолмен таптық", ru="Нашли человека другим путём", en="We found somebody in another way"),
    "not_needed": Text(kk="Жұмыскер керек болмай қалды", ru="Работник больше не нужен", en="Nobody is needed any more"),
    "changed": Text(kk="Шарттары өзгерді, жаңасын жазамыз", ru="Условия изменились, напишем новую", en="The terms changed; we will write a new one"),
    "other": Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
EMPLOYMENT_KINDS = {
    EmploymentKind.PERMANENT: Text(kk="Тұрақты", ru="Постоянная", en="Permanent"),
    EmploymentKind.FIXED_TERM: Text(kk="Мерзімді шарт", ru="На определённый срок", en="Fixed term"),
    EmploymentKind.SEASONAL: Text(kk="Маусымдық", ru="Сезонная", en="Seasonal"),
    EmploymentKind.TEMPORARY: Text(kk="Уақытша", ru="Временная", en="Temporary"),
}
HOURS = {
    Hours.FULL: Text(kk="Толық жұмыс күні", ru="Полный день", en="Full time"),
    Hours.PART: Text(kk="Толық емес жұмыс күні", ru="Неполный день", en="Part time"),
    Hours.SHIFT: Text(kk="Ауысымдық", ru="Сменный график", en="Shifts"),
    Hours.ROTATIONAL: Text(kk="Вахталық", ru="Вахта", en="Rotational"),
}
EXPERIENCE = {
    Experience.NONE: Text(kk="Тәжірибе керек емес", ru="Без опыта", en="No experience needed"),
    Experience.YEAR_1_3: Text(kk="1–3 жыл", ru="1–3 года", en="1 to 3 years"),
    Experience.YEAR_3_6: Text(kk="3–6 жыл", ru="3–6 лет", en="3 to 6 years"),
    Experience.OVER_6: Text(kk="6 жылдан көп", ru="Более 6 лет", en="Over 6 years"),
}
SOURCES = {
    VacancySource.DIRECT: Text(kk="Жұмыс берушіден", ru="От работодателя", en="From the employer"),
    VacancySource.AGENCY: Text(kk="Агенттіктен", ru="От агентства", en="From an agency"),
    VacancySource.IMPORT: Text(kk="Жұмыс сайтынан", ru="С сайта объявлений", en="From a job site"),
}
TITLE_MISSING = Message(
    "title_missing",
    Text(
        kk="Лауазым атауын жазыңыз, мысалы: электр монтері.",
        ru="Напишите название должности, например: электромонтёр.",
        en="Give the job's title, for example: electrician.",
    ),
)
TITLE_LONG = Message(
    "title_long",
    Text(kk="Атауды {most} таңбаға дейін қысқартыңыз.", ru="Сократите название до {most} знаков.", en="Shorten the title to {most} characters."),
)
DESCRIPTION_SHORT = Message(
    "description_short",
    Text(
        kk="Қызметкер не істейтінін кемінде бір сөйлеммен жазыңыз.",
        ru="Опишите хотя бы одним предложением, что делает работник.",
        en="Say in at least one sentence what the person will do.",
    ),
)
POSTS_WRONG = Message(
    "posts_wrong",
    Text(kk="Орын саны 1 мен {most} аралығында болады.", ru="Число мест: от 1 до {most}.", en="The number of posts is between 1 and {most}."),
)
POSTS_BELOW_FILLED = Message(
    "posts_below_filled",
    Text(
        kk="{filled} орынға адам алынған. Орын саны одан аз бола алмайды.",
        ru="Уже занято мест: {filled}. Меньше указать нельзя.",
        en="{filled} posts are filled already; there cannot be fewer.",
    ),
)
PAY_ORDER = Message(
    "pay_order",
    Text(
        kk="Жоғарғы шек төменгі шектен аз бола алмайды.",
        ru="Верхняя граница не может быть ниже нижней.",
        en="The upper pay cannot be below the lower one.",
    ),
)
APPLY_BY_WRONG = Message(
    "apply_by_wrong",
    Text(
        kk="Күнді бүгіннен бастап {days} күн ішінен таңдаңыз.",
        ru="Выберите день в пределах {days} дней от сегодняшнего.",
        en="Choose a day within {days} days from today.",
    ),
)
OCCUPATION_MISSING = Message(
    "occupation_missing", Text(kk="Кәсіпті тізімнен таңдаңыз.", ru="Выберите профессию из списка.", en="Choose the occupation from the list.")
)
PLACE_MISSING = Message(
    "place_missing", Text(kk="Жұмыс орны қай өңірде екенін таңдаңыз.", ru="Выберите, в каком регионе работа.", en="Choose the region of the work.")
)
REASON_MISSING = Message(
    "reason_missing",
    Text(
        kk="Себебін жазыңыз: жұмыс беруші оны көреді.",
        ru="Напишите причину: её увидит работодатель.",
        en="Give the reason: the employer will read it.",
    ),
)
POSTS_FILLED = Message(
    "posts_filled",
    Text(kk="Бұл бос орынның бәріне адам алынды.", ru="Все места этой вакансии уже заняты.", en="Every post of this vacancy is filled."),
)
NOT_CHANGEABLE = Message(
    "vacancy_not_changeable",
    Text(
        kk="Орындары толған хабарландыру өзгертілмейді. Жаңасын жазыңыз.",
        ru="Заполненная вакансия не меняется. Создайте новую.",
        en="A vacancy whose posts are filled is not changed. Write a new one.",
    ),
)
NOT_OPEN = Message(
    "vacancy_not_open", Text(kk="Бұл бос орын қазір ашық емес.", ru="Эта вакансия сейчас закрыта.", en="This vacancy is not open now.")
)
