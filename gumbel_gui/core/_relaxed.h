/* Sums of relaxed draws at many temperatures, included by _kernels.c; relaxed_passes.py has the
 * same in NumPy, operation by operation, so that each gives the same bits. */

#define LOG_2 0.6931471805599453

/* The sum of a block x · y: within each lane in float, of the lanes in double, in halves. */
INLINE double block_sum(const float *x, const float *y) {
    float lanes[LANES] = {0};
    double sums[LANES];
    for (int i = 0; i < BLOCK; i += LANES)
        for (int j = 0; j < LANES; j++) lanes[j] += x[i + j] * y[i + j];
    for (int j = 0; j < LANES; j++) sums[j] = lanes[j];
    for (int half = LANES / 2; half; half /= 2)
        for (int j = 0; j < half; j++) sums[j] += sums[half + j];
    return sums[0];
}

/* Σ ln z of a block of z in [1, 256], of products in double, which 32 of them do not overflow. */
INLINE double block_logarithms(const float *z) {
    const uint64_t root = 0x3FE6A09E667F3BCDu, fraction = ((uint64_t)1 << 52) - 1; /* √½ */
    double products[LANES], sum = 0;
    for (int j = 0; j < LANES; j++) products[j] = 1;
    for (int i = 0; i < BLOCK; i += LANES)
        for (int j = 0; j < LANES; j++) products[j] *= z[i + j];
    for (int j = 0; j < LANES; j++) {
        const uint64_t bits = bits_of_double(products[j]) - root;
        const float f = (float)(double_of((bits & fraction) + root) - 1);
        sum += (double)(bits >> 52) * LOG_2 + logarithm(0, f);
    }
    return sum;
}

/* For each of the temperatures t (T,), as for softmax, of the gaps (K, n) ≤ 0, with a 0 in each
 * draw: Σ s of each class, total (T, K), and spread (T, 3): Σ of the largest entry of s, Σ ln Z
 * with Z = Σ exp(gap / t), and Σ s · gap / t. e (K, BLOCK) is worked in. */
CLONES static void relaxed_sums(const char *gaps, Py_ssize_t row, Py_ssize_t classes, Py_ssize_t n,
                                const double *temperatures, Py_ssize_t steps, double *total,
                                double *spread, float *e) {
    memset(total, 0, steps * classes * sizeof *total);
    memset(spread, 0, steps * 3 * sizeof *spread);
    memset(e, 0, classes * BLOCK * sizeof *e);
    float ones[BLOCK];
    for (int i = 0; i < BLOCK; i++) ones[i] = 1;
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        for (Py_ssize_t step = 0; step < steps; step++) {
            const double t = temperatures[step];
            const float scale = (float)(1.4426950408889634 / t);
            const float lowest = (float)(87 * t < FLT_MAX ? -87 * t : -FLT_MAX);
            float z[BLOCK] = {0}, share[BLOCK] = {0}, product[BLOCK] = {0};
            for (Py_ssize_t k = 0; k < classes; k++) {
                const float *gap = (const float *)(gaps + k * row) + start;
                float *own = e + k * BLOCK;
                for (int i = 0; i < m; i++) {
                    const float y = (gap[i] > lowest ? gap[i] : lowest) * scale, x = power(y, -0.0f);
                    own[i] = gap[i] >= lowest ? x : 0;
                    z[i] += own[i];
                    product[i] += own[i] * y;
                }
            }
            for (int i = 0; i < m; i++) share[i] = 1 / z[i];
            for (int i = m; i < BLOCK; i++) z[i] = 1;
            for (Py_ssize_t k = 0; k < classes; k++)
                total[step * classes + k] += block_sum(e + k * BLOCK, share);
            spread[3 * step] += block_sum(ones, share);
            spread[3 * step + 1] += block_logarithms(z);
            spread[3 * step + 2] += block_sum(product, share) * LOG_2;
        }
    }
}
