"""An electronic labour exchange: registration, vacancies, matching, referral and placement."""
