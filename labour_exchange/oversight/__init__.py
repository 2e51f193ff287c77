"""Oversight: reports with plan and fact that two people sign, and instructions that are carried out or escalated."""
