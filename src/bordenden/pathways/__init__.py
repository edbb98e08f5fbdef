"""Pathways: tables, seats, rooms opened, enrolments and exits."""
