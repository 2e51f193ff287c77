"""Find vacancies and jobseekers: plain documents in, ranked hits out. Knows no web and no models."""
