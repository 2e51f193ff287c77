"""The state programme: measures as data, who may have them, enrolment, and the money that is spent on it."""
