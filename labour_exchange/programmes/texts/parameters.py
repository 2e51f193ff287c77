"""Names of predicates and of what they ask for, as a form says them."""

from labour_exchange.foundation.texts import Text

NAMES = {
    "age_between": Text(kk="Жасы", ru="Возраст", en="Age"),
    "category_in": Text(kk="Санаты", ru="Категория", en="Category"),
    "days_registered_at_least": Text(kk="Тіркеудегі күндер", ru="Дни на учёте", en="Days on the register"),
    "education_at_most": Text(kk="Білім деңгейі, ең көбі", ru="Образование, не выше", en="Education, at most"),
    "education_at_least": Text(kk="Білім деңгейі, кемінде", ru="Образование, не ниже", en="Education, at least"),
    "rural": Text(kk="Ауылда тұрады", ru="Живёт в сельской местности", en="Lives in a rural place"),
    "region_in": Text(kk="Тұратын өңірі", ru="Регион проживания", en="Region of residence"),
    "has_plan": Text(kk="Жеке жоспары бар", ru="Есть индивидуальный план", en="Has an individual plan"),
    "has_business_plan": Text(kk="Бизнес-жоспары бар", ru="Есть бизнес-план", en="Has a business plan"),
    "has_disability": Text(kk="Мүгедектігі бар", ru="Есть инвалидность", en="Has a disability"),
    "ready_to_move": Text(kk="Көшуге дайын", ru="Готовность к переезду", en="Ready to move"),
    "graduate_within_years": Text(kk="Оқуды жақында бітірген", ru="Недавно окончил учёбу", en="Graduated recently"),
    "experience_at_most": Text(kk="Жұмыс өтілі, ең көбі", ru="Стаж, не больше", en="Work experience, at most"),
    "household_at_least": Text(kk="Отбасындағы адам саны, кемінде", ru="Человек в семье, не меньше", en="People in the household, at least"),
    "household_income_at_most": Text(kk="Отбасы табысы, ең көбі", ru="Доход семьи, не больше", en="Household income, at most"),
    "open_measures_at_most": Text(kk="Қатысып жүрген шаралар, ең көбі", ru="Открытые меры, не больше", en="Open measures, at most"),
    "times_in_measure_at_most": Text(kk="Бұрынғы қатысу, ең көбі", ru="Прежние участия, не больше", en="Earlier times in the measure, at most"),
    "not_in_measure_within_days": Text(kk="Соңғы шарадан кейінгі үзіліс", ru="Перерыв после прошлой меры", en="Break since the last measure"),
}
PARAMETERS = {
    "least": Text(kk="Жастан", ru="От, лет", en="From, years"),
    "most": Text(kk="Жасқа дейін", ru="До, лет", en="To, years"),
    "categories": Text(kk="Санаттар", ru="Категории", en="Categories"),
    "days": Text(kk="Күн", ru="Дней", en="Days"),
    "level": Text(kk="Деңгейі", ru="Уровень", en="Level"),
    "regions": Text(kk="Өңірлер", ru="Регионы", en="Regions"),
    "years": Text(kk="Жыл", ru="Лет", en="Years"),
    "months": Text(kk="Ай", ru="Месяцев", en="Months"),
    "people": Text(kk="Адам", ru="Человек", en="People"),
    "tenge": Text(kk="Бір адамға айына, ₸", ru="На человека в месяц, ₸", en="A person and month, ₸"),
    "count": Text(kk="Шара саны", ru="Мер", en="Measures"),
    "times": Text(kk="Рет", ru="Раз", en="Times"),
}
