"""Names of the states, channels, kinds of evidence and reasons."""

from labour_exchange.foundation.texts import Text
from labour_exchange.placements.rules.signals import Signal
from labour_exchange.placements.states import (
    ApplicationState,
    Channel,
    DisputeReason,
    EndReason,
    EvidenceKind,
    EvidenceLevel,
    EvidenceSource,
    InvitationState,
    OfferState,
    PlacementState,
    ReferralState,
    Register,
)

APPLICATION_STATES = {
    ApplicationState.SENT: Text(kk="Жіберілді", ru="Отправлен", en="Sent"),
    ApplicationState.SEEN: Text(kk="Қаралды", ru="Просмотрен", en="Seen"),
    ApplicationState.INTERVIEW: Text(kk="Әңгімелесуге шақырылды", ru="Приглашён на беседу", en="Invited to an interview"),
    ApplicationState.OFFERED: Text(kk="Жұмыс ұсынылды", ru="Предложена работа", en="A job is offered"),
    ApplicationState.HIRED: Text(kk="Жұмысқа алынды", ru="Принят на работу", en="Hired"),
    ApplicationState.DECLINED: Text(kk="Бас тартылды", ru="Отказ", en="Declined"),
    ApplicationState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозван", en="Withdrawn"),
    ApplicationState.WITHDRAWN_HIRED_ELSEWHERE: Text(
        kk="Қайтарып алынды: басқа жұмысқа орналасты", ru="Отозван: принят в другое место", en="Withdrawn: hired elsewhere"
    ),
    ApplicationState.UNANSWERED: Text(kk="Жауапсыз жабылды", ru="Закрыт без ответа", en="Closed without an answer"),
    ApplicationState.VACANCY_CLOSED: Text(kk="Бос орын жабылды", ru="Вакансия закрыта", en="The vacancy was closed"),
}
INVITATION_STATES = {
    InvitationState.SENT: Text(kk="Жауап күтілуде", ru="Ждёт ответа", en="Waiting for an answer"),
    InvitationState.ACCEPTED: Text(kk="Қабылданды", ru="Принято", en="Accepted"),
    InvitationState.DECLINED: Text(kk="Қабылданбады", ru="Отклонено", en="Declined"),
    InvitationState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    InvitationState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозвано", en="Withdrawn"),
}
REFERRAL_STATES = {
    ReferralState.ISSUED: Text(kk="Берілді", ru="Выдано", en="Issued"),
    ReferralState.ACCEPTED: Text(kk="Адам келісті", ru="Человек согласен", en="Accepted by the person"),
    ReferralState.REFUSED_BY_PERSON: Text(kk="Адам бас тартты", ru="Человек отказался", en="Refused by the person"),
    ReferralState.REFUSED_BY_EMPLOYER: Text(kk="Жұмыс беруші бас тартты", ru="Работодатель отказал", en="Refused by the employer"),
    ReferralState.OFFERED: Text(kk="Жұмыс ұсынылды", ru="Предложена работа", en="A job is offered"),
    ReferralState.HIRED: Text(kk="Жұмысқа алынды", ru="Принят на работу", en="Hired"),
    ReferralState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    ReferralState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозвано", en="Withdrawn"),
}
OFFER_STATES = {
    OfferState.MADE: Text(kk="Жауап күтілуде", ru="Ждёт ответа", en="Waiting for an answer"),
    OfferState.ACCEPTED: Text(kk="Қабылданды", ru="Принято", en="Accepted"),
    OfferState.DECLINED: Text(kk="Қабылданбады", ru="Отклонено", en="Declined"),
    OfferState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозвано", en="Withdrawn"),
    OfferState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
}
PLACEMENT_STATES = {
    PlacementState.DECLARED: Text(kk="Мәлімделген", ru="Заявлено", en="Declared"),
    PlacementState.CONFIRMED: Text(kk="Расталған", ru="Подтверждено", en="Confirmed"),
    PlacementState.DISPUTED: Text(kk="Даулы", ru="Оспорено", en="Disputed"),
    PlacementState.ENDED: Text(kk="Аяқталған", ru="Завершено", en="Ended"),
    PlacementState.ANNULLED: Text(kk="Күші жойылған", ru="Аннулировано", en="Annulled"),
}
CHANNELS = {
    Channel.SELF_SERVICE: Text(kk="Өз бетінше", ru="Самостоятельно", en="Self-service"),
    Channel.OFFICE_REFERRAL: Text(kk="Бөлімше жолдамасы", ru="Направление отделения", en="Office referral"),
    Channel.AGENCY: Text(kk="Агенттік", ru="Агентство", en="Agency"),
    Channel.PROGRAMME: Text(kk="Бағдарлама", ru="Программа", en="Programme"),
}
EVIDENCE_KINDS = {
    EvidenceKind.DECLARED: Text(kk="Жұмысқа алынғаны мәлімделді", ru="Заявлено о приёме", en="Hiring declared"),
    EvidenceKind.CONFIRMED: Text(kk="Екінші тарап растады", ru="Подтверждено другой стороной", en="Confirmed by the other side"),
    EvidenceKind.CONTRACT: Text(kk="Еңбек шарты тізілімде табылды", ru="Договор найден в реестре", en="Contract found in the register"),
    EvidenceKind.CONTRIBUTION: Text(kk="Зейнетақы жарнасы түсті", ru="Поступил пенсионный взнос", en="Pension contribution seen"),
    EvidenceKind.ENDED: Text(kk="Жұмыс аяқталды", ru="Работа завершена", en="Work ended"),
    EvidenceKind.DISPUTED: Text(kk="Дау айтылды", ru="Оспорено", en="Disputed"),
    EvidenceKind.ANNULLED: Text(kk="Күші жойылды", ru="Аннулировано", en="Annulled"),
}
CONTRIBUTIONS = Text(kk="Зейнетақы жарнасы түсті, айы: {month}", ru="Поступил взнос, месяц: {month}", en="Contribution seen, month: {month}")
CONTRIBUTIONS_AWAITED = Text(kk="Зейнетақы жарнасы, айы: {month}", ru="Пенсионный взнос, месяц: {month}", en="Contribution, month: {month}")
EVIDENCE_SOURCES = {
    EvidenceSource.EMPLOYER: Text(kk="жұмыс беруші", ru="работодатель", en="employer"),
    EvidenceSource.JOBSEEKER: Text(kk="жұмыскер", ru="работник", en="worker"),
    EvidenceSource.AGENCY: Text(kk="агенттік", ru="агентство", en="agency"),
    EvidenceSource.OFFICE: Text(kk="бөлімше", ru="отделение", en="office"),
    EvidenceSource.CONTRACT_REGISTER: Text(kk="еңбек шарттарының тізілімі", ru="реестр договоров", en="contract register"),
    EvidenceSource.PENSION_REGISTER: Text(kk="зейнетақы қорының тізілімі", ru="пенсионный реестр", en="pension register"),
}
EVIDENCE_LEVELS = {
    EvidenceLevel.DECLARED: Text(kk="Тек мәлімделген", ru="Только заявлено", en="Declared only"),
    EvidenceLevel.CONFIRMED: Text(kk="Екі тарап растаған", ru="Подтверждено обеими сторонами", en="Confirmed by both sides"),
    EvidenceLevel.CONTRACT: Text(kk="Шарты бар", ru="Есть договор", en="Contract seen"),
    EvidenceLevel.MONTH_1: Text(kk="1-ай жарнасы бар", ru="Взнос за 1-й месяц", en="Month 1 paid"),
    EvidenceLevel.MONTH_3: Text(kk="3-ай жарнасы бар", ru="Взнос за 3-й месяц", en="Month 3 paid"),
    EvidenceLevel.MONTH_6: Text(kk="6-ай жарнасы бар", ru="Взнос за 6-й месяц", en="Month 6 paid"),
    EvidenceLevel.MONTH_12: Text(kk="12-ай жарнасы бар", ru="Взнос за 12-й месяц", en="Month 12 paid"),
}
END_REASONS = {
    EndReason.CONTRACT_OVER: Text(kk="Шарт мерзімі бітті", ru="Истёк срок договора", en="The contract ran out"),
    EndReason.OWN_WISH: Text(kk="Өз қалауы бойынша", ru="По собственному желанию", en="Own wish"),
    EndReason.DISMISSED: Text(kk="Жұмыстан шығарылды", ru="Уволен", en="Dismissed"),
    EndReason.REDUNDANT: Text(kk="Қысқартылды", ru="Сокращение", en="Redundancy"),
    EndReason.MOVED: Text(kk="Көшіп кетті", ru="Переезд", en="Moved away"),
    EndReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
DISPUTE_REASONS = {
    DisputeReason.NEVER_STARTED: Text(kk="Жұмыс басталған жоқ", ru="Работа не началась", en="The work never started"),
    DisputeReason.OTHER_DATE: Text(kk="Басталған күні басқа", ru="Начало в другой день", en="It started on another day"),
    DisputeReason.OTHER_TERMS: Text(kk="Шарттары басқа", ru="Условия другие", en="The terms are different"),
    DisputeReason.NOT_THIS_PERSON: Text(kk="Бұл басқа адам", ru="Это другой человек", en="It is another person"),
    DisputeReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
SIGNALS = {
    Signal.REHIRED: Text(
        kk="Сол жұмыс берушіге 90 күн ішінде қайта алынған",
        ru="Принят тем же работодателем в течение 90 дней",
        en="Rehired by the same employer within 90 days",
    ),
    Signal.CONTRIBUTIONS_STOPPED: Text(
        kk="Жарна тоқтаған, аяқталғаны айтылмаған",
        ru="Взносы прекратились, о завершении не сообщили",
        en="Contributions stopped and no end was declared",
    ),
    Signal.NO_CONTRACT: Text(
        kk="Тізілімдерде шарт та, жарна да жоқ", ru="В реестрах нет ни договора, ни взносов", en="Neither contract nor contribution in the registers"
    ),
}
REGISTERS = {
    Register.CONTRACTS: Text(kk="Еңбек шарттары", ru="Трудовые договоры", en="Employment contracts"),
    Register.CONTRIBUTIONS: Text(kk="Зейнетақы жарналары", ru="Пенсионные взносы", en="Pension contributions"),
}
