"""``python -m gumbel_gui`` is the installed program ``gumbel-gui``."""

import sys

from gumbel_gui.cli import main

sys.exit(main())
