"""What changes saved searches, holds new vacancies against them, and tells their people."""
