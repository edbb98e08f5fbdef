"""Letters out: what somebody is to hear, once a person and event, and when."""
