/* Loops of gradient estimates, included by _kernels.c; descent_steps.py has the same in NumPy,
 * operation by operation, so that each gives the same bits. */

#define MOST_CLASSES 256

/* e^x of x ≤ 0, 0 below −708, as 2^m · e^r: m whole, |r| ≤ ln(2) / 2, e^r by its Taylor series. */
INLINE double exponential(double x) {
    static const double inverse_factorials[] = {
        1 / 6227020800.0, 1 / 479001600.0, 1 / 39916800.0, 1 / 3628800.0, 1 / 362880.0, 1 / 40320.0,
        1 / 5040.0, 1 / 720.0, 1 / 120.0, 1 / 24.0, 1 / 6.0, 1 / 2.0, 1.0, 1.0};
    const double shift = 6755399441055744.0; /* 1.5 · 2^52, as in power() */
    const double y = x > -708 ? x : -708, moved = y * 1.4426950408889634 + shift, m = moved - shift;
    const double r = (y - m * 6.93147180369123816490e-01) - m * 1.90821492927058770002e-10;
    double q = inverse_factorials[0];
    for (int n = 1; n < 14; n++) q = q * r + inverse_factorials[n];
    q = double_of(bits_of_double(q) + (bits_of_double(moved) << 52));
    return x >= -708 ? q : 0;
}

/* ln(1 + x) of x in [0, 1]: 2 artanh(x / (2 + x)). */
INLINE double log_1_plus(double x) {
    const double z = x / (2 + x), square = z * z;
    double q = 1 / 33.0;
    for (int n = 31; n > 0; n -= 2) q = q * square + 1.0 / n;
    return 2 * z * q;
}

/* ln x of x ≥ 1. */
INLINE double log_of(double x) {
    const int e = (int)(bits_of_double(x) >> 52) - 1023;
    const double m = double_of(bits_of_double(x) - ((uint64_t)e << 52));
    return e * 0.6931471805599453 + log_1_plus(m - 1);
}

/* Vectors of K numbers. */
INLINE double product(const double *v, const double *a, int K) {
    double sum = v[0] * a[0];
    for (int k = 1; k < K; k++) sum += v[k] * a[k];
    return sum;
}

/* The first of the largest. */
INLINE int largest_of(const double *x, int K) {
    int top = 0;
    for (int k = 1; k < K; k++) top = x[k] > x[top] ? k : top;
    return top;
}

/* softmax(x / t) of x whose largest entry is 0; at t = 0 the largest share it. */
INLINE void soften(const double *x, double t, int K, double *s) {
    for (int k = 0; k < K; k++) s[k] = t > 0 ? exponential(x[k] / t) : x[k] == 0;
    double sum = s[0];
    for (int k = 1; k < K; k++) sum += s[k];
    for (int k = 0; k < K; k++) s[k] = s[k] / sum;
}

/* v ∘ (a − v·a); out may be v or a. */
INLINE void pull(const double *v, const double *a, int K, double *out) {
    const double inner = product(v, a, K);
    for (int k = 0; k < K; k++) out[k] = v[k] * (a[k] - inner);
}

/* The same of shares p, without a constant in a that would cost digits. */
INLINE void pull_through(const double *p, double *a, int K, double *out) {
    const double constant = a[largest_of(p, K)];
    for (int k = 0; k < K; k++) a[k] -= constant;
    pull(p, a, K, out);
}

/* In the order of losses.py. */
enum { SOFT, HARD, SOFTMAX_HARD, DECOUPLED, REINMAX, RAO, SCORE, BASELINE, LEAVE_ONE_OUT, REBAR };

/* What all steps have in common; loss: w and f(e_k). */
typedef struct {
    int estimator, costs, on_p, by_t, K;
    Py_ssize_t n, copies;
    double rate, backward, eta;
    const double *w, *f;
} Rule;

/* Of one step: noise (n, K) and (copies, n, K), ln p and p, what the noise is added to; the largest
 * entries of ln p and of that are 0. */
typedef struct {
    const double *noise, *fresh;
    double soft, slope, factor, log_p[MOST_CLASSES], p[MOST_CLASSES], added[MOST_CLASSES];
} Step;

/* f'(y); y is the one-hot vector of a class if `at` is NULL. */
INLINE void slopes(const Rule *rule, const double *at, int hard, double *a) {
    for (int k = 0; k < rule->K; k++) {
        const double y = at ? at[k] : (k == hard);
        a[k] = rule->costs ? rule->w[k] : 2 * (y - rule->w[k]);
    }
}

