"""The catalogue (indsatsvifte): what there is, places and waiting lists, mentors."""
