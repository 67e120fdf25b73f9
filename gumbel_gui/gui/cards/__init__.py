"""Cards of plots, pages of views, and controls of single plots' parameters."""
