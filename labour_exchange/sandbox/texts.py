"""The words of what a sandbox invents; proper names and letters of invented people stand in one language, as real ones do."""

AGENCY = "Сынақ агенттігі {mark}"
EMPLOYER = "Сынақ зауыты {mark}-{number}"
PROGRAM = "Sandbox"
HEADLINE = "Ойдан шығарылған үміткер"
LETTER = "Бұл – сынақ алаңындағы ойдан шығарылған өтінім."
