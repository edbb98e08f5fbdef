"""All addresses: a door each; nothing in an address is personal."""

from django.urls import include, path

urlpatterns = [
    path("", include("bordenden.web.entry.urls")),
    path("", include("bordenden.web.citizen.urls")),
    path("gaest/", include("bordenden.web.guest.urls")),
    path("sagsbehandler/", include("bordenden.web.staff.urls")),
    path("tal/", include("bordenden.web.insight.urls")),
]

handler400 = "bordenden.web.entry.views.refused.bad_request"
handler403 = "bordenden.web.entry.views.refused.forbidden"
handler404 = "bordenden.web.entry.views.refused.not_found"
handler500 = "bordenden.web.entry.views.refused.server_error"
