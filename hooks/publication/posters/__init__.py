"""Artwork or record -> poster -> renditions: what goes in, what comes out, and how it is made."""
