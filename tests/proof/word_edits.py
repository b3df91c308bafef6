"""What people and programs do to a Word file, each with what proof must find."""

import edits_of_people
import edits_of_programs
from editing import EDITS, Edit
from word_files import MADE_UP, Word

__all__ = ["EDITS", "MADE_UP", "Edit", "Word", "edits_of_people", "edits_of_programs"]
