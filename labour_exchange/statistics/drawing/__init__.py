"""How facts follow from the registers and the ledger: SQL over the subjects in the temporary table `due`, the same for counting and recounting."""

from labour_exchange.statistics.drawing.approaches import AGENCIES, APPLICATIONS, REFERRALS
from labour_exchange.statistics.drawing.enrolments import ENROLMENTS
from labour_exchange.statistics.drawing.placements import PLACEMENTS
from labour_exchange.statistics.drawing.registrations import REGISTRATIONS
from labour_exchange.statistics.drawing.rows import COLUMNS
from labour_exchange.statistics.drawing.traits import TRAITS
from labour_exchange.statistics.drawing.vacancies import VACANCIES

__all__ = ["COLUMNS", "EVERY_SUBJECT", "FACTS", "TRAITS"]

FACTS = (PLACEMENTS, REGISTRATIONS, VACANCIES, APPLICATIONS, REFERRALS, AGENCIES, ENROLMENTS)
EVERY_SUBJECT = """
INSERT INTO due SELECT 'placement', id FROM placements UNION ALL SELECT 'registration', id FROM registrations
UNION ALL SELECT 'vacancy', id FROM vacancies UNION ALL SELECT 'application', id FROM job_applications UNION ALL SELECT 'referral', id FROM referrals
UNION ALL SELECT 'agency', id FROM agencies UNION ALL SELECT 'enrolment', id FROM enrolments
"""
