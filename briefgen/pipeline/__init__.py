"""Use cases: one small file each, which joins the rooms in order."""