/* The share of the draws that each class has, of what the noise is added to. */
INLINE void shares_of(const Rule *rule, const double *added, const double *noise, double *shares) {
    double g[MOST_CLASSES];
    for (int k = 0; k < rule->K; k++) shares[k] = 0;
    for (Py_ssize_t i = 0; i < rule->n; i++) {
        for (int k = 0; k < rule->K; k++) g[k] = added[k] + noise[i * rule->K + k];
        shares[largest_of(g, rule->K)] += 1;
    }
    for (int k = 0; k < rule->K; k++) shares[k] = shares[k] / rule->n;
}

/* The mean of advantages times ∇ln p of the class, of these shares of the draws. */
INLINE void scored(const Step *step, const double *advantages, const double *shares, int K,
                   double *mean) {
    const double all = product(shares, advantages, K);
    for (int k = 0; k < K; k++) mean[k] = shares[k] * advantages[k] - all * step->p[k];
}

/* The mean estimate of those that depend on the class alone. */
INLINE void by_class(const Rule *rule, const Step *step, double *mean) {
    const int K = rule->K;
    double shares[MOST_CLASSES], a[MOST_CLASSES], v[MOST_CLASSES];
    const double *added = step->added;
    if (rule->estimator == DECOUPLED && !rule->by_t) {
        soften(step->log_p, step->soft, K, v);
        for (int k = 0; k < K; k++)
            if (!rule->on_p)
                v[k] = step->soft > 0 ? step->log_p[k] / step->soft
                                      : (step->log_p[k] == 0 ? 0 : -INFINITY);
        added = v;
    }
    shares_of(rule, added, step->noise, shares);
    slopes(rule, shares, 0, a);
    if (rule->estimator == SOFTMAX_HARD) {
        pull_through(step->p, a, K, mean);
    } else if (rule->estimator == DECOUPLED) {
        soften(step->log_p, rule->backward, K, v);
        pull_through(v, a, K, mean);
        for (int k = 0; k < K; k++) mean[k] = mean[k] / rule->backward;
    } else if (rule->estimator == REINMAX) {
        double middle[MOST_CLASSES], own[MOST_CLASSES], second[MOST_CLASSES] = {0};
        soften(step->log_p, step->slope, K, v);
        for (int i = 0; i < K; i++)
            if (shares[i] > 0) {
                for (int k = 0; k < K; k++) middle[k] = (v[k] + (k == i)) / 2;
                slopes(rule, NULL, i, own);
                pull(middle, own, K, own);
                for (int k = 0; k < K; k++) second[k] += shares[i] * own[k];
            }
        pull_through(step->p, a, K, mean);
        for (int k = 0; k < K; k++) mean[k] = 2 * second[k] - mean[k] / 2;
    } else {
        const double *f = rule->f;
        const double baseline = rule->estimator == BASELINE        ? product(step->p, f, K)
                                : rule->estimator == LEAVE_ONE_OUT ? product(shares, f, K)
                                                                   : 0;
        const double n = (double)rule->n, others = n > 1 ? n - 1 : 1;
        const double factor = rule->estimator == LEAVE_ONE_OUT ? n / others : 1;
        for (int k = 0; k < K; k++) a[k] = (f[k] - baseline) * factor;
        scored(step, a, shares, K, mean);
    }
}

/* Gaps behind the largest of fresh scores that the same class wins; norm: ln Σ exp of the added. */
INLINE void fresh_gaps(const Step *step, const double *noise, int winner, double norm, int K,
                       double *gaps) {
    for (int k = 0; k < K; k++) {
        const double z = step->added[k] - norm + (noise[k] - noise[winner]);
        gaps[k] = (z < 0 ? z : 0) - log_1_plus(exponential(z < 0 ? z : -z));
    }
    gaps[winner] = 0;
}

