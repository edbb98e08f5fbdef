"""How items go together: correlations, factors, and kinds of people."""

from progression.associations.correlation import Correlation, correlation
from progression.associations.factors import Factors, Parallel, factor_analysis, parallel_analysis
from progression.associations.kinds import Kinds, Profiles, cluster_profiles, clusters, silhouette

__all__ = [
    "Correlation",
    "Factors",
    "Kinds",
    "Parallel",
    "Profiles",
    "cluster_profiles",
    "clusters",
    "correlation",
    "factor_analysis",
    "parallel_analysis",
    "silhouette",
]
