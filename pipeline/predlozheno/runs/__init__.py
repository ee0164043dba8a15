"""Many files become one run folder: inputs, failures, manifest."""