/* The mean estimate of those that depend on relaxed vectors. */
INLINE void by_relaxed(const Rule *rule, const Step *step, double *mean) {
    const int K = rule->K, rebar = rule->estimator == REBAR;
    const int again = rebar || rule->estimator == RAO;
    const Py_ssize_t copies = rebar || !again ? 1 : rule->copies, n = rule->n;
    double g[MOST_CLASSES], s[MOST_CLASSES], a[MOST_CLASSES], q[MOST_CLASSES], sum[MOST_CLASSES] = {0};
    double advantages[MOST_CLASSES] = {0}, all = 0, norm = 0;
    if (again) {
        for (int k = 0; k < K; k++) norm += exponential(step->added[k]);
        norm = log_of(norm);
        soften(step->added, 1, K, q);
    }
    for (Py_ssize_t copy = 0; copy < copies; copy++)
        for (Py_ssize_t i = 0; i < n; i++) {
            for (int k = 0; k < K; k++) g[k] = step->added[k] + step->noise[i * K + k];
            const int winner = largest_of(g, K);
            const double largest = g[winner];
            for (int k = 0; k < K; k++) g[k] -= largest;
            if (again) {
                double gaps[MOST_CLASSES];
                fresh_gaps(step, step->fresh + (copy * n + i) * K, winner, norm, K, gaps);
                soften(gaps, step->soft, K, s);
                slopes(rule, rebar ? s : NULL, winner, a);
                if (rebar) {
                    double control[MOST_CLASSES], value = 0, lost = 0;
                    for (int k = 0; k < K; k++) {
                        const double y = s[k], w = rule->w[k];
                        value += rule->costs ? w * y : (y - w) * (y - w);
                    }
                    value = rule->f[winner] - rule->eta * value;
                    advantages[winner] += value;
                    all += value;
                    pull(s, a, K, control);
                    for (int k = 0; k < K; k++) {
                        gaps[k] = exponential(gaps[k]);
                        lost += control[k] * gaps[k];
                    }
                    for (int k = 0; k < K; k++)
                        control[k] = (1 - gaps[k]) * control[k] + q[k] * lost;
                    soften(g, step->soft, K, s);
                    slopes(rule, s, winner, a);
                    pull(s, a, K, a);
                    for (int k = 0; k < K; k++) sum[k] += a[k] - control[k];
                    continue;
                }
            } else {
                soften(g, step->soft, K, s);
                slopes(rule, rule->estimator == SOFT ? s : NULL, winner, a);
            }
            pull(s, a, K, a);
            for (int k = 0; k < K; k++) sum[k] += a[k];
        }
    for (int k = 0; k < K; k++) sum[k] = sum[k] / (double)(n * copies);
    if (rule->on_p) pull_through(step->p, sum, K, sum);
    for (int k = 0; k < K; k++) {
        mean[k] = sum[k] * step->factor;
        if (rebar) mean[k] = advantages[k] / n - all / n * step->p[k] + rule->eta * mean[k];
    }
}

/* Go down from ln p (K,), its largest entry 0: path (steps + 1, K), the first row is there already.
 * times (steps, 4): t of softmax, of slopes, what ln p is divided by, factor of slopes. */
CLONES static void descend(const Rule *rule, const double *noise, const double *fresh,
                           const double *times, const double *log_p, Py_ssize_t steps,
                           double *path) {
    const int K = rule->K;
    Step step;
    double move[MOST_CLASSES];
    memcpy(step.log_p, log_p, K * sizeof *log_p);
    for (Py_ssize_t i = 0; i < steps; i++) {
        const double *now = times + 4 * i;
        step.soft = now[0], step.slope = now[1], step.factor = now[3];
        step.noise = noise + i * rule->n * K;
        step.fresh = fresh + i * rule->copies * rule->n * K;
        memcpy(step.p, path + i * K, K * sizeof *path);
        const double *p = step.p, largest_p = p[largest_of(p, K)];
        for (int k = 0; k < K; k++)
            step.added[k] = rule->on_p ? p[k] - largest_p : step.log_p[k] / now[2];
        if (rule->estimator == SOFT || rule->estimator == HARD || rule->estimator == RAO ||
            rule->estimator == REBAR)
            by_relaxed(rule, &step, move);
        else
            by_class(rule, &step, move);
        for (int k = 0; k < K; k++) {
            const double by = rule->rate * move[k];
            step.log_p[k] -= by < -1e100 ? -1e100 : by > 1e100 ? 1e100 : by;
        }
        const double largest = step.log_p[largest_of(step.log_p, K)];
        for (int k = 0; k < K; k++) step.log_p[k] -= largest;
        soften(step.log_p, 1, K, path + (i + 1) * K);
    }
}

/* Sums of the estimates of single draws; gradient_passes.py has the same in NumPy. */

