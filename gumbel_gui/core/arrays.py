"""Types of arrays. Shapes are in the docstrings; axis 0 is the class, further axes are draws."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
AnyFloats = NDArray[np.floating[Any]]
Whole = NDArray[np.int64]
Indices = NDArray[np.intp]
Bytes = NDArray[np.uint8]
Booleans = NDArray[np.bool_]
