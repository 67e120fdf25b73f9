"""The list of survivors is about lines that are there, and each module has tests to try."""

from tests.mutants.__main__ import SKIPPED
from tests.mutants.modules import MODULES, mirrors_of, path_of
from tests.mutants.survivors import Survivor, explained, read, survivor_of

DIFF = """--- a/m.py
+++ b/m.py
@@ -1,3 +1,3 @@
 x = 1
-    return x + 1
+    return x - 1
"""


def test_every_survivor_is_of_a_line_that_is_there_and_has_a_reason():
    for each, why in read().items():
        assert each.was in path_of(each.module).read_text("utf-8"), each
        assert why


def test_every_module_has_tests_of_its_own():
    assert {"core/gumbel", "core/parsing", "plots/words/text", "figures/names"} < {*MODULES}
    assert all(mirrors_of(module) for module in MODULES)


def test_a_change_is_known_wherever_it_stands():
    found = survivor_of("core/m", DIFF)
    assert found == Survivor("core/m", "return x + 1", "return x - 1")
    assert explained(found, {found: "why"})
    assert explained(found, {Survivor("core/m", "return x + 1", "*"): "why"})
    assert not explained(found, {Survivor("core/n", "return x + 1", "*"): "why"})
    assert '"return x - 1"' in found.toml("why")


def test_what_any_test_kills_or_none_can_is_not_made():
    assert SKIPPED.match("core/ReplaceBinaryOperator_Add_LShift")
    assert SKIPPED.match("core/ReplaceBinaryOperator_BitOr_Sub")
    assert SKIPPED.match("core/ReplaceComparisonOperator_Eq_Is")
    assert not SKIPPED.match("core/ReplaceBinaryOperator_Add_Sub")
    assert not SKIPPED.match("core/ReplaceComparisonOperator_Is_IsNot")
    assert not SKIPPED.match("core/ReplaceBinaryOperator_RShift_LShift")
