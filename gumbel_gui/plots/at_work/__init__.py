"""What the noise does in practice: decoding, and a watermark, one file per plot."""
