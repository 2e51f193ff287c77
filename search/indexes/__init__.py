"""What can be searched: fields named for their use, described and versioned."""

from search.documents import Kind
from search.indexes.fields import Index
from search.indexes.profiles import PROFILES
from search.indexes.vacancies import VACANCIES

INDEXES: dict[Kind, Index] = {"vacancies": VACANCIES, "profiles": PROFILES}
