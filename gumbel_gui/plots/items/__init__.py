"""Graphics items that several plots share."""
