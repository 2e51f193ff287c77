"""Suggest vacancies to a jobseeker and jobseekers for a vacancy, with reasons."""
