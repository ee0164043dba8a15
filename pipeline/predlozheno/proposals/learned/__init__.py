"""What surrounds the learned choice among candidates: spans, features, weights, decoding, training."""
