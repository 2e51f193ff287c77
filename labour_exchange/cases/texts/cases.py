"""What cases say in three languages: states, reasons, refusals."""

from labour_exchange.cases.states import CaseState, CloseReason, EffortGroup, Standing
from labour_exchange.foundation.texts import Message, Text

STATES = {
    CaseState.OPEN: Text(kk="Жұмыс жүріп жатыр", ru="В работе", en="Open"),
    CaseState.WAITING_FOR_PERSON: Text(kk="Адамның жауабын күтуде", ru="Ждём ответа человека", en="Waiting for the person"),
    CaseState.CLOSED: Text(kk="Жабылған", ru="Закрыто", en="Closed"),
}
CLOSE_REASONS = {
    CloseReason.FOUND_WORK: Text(kk="Жұмысқа орналасты", ru="Нашёл работу", en="Found work"),
    CloseReason.LEFT_REGISTER: Text(kk="Есептен шығарылды", ru="Снят с учёта", en="Left the register"),
    CloseReason.OWN_WISH: Text(kk="Өз қалауы бойынша", ru="По собственному желанию", en="Own wish"),
    CloseReason.NO_CONTACT: Text(kk="Байланысқа шықпайды", ru="Не выходит на связь", en="Cannot be reached"),
    CloseReason.ERASED: Text(kk="Жеке деректері жойылды", ru="Персональные данные удалены", en="Personal data erased"),
    CloseReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
STANDINGS = {
    Standing.OVERDUE: Text(kk="Мерзімі өткен", ru="Просрочено", en="Overdue"),
    Standing.DUE_TODAY: Text(kk="Бүгін орындалатын", ru="На сегодня", en="Due today"),
    Standing.WAITING: Text(kk="Адамның жауабын күтуде", ru="Ждём ответа человека", en="Waiting for the person"),
    Standing.LATER: Text(kk="Кейінірек", ru="Позже", en="Later"),
}
STEP_MISSING = Message("step_missing", Text(kk="Келесі қадамды жазыңыз.", ru="Напишите следующий шаг.", en="Write the next step."))
STEP_TOO_LONG = Message(
    "step_too_long",
    Text(
        kk="Келесі қадамды {most} таңбаға дейін қысқартыңыз.",
        ru="Сократите следующий шаг до {most} знаков.",
        en="Shorten the next step to {most} characters.",
    ),
)
DUE_MISSING = Message("due_missing", Text(kk="Орындалатын күнін көрсетіңіз.", ru="Укажите срок.", en="Give the day it is due."))
DUE_PAST = Message(
    "due_past",
    Text(
        kk="Мерзімі бүгіннен ерте болмауға тиіс.",
        ru="Срок не может быть раньше сегодняшнего дня.",
        en="The day it is due must not be before today.",
    ),
)
DUE_TOO_FAR = Message(
    "due_too_far",
    Text(
        kk="Жарты жыл ішіндегі күнді көрсетіңіз.",
        ru="Укажите день в пределах полугода.",
        en="Give a day within half a year.",
    ),
)
LEAD_UNKNOWN = Message(
    "lead_unknown",
    Text(kk="Өз бөлімшеңіздің маманын таңдаңыз.", ru="Выберите специалиста своего отделения.", en="Choose a colleague of your office."),
)
NOT_REGISTERED = Message(
    "not_registered",
    Text(
        kk="Адам есепте тұрған жоқ. Алдымен оны есепке қойыңыз.",
        ru="Человек не состоит на учёте. Сначала поставьте его на учёт.",
        en="The person is not on the register. Put them on the register first.",
    ),
)
CASE_OPEN = Message(
    "case_open",
    Text(
        kk="Бұл адамның ашық жеке ісі бар. Сол істі ашып, жалғастырыңыз.",
        ru="Дело этого человека уже открыто. Откройте его и продолжайте.",
        en="This person has an open case. Open it and go on there.",
    ),
)
EFFORT_GROUPS = {
    EffortGroup.INDEPENDENT: Text(kk="Жұмысты өзі іздейді", ru="Ищет работу самостоятельно", en="Searches independently"),
    EffortGroup.SUPPORTED: Text(kk="Маман қолдауымен іздейді", ru="Ищет с поддержкой специалиста", en="Searches with support"),
    EffortGroup.INTENSIVE: Text(kk="Тұрақты көмек қажет", ru="Нужна постоянная помощь", en="Needs intensive help"),
}
PROFILING_RULES = {
    "registered_12_months": Text(kk="Тіркеуде кемінде 12 ай тұр", ru="На учёте не меньше 12 месяцев", en="Registered for at least 12 months"),
    "aged_50_registered_6_months": Text(
        kk="Жасы 50-де немесе одан үлкен және тіркеуде кемінде 6 ай тұр",
        ru="50 лет или старше и на учёте не меньше 6 месяцев",
        en="Aged 50 or over and registered for at least 6 months",
    ),
    "disability_registered_6_months": Text(
        kk="Мүгедектігі бар және тіркеуде кемінде 6 ай тұр",
        ru="Есть инвалидность и на учёте не меньше 6 месяцев",
        en="Has a disability and registered for at least 6 months",
    ),
    "no_vocation_no_experience": Text(
        kk="Кәсіптік білімі жоқ және жұмыс өтілі 12 айдан аз",
        ru="Нет профессионального образования и меньше 12 месяцев опыта",
        en="No vocational education and less than 12 months of experience",
    ),
    "registered_3_months": Text(kk="Тіркеуде кемінде 3 ай тұр", ru="На учёте не меньше 3 месяцев", en="Registered for at least 3 months"),
    "under_25_little_experience": Text(
        kk="Жасы 25-ке толмаған және жұмыс өтілі 12 айдан аз",
        ru="Моложе 25 лет и меньше 12 месяцев опыта",
        en="Under 25 and less than 12 months of experience",
    ),
    "aged_50": Text(kk="Жасы 50-де немесе одан үлкен", ru="50 лет или старше", en="Aged 50 or over"),
    "disability": Text(kk="Мүгедектігі бар", ru="Есть инвалидность", en="Has a disability"),
    "out_of_work_24_months": Text(
        kk="Соңғы жұмысынан кеткеніне кемінде 24 ай болды",
        ru="После последней работы прошло не меньше 24 месяцев",
        en="At least 24 months since the last job",
    ),
}
NO_RULE_HOLDS = Text(
    kk="Қосымша көмекті талап ететін шарттардың ешқайсысы орындалмайды",
    ru="Ни одно из условий для дополнительной помощи не выполнено",
    en="None of the conditions for more help holds",
)
TOO_YOUNG = Message(
    "too_young",
    Text(
        kk="Жұмыссыз мәртебесі 16 жастан бастап беріледі. Оған дейін бос орындарды тіркелмей-ақ іздеуге болады.",
        ru="Статус безработного даётся с 16 лет. До этого можно искать вакансии без постановки на учёт.",
        en="Unemployed status begins at 16. Until then vacancies can be searched without registering.",
    ),
)
PENSIONER = Message(
    "pensioner",
    Text(
        kk="Зейнет жасына жеткен не зейнетақы алатын адам жұмыссыз болып тіркелмейді. Мәртебесіз де бос орындарға өтінім жіберуге болады.",
        ru="Человек пенсионного возраста или получатель пенсии не регистрируется безработным. Можно откликаться на вакансии без статуса.",
        en="A person of pension age or with a pension is not registered as unemployed. They can apply for vacancies without the status.",
    ),
)
HAS_WORK = Message(
    "has_work",
    Text(
        kk="Бұл адамның расталған жұмысы бар. Жұмыс аяқталса, жұмыс беруші оны белгілесін; әйтпесе басқа санатты таңдаңыз.",
        ru="У человека есть подтверждённая работа. Если она закончилась, пусть работодатель это отметит; иначе выберите другую категорию.",
        en="The person has a confirmed job. If it has ended, the employer should record that; otherwise choose another category.",
    ),
)
STUDIES = Message(
    "studies_full_time",
    Text(
        kk="Күндізгі бөлімде оқитын адам жұмыссыз болып тіркелмейді. Оқуын бітіргенде немесе сырттай оқуға ауысқанда келсін.",
        ru="Студент очного отделения не регистрируется безработным. Пусть обратится после окончания учёбы или перевода на заочное.",
        en="A full-time student is not registered as unemployed. They can come back when the study ends or becomes part-time.",
    ),
)
CANNOT_START = Message(
    "cannot_start",
    Text(
        kk="Жұмыссыз адам 14 күн ішінде жұмысқа кірісе алуы керек. Кірісе алатын күнге 14 күн қалғанда тіркеңіз.",
        ru="Безработный должен быть готов приступить к работе в течение 14 дней. Зарегистрируйте, когда до готовности останется 14 дней.",
        en="An unemployed person must be able to start within 14 days. Register them when no more than 14 days remain.",
    ),
)
REASON_MISSING = Message("reason_missing", Text(kk="Себебін жазыңыз.", ru="Укажите причину.", en="Give the reason."))
REASON_TOO_LONG = Message(
    "reason_too_long",
    Text(kk="Себебін {most} таңбаға дейін қысқартыңыз.", ru="Сократите причину до {most} знаков.", en="Shorten the reason to {most} characters."),
)
NO_COLLEAGUE = Message(
    "no_colleague",
    Text(
        kk="Осы бөлімшенің басқа маманын таңдаңыз.", ru="Выберите другого специалиста этого отделения.", en="Choose another colleague of this office."
    ),
)
FIRST_DAY_MISSING = Message("first_day_missing", Text(kk="Бірінші күнін көрсетіңіз.", ru="Укажите первый день.", en="Give the first day."))
LAST_DAY_MISSING = Message("last_day_missing", Text(kk="Соңғы күнін көрсетіңіз.", ru="Укажите последний день.", en="Give the last day."))
DAYS_REVERSED = Message(
    "days_reversed",
    Text(
        kk="Соңғы күн бірінші күннен ерте болмауға тиіс.",
        ru="Последний день не может быть раньше первого.",
        en="The last day must not be before the first.",
    ),
)
ABSENCE_OVER = Message(
    "absence_over",
    Text(
        kk="Бұл күндер өтіп кетті. Соңғы күнін бүгін немесе кейінірек деп көрсетіңіз.",
        ru="Эти дни уже прошли. Укажите последний день не раньше сегодняшнего.",
        en="These days are over. Give a last day that is today or later.",
    ),
)
ALREADY_AWAY = Message(
    "already_away",
    Text(
        kk="Бұл күндердің біріне алмастырушы тағайындалған. Басқа күндерді таңдаңыз.",
        ru="На один из этих дней замещение уже назначено. Выберите другие дни.",
        en="Somebody already stands in on one of these days. Choose other days.",
    ),
)
