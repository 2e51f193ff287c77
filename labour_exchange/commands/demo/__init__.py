"""A believable invented country: people, employers, vacancies and two years of placements, from seeded randomness."""
