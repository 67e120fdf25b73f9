"""Build backend: setuptools, told of what pyproject.toml cannot say to it.

- Packages can be listed there or found, not both; those of ``gumbel_gui/`` are to be found, and
  ``gumbel_gui.resources``, whose folder is ``resources/``, has to be listed.
- The files of a source distribution are listed in a MANIFEST.in, which setuptools expects at the
  top level.
- A wheel is for Python 3.11 and all that follow, since ``_kernels.c`` keeps to the stable ABI. The
  free-threaded builds of Python 3.13 and 3.14 have none, and get wheels of their own.
"""

import sysconfig

from setuptools import build_meta, find_packages, setup
from setuptools.command.egg_info import manifest_maker

manifest_maker.template = ".ci/MANIFEST.in"


class Backend(build_meta._BuildMetaBackend):
    """The hooks of ``setuptools.build_meta``, for a project without a setup.py."""

    def run_setup(self, setup_script: str = "setup.py") -> None:  # noqa: ARG002
        """Carry out the command in ``sys.argv``; the rest is read from pyproject.toml."""
        stable = {} if sysconfig.get_config_var("Py_GIL_DISABLED") else {"py_limited_api": "cp311"}
        setup(
            packages=[*find_packages(include=["gumbel_gui*"]), "gumbel_gui.resources"],
            options={"bdist_wheel": stable},
        )


backend = Backend()
