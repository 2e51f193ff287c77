"""Names of what projects do and where they stand."""

from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.projects.states import ProjectKind, ProjectState

PROJECT_KINDS = {
    ProjectKind.BUILT: Text(kk="Салынады", ru="Строится", en="Built"),
    ProjectKind.REPAIRED: Text(kk="Жөнделеді", ru="Ремонтируется", en="Repaired"),
}
PROJECT_STATES = {
    ProjectState.PREPARED: Text(kk="Бекітуді күтіп тұр", ru="Ждёт утверждения", en="Waits for approval"),
    ProjectState.APPROVED: Text(kk="Жүріп жатыр", ru="Выполняется", en="Under way"),
    ProjectState.DECLINED: Text(kk="Бекітілмеді", ru="Не утверждён", en="Not approved"),
    ProjectState.COMPLETED: Text(kk="Аяқталды", ru="Завершён", en="Completed"),
}
