"""Names of kinds, states and reasons of the programme."""

from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.rules.composing import Use
from labour_exchange.programmes.states import (
    Approval,
    ClaimState,
    DropReason,
    EnrolmentState,
    EntryKind,
    MeasureKind,
    MeasureState,
    Outcome,
    PaymentKind,
    PaymentState,
    PostState,
    ReallocationState,
    SeatState,
    WithdrawReason,
)

MEASURE_KINDS = {
    MeasureKind.TRAINING: Text(kk="Кәсіптік оқыту", ru="Обучение", en="Training"),
    MeasureKind.SOCIAL_JOB: Text(kk="Әлеуметтік жұмыс орны", ru="Социальное рабочее место", en="Social job"),
    MeasureKind.YOUTH_PRACTICE: Text(kk="Жастар практикасы", ru="Молодёжная практика", en="Youth practice"),
    MeasureKind.PUBLIC_WORKS: Text(kk="Қоғамдық жұмыс", ru="Общественные работы", en="Public works"),
    MeasureKind.MICROCREDIT: Text(kk="Шағын кредит", ru="Микрокредит", en="Microcredit"),
    MeasureKind.GRANT: Text(kk="Грант", ru="Грант", en="Grant"),
    MeasureKind.RELOCATION: Text(kk="Қоныс аудару", ru="Переселение", en="Relocation"),
    MeasureKind.RURAL_JOBS: Text(kk="Ауылдағы жұмыс орындары", ru="Рабочие места на селе", en="Rural jobs"),
}
MEASURE_STATES = {
    MeasureState.OPEN: Text(kk="Ашық", ru="Открыта", en="Open"),
    MeasureState.CLOSED: Text(kk="Жабық", ru="Закрыта", en="Closed"),
}
ENROLMENT_STATES = {
    EnrolmentState.APPLIED: Text(kk="Өтініш берілді", ru="Подано заявление", en="Applied"),
    EnrolmentState.ELIGIBLE: Text(kk="Шарттарға сай", ru="Подходит по условиям", en="Eligible"),
    EnrolmentState.REFUSED: Text(kk="Шарттарға сай емес", ru="Не подходит по условиям", en="Refused by a rule"),
    EnrolmentState.PREPARED: Text(kk="Бекітуді күтіп тұр", ru="Ждёт утверждения", en="Waits for approval"),
    EnrolmentState.APPROVED: Text(kk="Бекітілді", ru="Утверждено", en="Approved"),
    EnrolmentState.DECLINED: Text(kk="Бекітілмеді", ru="Не утверждено", en="Not approved"),
    EnrolmentState.STARTED: Text(kk="Қатысып жүр", ru="Участвует", en="Taking part"),
    EnrolmentState.COMPLETED: Text(kk="Аяқтады", ru="Завершено", en="Completed"),
    EnrolmentState.DROPPED_OUT: Text(kk="Мерзімінен бұрын тоқтатты", ru="Прекращено досрочно", en="Dropped out"),
    EnrolmentState.WITHDRAWN: Text(kk="Өтініш қайтарып алынды", ru="Заявление отозвано", en="Withdrawn"),
}
DROP_REASONS = {
    DropReason.FOUND_WORK: Text(kk="Жұмыс тапты", ru="Найдена работа", en="Found work"),
    DropReason.ILLNESS: Text(kk="Денсаулығына байланысты", ru="По состоянию здоровья", en="Illness"),
    DropReason.MOVED: Text(kk="Көшіп кетті", ru="Переезд", en="Moved away"),
    DropReason.ABSENT: Text(kk="Себепсіз келмеді", ru="Отсутствие без причины", en="Absent without reason"),
    DropReason.EMPLOYER_ENDED: Text(kk="Жұмыс беруші тоқтатты", ru="По решению работодателя", en="Ended by the employer"),
    DropReason.CONTRIBUTIONS_STOPPED: Text(
        kk="Зейнетақы жарнасы түспей қалды", ru="Прекратились пенсионные взносы", en="Pension contributions stopped"
    ),
    DropReason.INSPECTION: Text(kk="Тексеру шешімімен тоқтатылды", ru="Прекращено по решению проверки", en="Stopped by an inspection"),
    DropReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
WITHDRAW_REASONS = {
    WithdrawReason.TRANSFERRED: Text(
        kk="Адам басқа өңірдің есебіне ауыстырылды, ал шара әлі басталмаған еді",
        ru="Человек переведён на учёт в другой регион, а мера ещё не началась",
        en="The person is on the register of another region now, and the measure had not begun",
    ),
}
OUTCOMES = {
    Outcome.PLACEMENT: Text(kk="Жұмысқа орналасты", ru="Трудоустройство", en="Placed in work"),
    Outcome.NONE: Text(kk="Жұмысқа орналаспады", ru="Без трудоустройства", en="No placement"),
}
APPROVALS = {
    Approval.APPROVER: Text(kk="Бөлімшенің бекітушісі", ru="Утверждающий отделения", en="An approver of the office"),
    Approval.COMMITTEE: Text(kk="Екі мүшеден тұратын комиссия", ru="Комиссия из двух человек", en="A committee of two"),
}
ENTRY_KINDS = {
    EntryKind.PLAN: Text(kk="Жоспар", ru="План", en="Planned"),
    EntryKind.COMMIT: Text(kk="Міндеттеме", ru="Обязательство", en="Committed"),
    EntryKind.RELEASE: Text(kk="Босатылды", ru="Высвобождено", en="Released"),
    EntryKind.PAY: Text(kk="Төленді", ru="Выплачено", en="Paid"),
    EntryKind.REALLOCATE: Text(kk="Қайта бөлінді", ru="Перераспределено", en="Reallocated"),
    EntryKind.RETURN: Text(kk="Бюджетке қайтарылды", ru="Возвращено в бюджет", en="Returned"),
}
PAYMENT_KINDS = {
    PaymentKind.SUBSIDY: Text(kk="Жалақы субсидиясы", ru="Субсидия на зарплату", en="Wage subsidy"),
    PaymentKind.COURSE: Text(kk="Оқу ақысы", ru="Оплата курса", en="Course fee"),
    PaymentKind.STIPEND: Text(kk="Стипендия", ru="Стипендия", en="Stipend"),
    PaymentKind.LOAN: Text(kk="Шағын кредит", ru="Микрокредит", en="Microcredit"),
    PaymentKind.GRANT: Text(kk="Грант", ru="Грант", en="Grant"),
    PaymentKind.MOVING: Text(kk="Көшу шығыны", ru="Расходы на переезд", en="Moving costs"),
    PaymentKind.HOUSING: Text(kk="Тұрғын үй шығыны", ru="Расходы на жильё", en="Housing costs"),
}
PAYMENT_STATES = {
    PaymentState.PREPARED: Text(kk="Бекітуді күтіп тұр", ru="Ждёт утверждения", en="Waits for approval"),
    PaymentState.PAID: Text(kk="Төленді", ru="Выплачено", en="Paid"),
    PaymentState.REFUSED: Text(kk="Қайтарылды", ru="Отклонено", en="Refused"),
}
REALLOCATION_STATES = {
    ReallocationState.PROPOSED: Text(kk="Шешім күтіп тұр", ru="Ждёт решения", en="Waits for a decision"),
    ReallocationState.ACCEPTED: Text(kk="Орындалды", ru="Выполнено", en="Done"),
    ReallocationState.REFUSED: Text(kk="Қабылданбады", ru="Отклонено", en="Refused"),
}
DOCUMENTS = {
    "identity": Text(kk="Жеке куәлік", ru="Удостоверение личности", en="Identity card"),
    "education": Text(kk="Білімі туралы құжат", ru="Документ об образовании", en="Certificate of education"),
    "household": Text(kk="Отбасы құрамы туралы анықтама", ru="Справка о составе семьи", en="Statement of the household"),
    "residence": Text(kk="Тұрғылықты жері туралы анықтама", ru="Справка о месте жительства", en="Proof of residence"),
    "income": Text(kk="Табысы туралы анықтама", ru="Справка о доходах", en="Proof of income"),
    "disability": Text(kk="Мүгедектігі туралы анықтама", ru="Справка об инвалидности", en="Proof of disability"),
    "business_plan": Text(kk="Бизнес-жоспар", ru="Бизнес-план", en="Business plan"),
}
POST_STATES = {
    PostState.SUBMITTED: Text(kk="Бөлімше қарап жатыр", ru="Рассматривает отделение", en="The office is looking at it"),
    PostState.ACCEPTED: Text(kk="Қабылданды", ru="Принято", en="Accepted"),
    PostState.REFUSED: Text(kk="Қабылданбады", ru="Отказано", en="Refused"),
    PostState.CLOSED: Text(kk="Жабылды", ru="Закрыто", en="Closed"),
}
CLAIM_STATES = {
    ClaimState.SUBMITTED: Text(kk="Бөлімше тексеріп жатыр", ru="Проверяет отделение", en="The office is checking it"),
    ClaimState.ACCEPTED: Text(kk="Төлемге дайындалды", ru="Подготовлено к выплате", en="Prepared for payment"),
    ClaimState.REFUSED: Text(kk="Қабылданбады", ru="Отказано", en="Refused"),
}
SEAT_STATES = {
    SeatState.WAITING: Text(kk="Кезекте", ru="В очереди", en="Waiting"),
    SeatState.SEATED: Text(kk="Орны бар", ru="Место есть", en="Has a seat"),
    SeatState.LEFT: Text(kk="Кетті", ru="Ушёл", en="Left"),
}
USES = {
    Use.MUST: Text(kk="Орындалуы керек", ru="Должно выполняться", en="Must hold"),
    Use.ONE_OF: Text(kk="Осындайдың бірі жеткілікті", ru="Достаточно одного из таких", en="One of these is enough"),
    Use.MUST_NOT: Text(kk="Болмауы керек", ru="Не должно быть", en="Must not be so"),
}
