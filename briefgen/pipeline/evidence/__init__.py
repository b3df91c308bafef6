"""From a scope to what each topic quotes: `choosing` joins what is read, matched, graded, scored, heard and new."""
