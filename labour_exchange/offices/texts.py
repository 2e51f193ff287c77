"""How offices are called."""

from labour_exchange.foundation.texts import Text

NATIONAL_OFFICE = Text(kk="Еңбек ресурстарын дамыту орталығы", ru="Центр развития трудовых ресурсов", en="National employment office")
REGIONAL_OFFICE = Text(kk="Жұмыспен қамту орталығы: {region}", ru="Центр занятости: {region}", en="Employment office: {region}")
