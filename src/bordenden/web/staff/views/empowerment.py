"""Hvad vi mener med empowerment: the house's own definition, for those who work at the table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bordenden.web.threshold.opens import public


@public
def empowerment(request: HttpRequest) -> HttpResponse:
    """The same for everybody."""
    return render(request, "staff/empowerment.html")
