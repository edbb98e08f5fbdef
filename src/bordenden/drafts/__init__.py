"""Drafts: what somebody has typed and not yet sent, kept on the server for the writer alone."""
