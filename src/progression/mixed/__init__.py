"""Mixed models: how people move over time, each with a level and a pace of her own."""

from progression.mixed.growth import GrowthFit, growth

__all__ = ["GrowthFit", "growth"]
