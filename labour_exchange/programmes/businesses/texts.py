"""Names of the states of a microcredit and of the lines of a bank's list."""

from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.businesses.states import CreditState, RepaymentCode

CREDIT_STATES = {
    CreditState.RUNNING: Text(kk="Қайтарылып жатыр", ru="Погашается", en="Being repaid"),
    CreditState.DOUBTED: Text(kk="Есептен шығару ұсынылды", ru="Предложено списать", en="Proposed to be written off"),
    CreditState.REPAID: Text(kk="Толық қайтарылды", ru="Погашен", en="Repaid"),
    CreditState.WRITTEN_OFF: Text(kk="Есептен шығарылды", ru="Списан", en="Written off"),
}
REPAYMENT_CODES = {
    RepaymentCode.RECORDED: Text(kk="Жазылды", ru="Записано", en="Recorded"),
    RepaymentCode.UNCHANGED: Text(kk="Бұрын жазылған", ru="Уже было записано", en="Recorded before"),
    RepaymentCode.REJECTED: Text(kk="Қабылданбады", ru="Не принято", en="Rejected"),
}
