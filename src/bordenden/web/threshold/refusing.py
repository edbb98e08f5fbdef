"""What becomes of a form when a rule says no: why stands on it, what was typed stays, and it can be sent again."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import BaseForm

from bordenden.foundation.rules import NotPossible, Stale


def again(form: BaseForm, **hidden: object) -> None:
    """Send these values with the next try, in place of those that were refused."""
    form.data = {
        **{name: form.data.get(name) for name in form.data},
        **{key: str(one) for key, one in hidden.items()},
    }


@contextmanager
def heeding(form: BaseForm) -> Iterator[None]:
    """For a form of a few settings: the next try is measured against what somebody else saved in between."""
    try:
        yield
    except NotPossible as refused:
        form.add_error(None, str(refused))
        if isinstance(refused, Stale):
            again(form, version=refused.version)
