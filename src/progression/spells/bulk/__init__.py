"""Verdicts for a whole file: a row a person, by a columnar engine, with the rules and the answers of one person's."""

from progression.spells.bulk.checking import Fault, Problem, Problems
from progression.spells.bulk.running import Asked, Done, run

__all__ = ["Asked", "Done", "Fault", "Problem", "Problems", "run"]
