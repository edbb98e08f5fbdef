"""Writes about moving: she is asked, answers; the table is closed and packed, put down there, and received."""

from bordenden.moves.actions.asking import answer, ask_those_who_move
from bordenden.moves.actions.receiving import delete_left_behind, receive
from bordenden.moves.actions.sending import Parcel, pack, put_down, sent

__all__ = ["Parcel", "answer", "ask_those_who_move", "delete_left_behind", "pack", "put_down", "receive", "sent"]
