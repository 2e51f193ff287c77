"""Names of signals with their reasons, of states, decisions, sides and moves."""

from labour_exchange.foundation.texts import Text
from labour_exchange.inspections.rules.signals import FEWEST_APPROVALS, MANY_AT_ADDRESS, Signal
from labour_exchange.inspections.states import Decision, InspectionState, Payer, RecoveryKind, RecoveryState, Side

SIGNALS = {
    Signal.STOPPED_WITH_SUBSIDY: Text(
        kk="Субсидия аяқталған соң зейнетақы жарналары тоқтаған",
        ru="С окончанием субсидии прекратились пенсионные взносы",
        en="Pension contributions stopped when the subsidy ended",
    ),
    Signal.REHIRED: Text(
        kk="Адам сол жұмыс берушіге 90 күн ішінде қайта қабылданған",
        ru="Человек снова принят тем же работодателем в течение 90 дней",
        en="The same employer hired the person again within 90 days",
    ),
    Signal.NO_CONTRACT: Text(
        kk="Тізілімдерде еңбек шарты да, жарна да жоқ",
        ru="В реестрах нет ни договора, ни взносов",
        en="The registers know of no contract and no contribution",
    ),
    Signal.MANY_AT_ADDRESS: Text(
        kk=f"30 күнде бір мекенжайға {MANY_AT_ADDRESS} не одан көп адам орналасқан",
        ru=f"За 30 дней по одному адресу трудоустроено {MANY_AT_ADDRESS} человек или больше",
        en=f"{MANY_AT_ADDRESS} or more people were placed at one address within 30 days",
    ),
    Signal.ONE_APPROVER: Text(
        kk=f"Өңірде басқа бекітушілер бола тұра, осы жұмыс берушінің барлық субсидиясын ({FEWEST_APPROVALS} не одан көп) бір адам бекіткен",
        ru=f"Все субсидии этого работодателя ({FEWEST_APPROVALS} или больше) утвердил один человек, хотя в регионе есть и другие утверждающие",
        en=f"One person approved every subsidy of this employer ({FEWEST_APPROVALS} or more), although others approve in the region too",
    ),
}
INSPECTION_STATES = {
    InspectionState.OPENED: Text(kk="Ашылды", ru="Открыта", en="Opened"),
    InspectionState.ASKED: Text(kk="Жауап күтілуде", ru="Ждёт ответа", en="Waiting for replies"),
    InspectionState.ANSWERED: Text(kk="Жауап алынды", ru="Ответ получен", en="Answered"),
    InspectionState.PREPARED: Text(kk="Шешім дайындалды", ru="Решение подготовлено", en="Decision prepared"),
    InspectionState.DECIDED: Text(kk="Қаражат қайтарылуда", ru="Средства возвращаются", en="Money to come back"),
    InspectionState.CLOSED: Text(kk="Жабылды", ru="Закрыта", en="Closed"),
}
DECISIONS = {
    Decision.KEPT: Text(kk="Орналасу күшінде қалады", ru="Трудоустройство остаётся в силе", en="The placement stands"),
    Decision.SUBSIDY_STOPPED: Text(kk="Субсидия тоқтатылады", ru="Субсидия прекращается", en="The subsidy is stopped"),
    Decision.SUBSIDY_RECOVERED: Text(
        kk="Субсидия тоқтатылып, негізсіз төленгені қайтарылады",
        ru="Субсидия прекращается, выплаченное без оснований возвращается",
        en="The subsidy is stopped, and what was paid without grounds comes back",
    ),
    Decision.ANNULLED: Text(
        kk="Орналасудың күші жойылады, субсидиясы болса, қайтарылады",
        ru="Трудоустройство аннулируется, субсидия, если была, возвращается",
        en="The placement is annulled; its subsidy, if any, comes back",
    ),
}
SIDES = {
    Side.JOBSEEKER: Text(kk="Жұмысқа орналасқан адам", ru="Трудоустроенный", en="The person"),
    Side.EMPLOYER: Text(kk="Жұмыс беруші", ru="Работодатель", en="The employer"),
    Side.AGENCY: Text(kk="Агенттік", ru="Агентство", en="The agency"),
}
MOVES = {
    "draw": Text(kk="Іріктеуге түсті", ru="Попала в выборку", en="Drawn in a sample"),
    "open": Text(kk="Тексеру ашылды", ru="Проверка открыта", en="Inspection opened"),
    "ask": Text(kk="Тараптарға хат жіберілді", ru="Сторонам направлены письма", en="The parties were written to"),
    "answer": Text(kk="Жауап келді", ru="Получен ответ", en="A reply came"),
    "prepare": Text(kk="Шешім дайындалды", ru="Решение подготовлено", en="Decision prepared"),
    "return": Text(kk="Дайындалған шешім қайтарылды", ru="Подготовленное решение возвращено", en="The prepared decision was returned"),
    "return_answered": Text(kk="Дайындалған шешім қайтарылды", ru="Подготовленное решение возвращено", en="The prepared decision was returned"),
    "decide": Text(kk="Екінші адам шешті", ru="Второй человек принял решение", en="A second person decided"),
    "close": Text(kk="Тексеру жабылды", ru="Проверка закрыта", en="Inspection closed"),
}
PAYERS = {
    Payer.EMPLOYER: Text(kk="Жұмыс беруші", ru="Работодатель", en="The employer"),
    Payer.PERSON: Text(kk="Жұмысқа орналасқан адам", ru="Трудоустроенный", en="The person"),
    Payer.AGENCY: Text(kk="Агенттік", ru="Агентство", en="The agency"),
    Payer.BAILIFF: Text(kk="Сот орындаушысы", ru="Судебный исполнитель", en="A bailiff"),
    Payer.OTHER: Text(kk="Басқа төлеуші", ru="Другой плательщик", en="Another payer"),
}
RECOVERY_KINDS = {
    RecoveryKind.RETURN: Text(kk="Қайтарым", ru="Возврат", en="Return"),
    RecoveryKind.WRITE_OFF: Text(kk="Есептен шығару", ru="Списание", en="Write-off"),
}
RECOVERY_STATES = {
    RecoveryState.PREPARED: Text(kk="Растауды күтіп тұр", ru="Ждёт подтверждения", en="Waits for confirmation"),
    RecoveryState.CONFIRMED: Text(kk="Расталды", ru="Подтверждено", en="Confirmed"),
    RecoveryState.REFUSED: Text(kk="Расталмады", ru="Не подтверждено", en="Not confirmed"),
}
