"""What employers are told: names of their states, and why something was refused."""

from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.texts import Message, Text

STATES = {
    EmployerState.UNCLAIMED: Text(kk="Иесі анықталмаған", ru="Не подтверждён владельцем", en="Not claimed yet"),
    EmployerState.CLAIMED: Text(kk="Тексеруді күтуде", ru="Ждёт проверки", en="Waiting to be verified"),
    EmployerState.VERIFIED: Text(kk="Тексерілген", ru="Проверен", en="Verified"),
    EmployerState.REFUSED: Text(kk="Тексеруден өтпеді", ru="Не прошёл проверку", en="Not verified"),
    EmployerState.CLOSED: Text(kk="Жабық", ru="Закрыт", en="Closed"),
}
BIN_WRONG = Message(
    "bin_wrong",
    Text(
        kk="БСН 12 цифрдан тұрады. Куәліктегі нөмірмен салыстырыңыз.",
        ru="БИН состоит из 12 цифр. Сверьте его со свидетельством о регистрации.",
        en="A BIN has 12 digits. Compare it with your registration certificate.",
    ),
)
BIN_TAKEN = Message(
    "bin_taken",
    Text(
        kk="Бұл БСН тіркелген. Жұмыс берушінің есептік жазбасына қосуды әріптесіңізден сұраңыз.",
        ru="Этот БИН уже зарегистрирован. Попросите коллегу добавить вас к работодателю.",
        en="This BIN is registered already. Ask a colleague to add you to the employer.",
    ),
)
NAME_MISSING = Message("name_missing", Text(kk="Атауын жазыңыз.", ru="Укажите название.", en="Give the name."))
REGION_UNKNOWN = Message("region_unknown", Text(kk="Өңірді тізімнен таңдаңыз.", ru="Выберите регион из списка.", en="Choose a region from the list."))
PLACE_MISSING = Message(
    "place_missing",
    Text(kk="Жұмыс орнының мекенжайын жазыңыз.", ru="Укажите адрес места работы.", en="Give the address of the place of work."),
)
