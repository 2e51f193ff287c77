"""Everybody's suggestions at once: profiles and vacancies as arrays. It loads numpy and scipy, so only the job and the command import it."""
