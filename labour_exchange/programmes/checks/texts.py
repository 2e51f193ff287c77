"""Names of checks and of what they found."""

from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.checks.states import CheckKind

CHECK_KINDS = {
    CheckKind.OPERATING_6: Text(kk="Кәсіп 6 айдан кейін жұмыс істей ме", ru="Работает ли дело через 6 месяцев", en="Business at 6 months"),
    CheckKind.OPERATING_12: Text(kk="Кәсіп 12 айдан кейін жұмыс істей ме", ru="Работает ли дело через 12 месяцев", en="Business at 12 months"),
    CheckKind.SETTLED_12: Text(kk="Отбасы 12 айдан кейін тұрып жатыр ма", ru="Осталась ли семья через 12 месяцев", en="Household at 12 months"),
}
IS_MET = {
    CheckKind.OPERATING_6: Text(kk="Жұмыс істеп тұр", ru="Работает", en="Still operating"),
    CheckKind.OPERATING_12: Text(kk="Жұмыс істеп тұр", ru="Работает", en="Still operating"),
    CheckKind.SETTLED_12: Text(kk="Тұрып жатыр", ru="Живёт там", en="Still living there"),
}
IS_NOT_MET = {
    CheckKind.OPERATING_6: Text(kk="Тоқтаған", ru="Прекращено", en="Has stopped"),
    CheckKind.OPERATING_12: Text(kk="Тоқтаған", ru="Прекращено", en="Has stopped"),
    CheckKind.SETTLED_12: Text(kk="Көшіп кеткен", ru="Уехала", en="Has moved away"),
}
