"""How each library says the steps of the Gumbel-softmax trick, with draws along axis 0.

All compute in double precision: a uniform number of single precision cuts the noise off near 16.6.
"""

from __future__ import annotations

from typing import NamedTuple


class Library(NamedTuple):
    """Pieces of a program.

    They use the names ``p``, ``log_p``, ``K``, ``t``, ``n``, ``x``, ``noise``, ``g``, ``classes``
    and ``s``. ``{n}`` stands for how many are drawn at once, ``{key}`` for JAX's key of them.

    Attributes:
        title: what it is called.
        imports: lines at the top.
        vector: of the numbers ``{}``.
        log: ln p.
        exp: p of ln p.
        seed: a line that sets ``{seed}``.
        next_key: a line before each block of draws, if needed.
        gumbel, uniform, normal, logistic, none: noise of each kind.
        t_added: noise of ``x`` with t in both logarithms.
        half: lines for ε of x = j / 2048 in half precision.
        half_scores: ``g`` in half precision, as a double.
        most, only_most: the largest ln p; 0 there and −∞ elsewhere.
        single: lines for ε of uniform numbers of single precision with 1e-20 in both logarithms.
        argmax: ``classes`` of ``g``.
        softmax: lines for ``s`` at ``t``, with the largest score subtracted first.
        outside: lines for ``s`` with what is appended as ``{over_t}`` outside the exponential.
        one_hot: ``s`` at t = 0.
        zeros: K of them.
        counts, ties: of the classes; of all with the largest ``g``.
        total, mean: of s over draws.
        shown: a result ``{}`` as it is printed.
    """

    title: str
    imports: str
    vector: str
    log: str
    exp: str
    seed: str
    next_key: str
    gumbel: str
    uniform: str
    normal: str
    logistic: str
    none: str
    t_added: str
    half: str
    half_scores: str
    most: str
    only_most: str
    single: str
    argmax: str
    softmax: str
    outside: str
    one_hot: str
    zeros: str
    counts: str
    ties: str
    total: str
    mean: str
    shown: str = "{}"


