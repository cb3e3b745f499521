"""Catalogue and posters -> artefacts. Templates are in `overrides/views`."""
