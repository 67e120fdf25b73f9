"""How the one compiled module is built; everything else is in pyproject.toml.

It is optional: without a compiler, or with one that cannot, the installation goes on, and the
program does the same with NumPy alone.
"""

import platform

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

# Nothing here may change a result: each operation is rounded by itself, as IEEE 754 says. Vectors
# need to know only that nobody traps floating point exceptions or reads errno.
UNIX = ["-O3", "-g0", "-std=c11", "-ffp-contract=off", "-fno-trapping-math", "-fno-math-errno"]
WIDE = ["-mprefer-vector-width=512"]  # for the versions that are chosen where there are such
FLAGS = {"msvc": ["/O2", "/std:c11", "/fp:precise"]}


class BuildForCompiler(build_ext):
    """Adds what the compiler at hand understands."""

    def build_extension(self, ext: Extension) -> None:
        """Build one extension module."""
        wide = WIDE if platform.machine() in ("x86_64", "AMD64") else []
        ext.extra_compile_args = FLAGS.get(self.compiler.compiler_type, UNIX + wide)
        super().build_extension(ext)


setup(
    cmdclass={"build_ext": BuildForCompiler},
    ext_modules=[
        Extension("gumbel_gui.core._kernels", ["gumbel_gui/core/_kernels.c"], optional=True)
    ],
)
