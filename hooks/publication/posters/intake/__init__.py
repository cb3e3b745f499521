"""What a supplied file is, whether it can be published, and what it says."""
