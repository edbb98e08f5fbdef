"""Mixed models: how people move over time, each with a level and a pace of her own."""

from progression.mixed.growth import GrowthFit, growth
from progression.mixed.ordinal import OrdinalFit, ordinal_growth

__all__ = ["GrowthFit", "OrdinalFit", "growth", "ordinal_growth"]
