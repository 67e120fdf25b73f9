"""Styles, class colours and mixing of colours."""
