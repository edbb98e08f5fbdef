"""A page put into its frame is the same as by Django's own tag, the second time too, and whatever frame it is put in."""

import pytest
from django.template import Context, Engine

TEMPLATES = {
    "frame.html": "<{% block title %}Ved bordet{% endblock %}>{% block content %}{% endblock %}",
    "door.html": '{% extends "frame.html" %}{% block title %}Amina – {{ block.super }}{% endblock %}',
    "page.html": '{% extends "door.html" %}{% block content %}Mål: {{ goal }}{% endblock %}',
    "other.html": "({% block content %}Intet{% endblock %})",
    "either.html": "{% extends which %}{% block content %}Mål: {{ goal }}{% endblock %}",
}
OURS = ["bordenden.web.design.extending"]


def engine(builtins: list[str]) -> Engine:
    loaders = [("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", TEMPLATES)])]
    return Engine(loaders=loaders, builtins=builtins)


@pytest.mark.parametrize("which", ["door.html", "other.html"])
def test_the_same_as_djangos_own_each_time(which: str) -> None:
    said = []
    for builtins in (OURS, []):
        house = engine(builtins)
        pages = [house.get_template(name) for name in ("page.html", "either.html", "either.html", "page.html")]
        frames = ("", which, "other.html", "")
        goals = ("Job", "Skole", "Ro", "Praktik")
        shown = zip(pages, frames, goals, strict=True)
        said.append([page.render(Context({"which": frame, "goal": goal})) for page, frame, goal in shown])
    assert said[0] == said[1]
    assert said[0][0] == "<Amina – Ved bordet>Mål: Job"
    assert said[0][2] == "(Mål: Ro)"
