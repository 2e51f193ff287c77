"""Shared vocabularies: ISCO-08 occupations, skills, ISIC sections, ISCED levels, licences and languages."""
