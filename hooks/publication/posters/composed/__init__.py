"""A record without artwork becomes a poster."""