/* s below this counts as 0: its square would be no normal number. */
#define NEAR 1e-18f

/* What estimates depend on besides the draws; p: what slopes pass through, or NULL. */
typedef struct {
    int costs, kinds;
    Py_ssize_t K;
    const float *w, *p;
    Py_ssize_t top; /* the first of the largest p */
} Slopes;

/* Vectors of m ≤ BLOCK draws are worked on at once, as many as there is room for. */
#define ROOM 16384

/* v ∘ (a − v·a) of vectors a (K, ...) with rows `row` apart, and of v, K numbers. */
INLINE void pull_by(float *a, Py_ssize_t row, const float *v, Py_ssize_t K, Py_ssize_t top, int m) {
    float inner[BLOCK] = {0}, constant[BLOCK];
    memcpy(constant, a + top * row, m * sizeof *a);
    for (Py_ssize_t k = 0; k < K; k++)
        for (int i = 0; i < m; i++) {
            a[k * row + i] -= constant[i];
            inner[i] += a[k * row + i] * v[k];
        }
    for (Py_ssize_t k = 0; k < K; k++)
        for (int i = 0; i < m; i++) a[k * row + i] = (a[k * row + i] - inner[i]) * v[k];
}

/* s ∘ (a − s·a) of m draws, values (K, ...) with rows `row` apart, of s (K, `block`); a is f'(s), or
 * f'(D) if `hard`, without its factor 2. */
INLINE void pull_block(const Slopes *of, const float *s, int block, const uint8_t *codes, int hard,
                       int m, float *values, Py_ssize_t row) {
    float inner[BLOCK] = {0}, code[BLOCK];
    for (int i = 0; hard && i < m; i++) code[i] = codes[i];
    for (Py_ssize_t k = 0; k < of->K; k++) {
        const float *x = s + k * block, w = of->w[k], own = (float)k;
        if (of->costs)
            for (int i = 0; i < m; i++) inner[i] += w * x[i];
        else if (hard)
            for (int i = 0; i < m; i++) inner[i] += ((code[i] == own ? 1.0f : 0.0f) - w) * x[i];
        else
            for (int i = 0; i < m; i++) inner[i] += (x[i] - w) * x[i];
    }
    for (Py_ssize_t k = 0; k < of->K; k++) {
        const float *x = s + k * block, w = of->w[k], own = (float)k;
        float *v = values + k * row;
        if (of->costs)
            for (int i = 0; i < m; i++) v[i] = (w - inner[i]) * x[i];
        else if (hard)
            for (int i = 0; i < m; i++)
                v[i] = ((code[i] == own ? 1.0f : 0.0f) - w - inner[i]) * x[i];
        else
            for (int i = 0; i < m; i++) v[i] = (x[i] - w - inner[i]) * x[i];
    }
    if (of->p) pull_by(values, row, of->p, of->K, of->top, m);
}

/* Take the first draw from values (K, ...), so that q is exactly 0 if all are equal, and add them
 * up: lanes (K, LANES). */
INLINE void add_block(float *values, Py_ssize_t row, Py_ssize_t K, int m, const float *first,
                      double *lanes) {
    for (Py_ssize_t k = 0; k < K; k++) {
        float *v = values + k * row;
        const float start = first[k];
        double sums[LANES];
        memcpy(sums, lanes + k * LANES, sizeof sums);
        for (int i = 0; i < m; i++) v[i] -= start;
        int i = 0;
        for (; i + LANES <= m; i += LANES)
            for (int j = 0; j < LANES; j++) sums[j] += v[i + j];
        for (int j = 0; i + j < m; j++) sums[j] += v[i + j];
        memcpy(lanes + k * LANES, sums, sizeof sums);
    }
}

/* Σ v (K,), and Σ q and Σ q² of q = ‖v − m‖² about their mean m, of n values: sums (K + 2,). */
INLINE void sum_part(const float *values, Py_ssize_t row, Py_ssize_t K, Py_ssize_t n,
                     const float *first, const double *lanes, double *sums) {
    double squares[LANES] = {0}, fourths[LANES] = {0};
    float mean[MOST_CLASSES];
    for (Py_ssize_t k = 0; k < K; k++) {
        const double total = all_lanes(lanes + k * LANES);
        mean[k] = (float)(total / (double)n);
        sums[k] = (double)n * first[k] + total;
    }
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float q[BLOCK] = {0};
        for (Py_ssize_t k = 0; k < K; k++) {
            const float *v = values + k * row + start, middle = mean[k];
            for (int i = 0; i < m; i++) q[i] += (v[i] - middle) * (v[i] - middle);
        }
        add_moments(q, squares, fourths);
    }
    sums[K] = all_lanes(squares);
    sums[K + 1] = all_lanes(fourths);
}

