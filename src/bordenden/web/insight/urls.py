"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.insight.views.experience_publish import experience_publish
from bordenden.web.insight.views.programme import programme
from bordenden.web.insight.views.project import project
from bordenden.web.insight.views.release import release
from bordenden.web.insight.views.release_publish import release_publish
from bordenden.web.insight.views.releases import releases

urlpatterns: list[URLPattern] = [
    path("projekt/<uuid:project>/", project, name="project"),
    path("program/<uuid:programme>/", programme, name="programme"),
    path("program/<uuid:programme>/udgiv/", release_publish, name="release_publish"),
    path("program/<uuid:programme>/udgiv-samarbejde/", experience_publish, name="experience_publish"),
    path("udgivet/", releases, name="releases"),
    path("udgivet/<uuid:release>/", release, name="release"),
]
