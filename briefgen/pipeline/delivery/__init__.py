"""Editions on their way: made, reviewed, approved, sent, and what is due."""