NUMPY = Library(
    title="NumPy",
    imports="import numpy as np",
    vector="np.array({})",
    log="np.log(p)",
    exp="np.exp(log_p)",
    seed="rng = np.random.default_rng({seed})",
    next_key="",
    gumbel="rng.gumbel(size=({n}, K))",
    uniform="rng.random(size=({n}, K))",
    normal="rng.standard_normal(size=({n}, K))",
    logistic="rng.logistic(size=({n}, K))",
    none="np.zeros(({n}, K))",
    t_added="-np.log(t - np.log(x + t))",
    half=(
        "x = np.clip(rng.integers(2048, size=({n}, K)) / 2048, 2**-10, 1 - 2**-10)\n"
        "noise = -np.log(-np.log(x.astype(np.float16)))"
    ),
    half_scores="(log_p.astype(np.float16) + noise).astype(np.float64)",
    most="log_p.max()",
    only_most="np.where(log_p == log_p.max(), 0.0, -np.inf)",
    single=(
        "x = rng.random(size=({n}, K)).astype(np.float32)\n"
        "noise = -np.log(-np.log(x + 1e-20) + 1e-20)"
    ),
    argmax="g.argmax(axis=1)",
    softmax=(
        "s = np.exp((g - g.max(axis=1, keepdims=True)) / t)\ns /= s.sum(axis=1, keepdims=True)"
    ),
    outside=(
        "s = np.exp(g - g.max(axis=1, keepdims=True)){over_t}\ns /= s.sum(axis=1, keepdims=True)"
    ),
    one_hot="np.eye(K)[classes]",
    zeros="np.zeros(K)",
    counts="np.bincount(classes, minlength=K)",
    ties="(g == g.max(axis=1, keepdims=True)).sum(axis=0)",
    total="s.sum(axis=0)",
    mean="s.mean(axis=0)",
)
PYTORCH = Library(
    title="PyTorch",
    imports="import torch",
    vector="torch.tensor({}, dtype=torch.float64)",
    log="p.log()",
    exp="log_p.exp()",
    seed="torch.manual_seed({seed})",
    next_key="",
    gumbel="-torch.empty({n}, K, dtype=torch.float64).exponential_().log()",
    uniform="torch.rand({n}, K, dtype=torch.float64)",
    normal="torch.randn({n}, K, dtype=torch.float64)",
    logistic="torch.rand({n}, K, dtype=torch.float64).logit()",
    none="torch.zeros({n}, K, dtype=torch.float64)",
    t_added="-torch.log(t - torch.log(x + t))",
    half=(
        "x = torch.rand({n}, K, dtype=torch.float16).clamp(2**-10, 1 - 2**-10)\n"
        "noise = -torch.log(-torch.log(x))"
    ),
    half_scores="(log_p.half() + noise).double()",
    most="log_p.max()",
    only_most="torch.where(log_p == log_p.max(), 0.0, -torch.inf)",
    single=(
        "x = torch.rand({n}, K, dtype=torch.float64).float()\n"
        "noise = -torch.log(-torch.log(x + 1e-20) + 1e-20)"
    ),
    argmax="g.argmax(dim=1)",
    softmax="s = torch.softmax((g - g.amax(dim=1, keepdim=True)) / t, dim=1)",
    outside=(
        "s = torch.exp(g - g.amax(dim=1, keepdim=True)){over_t}\ns /= s.sum(dim=1, keepdim=True)"
    ),
    one_hot="torch.nn.functional.one_hot(classes, K).double()",
    zeros="torch.zeros(K, dtype=torch.float64)",
    counts="torch.bincount(classes, minlength=K).double()",
    ties="(g == g.amax(dim=1, keepdim=True)).double().sum(dim=0)",
    total="s.sum(dim=0)",
    mean="s.mean(dim=0)",
    shown="{}.tolist()",
)
JAX = Library(
    title="JAX",
    imports=(
        'import jax\nimport jax.numpy as jnp\n\njax.config.update("jax_enable_x64", True)  # {note}'
    ),
    vector="jnp.array({})",
    log="jnp.log(p)",
    exp="jnp.exp(log_p)",
    seed="key = jax.random.key({seed})",
    next_key="key, subkey = jax.random.split(key)",
    gumbel="jax.random.gumbel({key}, ({n}, K))",
    uniform="jax.random.uniform({key}, ({n}, K))",
    normal="jax.random.normal({key}, ({n}, K))",
    logistic="jax.random.logistic({key}, ({n}, K))",
    none="jnp.zeros(({n}, K))",
    t_added="-jnp.log(t - jnp.log(x + t))",
    half=(
        "x = jnp.clip(jax.random.randint({key}, ({n}, K), 0, 2048) / 2048, 2**-10, 1 - 2**-10)\n"
        "noise = -jnp.log(-jnp.log(x.astype(jnp.float16)))"
    ),
    half_scores="(log_p.astype(jnp.float16) + noise).astype(jnp.float64)",
    most="log_p.max()",
    only_most="jnp.where(log_p == log_p.max(), 0.0, -jnp.inf)",
    single=(
        "x = jax.random.uniform({key}, ({n}, K)).astype(jnp.float32)\n"
        "noise = -jnp.log(-jnp.log(x + 1e-20) + 1e-20)"
    ),
    argmax="g.argmax(axis=1)",
    softmax="s = jax.nn.softmax((g - g.max(axis=1, keepdims=True)) / t, axis=1)",
    outside=(
        "s = jnp.exp(g - g.max(axis=1, keepdims=True)){over_t}\n"
        "s = s / s.sum(axis=1, keepdims=True)"
    ),
    one_hot="jax.nn.one_hot(classes, K)",
    zeros="jnp.zeros(K)",
    counts="jnp.bincount(classes, length=K)",
    ties="(g == g.max(axis=1, keepdims=True)).sum(axis=0)",
    total="s.sum(axis=0)",
    mean="s.mean(axis=0)",
)
TFP = Library(
    title="TensorFlow Probability",
    imports=(
        "import tensorflow as tf\nimport tensorflow_probability as tfp\n\ntfd = tfp.distributions"
    ),
    vector="tf.constant({}, tf.float64)",
    log="tf.math.log(p)",
    exp="tf.exp(log_p)",
    seed="tf.random.set_seed({seed})",
    next_key="",
    gumbel="tfd.Gumbel(tf.zeros(K, tf.float64), 1.0).sample({n})",
    uniform="tfd.Uniform(tf.zeros(K, tf.float64), 1.0).sample({n})",
    normal="tfd.Normal(tf.zeros(K, tf.float64), 1.0).sample({n})",
    logistic="tfd.Logistic(tf.zeros(K, tf.float64), 1.0).sample({n})",
    none="tf.zeros([{n}, K], tf.float64)",
    t_added="-tf.math.log(t - tf.math.log(x + t))",
    half=(
        "x = tf.cast(tf.random.uniform([{n}, K], 0, 2048, tf.int32), tf.float64) / 2048\n"
        "x = tf.cast(tf.clip_by_value(x, 2**-10, 1 - 2**-10), tf.float16)\n"
        "noise = -tf.math.log(-tf.math.log(x))"
    ),
    half_scores="tf.cast(tf.cast(log_p, tf.float16) + noise, tf.float64)",
    most="tf.reduce_max(log_p)",
    only_most=('tf.where(log_p == tf.reduce_max(log_p), tf.zeros_like(log_p), -float("inf"))'),
    single=(
        "x = tf.cast(tfd.Uniform(tf.zeros(K, tf.float64), 1.0).sample({n}), tf.float32)\n"
        "noise = tf.cast(-tf.math.log(-tf.math.log(x + 1e-20) + 1e-20), tf.float64)"
    ),
    argmax="tf.argmax(g, axis=1, output_type=tf.int32)",
    softmax="s = tf.nn.softmax((g - tf.reduce_max(g, axis=1, keepdims=True)) / t)",
    outside=(
        "s = tf.exp(g - tf.reduce_max(g, axis=1, keepdims=True)){over_t}\n"
        "s /= tf.reduce_sum(s, axis=1, keepdims=True)"
    ),
    one_hot="tf.one_hot(classes, K, dtype=tf.float64)",
    zeros="tf.zeros(K, tf.float64)",
    counts="tf.cast(tf.math.bincount(classes, minlength=K), tf.float64)",
    ties="tf.math.count_nonzero(g == tf.reduce_max(g, 1, True), 0, dtype=tf.float64)",
    total="tf.reduce_sum(s, axis=0)",
    mean="tf.reduce_mean(s, axis=0)",
    shown="{}.numpy()",
)
LIBRARIES = {"numpy": NUMPY, "pytorch": PYTORCH, "jax": JAX, "tfp": TFP}
"""By the names of the command line."""
