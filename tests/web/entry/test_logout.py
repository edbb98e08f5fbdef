"""Log ud: the session is over, and the browser forgets."""

from django.test import Client

from tests.cast import Cast, client_of


def test_logging_out_ends_the_session_and_clears_the_browser(cast: Cast) -> None:
    """On a shared telephone the next one finds nothing."""
    client = client_of(cast.amina)
    response = client.post("/log-ud/")
    assert (response.status_code, response["Location"]) == (303, "/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/hjem/")["Location"] == "/log-ind/?next=%2Fhjem%2F"


def test_a_link_logs_nobody_out(cast: Cast) -> None:
    """GET is refused, and a POST without our token too."""
    client = client_of(cast.lis)
    assert client.get("/log-ud/").status_code == 405
    assert "_auth_user_id" in client.session
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.lis.login)
    assert strict.post("/log-ud/").status_code == 403
    assert "_auth_user_id" in strict.session