/* The sums of Gumbel-softmax and straight-through, or of the one that both are, (t, parts, kinds,
 * K + 2), of shifted (K, n) and codes (n,) at each t, in parts of `width` draws; values (kinds, K,
 * width) are those of the last one, less their first. */
CLONES static void estimate_sums(const Slopes *of, const char *shifted, Py_ssize_t step,
                                 const uint8_t *codes, Py_ssize_t n, const double *t,
                                 Py_ssize_t temperatures, float *values, Py_ssize_t width,
                                 double *sums) {
    const Py_ssize_t K = of->K, parts = (n + width - 1) / width, kinds = of->kinds;
    const int block = (int)(ROOM / K < BLOCK ? ROOM / K / LANES * LANES : BLOCK);
    float s[ROOM], first[2 * MOST_CLASSES];
    double lanes[2 * MOST_CLASSES * LANES];
    for (Py_ssize_t part = 0; part < parts; part++) {
        const Py_ssize_t begin = part * width, count = n - begin < width ? n - begin : width;
        for (Py_ssize_t at = 0; at < temperatures; at++) {
            memset(lanes, 0, kinds * K * LANES * sizeof *lanes);
            for (Py_ssize_t i = 0; i < count; i += block) {
                const int m = (int)(count - i < block ? count - i : block);
                softmax(shifted + (begin + i) * (Py_ssize_t)sizeof(float), step, (char *)s,
                        block * (Py_ssize_t)sizeof(float), K, m, t[at]);
                for (Py_ssize_t j = 0; j < (K - 1) * block + m; j++) s[j] = s[j] > NEAR ? s[j] : 0;
                for (Py_ssize_t kind = 0; kind < kinds; kind++) {
                    float *here = values + kind * K * width + i, *firsts = first + kind * K;
                    pull_block(of, s, block, codes + begin + i, (int)kind, m, here, width);
                    for (Py_ssize_t k = 0; !i && k < K; k++) firsts[k] = here[k * width];
                    add_block(here, width, K, m, firsts, lanes + kind * K * LANES);
                }
            }
            for (Py_ssize_t kind = 0; kind < kinds; kind++)
                sum_part(values + kind * K * width, width, K, count, first + kind * K,
                         lanes + kind * K * LANES,
                         sums + ((at * parts + part) * kinds + kind) * (K + 2));
        }
    }
}

#define SHORT 256 /* draws whose products are added up in single precision */

/* Σ x_i x_j over draws of x (K, n), K ≤ 64, out (K, K). An x up to `tiny` > 0 counts as 0, and the
 * others for as much less: products below the normal numbers take a hundred times as long. */
CLONES static void products(const char *x, Py_ssize_t step, int K, Py_ssize_t n, float tiny,
                            double *out) {
    float rows[ROOM];
    for (int i = 0; i < K * K; i++) out[i] = 0;
    for (Py_ssize_t start = 0; start < n; start += SHORT) {
        const int m = (int)(n - start < SHORT ? n - start : SHORT);
        for (int k = 0; k < K; k++) {
            const float *row = (const float *)(x + k * step) + start;
            float *copy = rows + k * SHORT;
            for (int i = 0; i < m; i++) copy[i] = tiny > 0 ? (row[i] > tiny ? row[i] : tiny) - tiny : row[i];
            for (int i = m; i < SHORT; i++) copy[i] = 0;
        }
        for (int i = 0; i < K; i++)
            for (int j = i; j < K; j++) {
                const float *a = rows + i * SHORT, *b = rows + j * SHORT;
                float lanes[LANES] = {0};
                for (int l = 0; l < SHORT; l += LANES)
                    for (int lane = 0; lane < LANES; lane++) lanes[lane] += a[l + lane] * b[l + lane];
                double sum = lanes[0];
                for (int lane = 1; lane < LANES; lane++) sum += lanes[lane];
                out[i * K + j] += sum;
            }
    }
    for (int i = 0; i < K; i++)
        for (int j = 0; j < i; j++) out[i * K + j] = out[j * K + i];
}
