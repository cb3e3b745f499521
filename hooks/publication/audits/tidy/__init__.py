"""The normal form of a record, and new records in it."""
