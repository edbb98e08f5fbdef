"""Hvad betyder det at sidde for bordenden? What we mean by empowerment, in her words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bordenden.web.threshold.opens import public


@public
def at_the_head(request: HttpRequest) -> HttpResponse:
    """The same for everybody."""
    return render(request, "citizen/at_the_head.html")
