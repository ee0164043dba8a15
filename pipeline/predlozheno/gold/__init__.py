"""Gold files, and what extracted records are worth against them."""
