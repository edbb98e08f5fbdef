"""How the cast wants to hear: Amina and Bo by mail (to addresses that lead nowhere), Karim on paper. All made up."""

from bordenden.people.actions import choose_notices
from bordenden.people.words import Wish
from bordenden.post.actions import queue
from bordenden.post.words import Kind
from bordenden.worlds.cast.people import Cast


def build_notices(cast: Cast) -> None:
    """And one letter that is on its way to Karim."""
    for name, way in (("amina", Wish.EMAIL), ("bo", Wish.EMAIL), ("karim", Wish.PAPER)):
        person, email = getattr(cast, name), f"{name}@fjordby.example" if way == Wish.EMAIL else ""
        choose_notices(person=person, way=way, email=email, reminders=name == "amina", by=person, at=cast.at)
    queue(to=cast.karim, kind=Kind.PLAN_READY, about=cast.karims_table, event="plan_ready:cast", at=cast.at)
