"""What the packed program does first: Qt finds its fonts, and other programs their libraries."""

import os
import sys

if sys.platform.startswith("linux"):
    os.environ.setdefault("FONTCONFIG_FILE", os.path.join(sys._MEIPASS, "fonts", "fonts.conf"))
    # The program has been loaded; file managers and update-mime-database are to have their own.
    own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if own is not None:
        os.environ["LD_LIBRARY_PATH"] = own
