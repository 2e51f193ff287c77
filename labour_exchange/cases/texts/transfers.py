"""What transfers say in three languages: states, reasons, refusals."""

from labour_exchange.cases.states import TransferReason, TransferState
from labour_exchange.foundation.texts import Message, Text

TRANSFER_STATES = {
    TransferState.PROPOSED: Text(kk="Шешім күтуде", ru="Ждёт решения", en="Waiting for a decision"),
    TransferState.ACCEPTED: Text(kk="Қабылданды", ru="Принят", en="Accepted"),
    TransferState.DECLINED: Text(kk="Қабылданбады", ru="Отклонён", en="Declined"),
    TransferState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозван", en="Taken back"),
}
TRANSFER_REASONS = {
    TransferReason.MOVED: Text(kk="Басқа өңірге көшті", ru="Переезд в другой регион", en="Moved to another region"),
    TransferReason.WORK_THERE: Text(kk="Сол жақтан жұмыс іздейді", ru="Ищет работу там", en="Looks for work there"),
    TransferReason.STUDY_THERE: Text(kk="Сол жақта оқиды", ru="Учится там", en="Studies there"),
    TransferReason.FAMILY: Text(kk="Отбасылық жағдай", ru="Семейные обстоятельства", en="Family reasons"),
    TransferReason.RELOCATION: Text(
        kk="Қоныс аударуға қолдау шарасы бойынша көшті", ru="Переезд по мере содействия переселению", en="Moved under the relocation measure"
    ),
}
NO_OFFICE_THERE = Message(
    "no_office_there",
    Text(
        kk="Бөлімшесі бар басқа өңірді таңдаңыз.",
        ru="Выберите другой регион, где есть отделение.",
        en="Choose another region that has an office.",
    ),
)
NOT_REGISTERED_HERE = Message(
    "not_registered_here",
    Text(
        kk="Адам бұл өңірде есепте тұрған жоқ, сондықтан ауыстыратын ештеңе жоқ.",
        ru="Человек не состоит на учёте в этом регионе, поэтому переводить нечего.",
        en="The person is not on the register of that region, so there is nothing to transfer.",
    ),
)
TRANSFER_OPEN = Message(
    "transfer_open",
    Text(
        kk="Ауыстыру туралы сұрау бұрын жіберілген. Алдымен соны қайтарып алыңыз.",
        ru="Запрос о переводе уже отправлен. Сначала отзовите его.",
        en="A transfer has already been asked for. Take that one back first.",
    ),
)
