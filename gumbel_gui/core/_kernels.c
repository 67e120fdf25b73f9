/* The loops that take most of the program's time, compiled. passes.py has the same in NumPy, to the
 * bit, for where there was no compiler; only kernels.py knows which is used.
 *
 * Arrays come by the buffer protocol: (K, n) with contiguous rows, that may lie apart. Anything
 * else is refused with a ValueError. The GIL is released while a loop runs.
 *
 * Only +, −, ×, ÷, comparisons and moves of bits are used, each rounded as IEEE 754 says and none
 * contracted into another (-ffp-contract=off): so a draw gets the same bits wherever it lies in an
 * array, and on every processor, vectors or not. Never build this with -ffast-math.
 */
#include <pyconfig.h>
#ifndef Py_GIL_DISABLED
#define Py_LIMITED_API 0x030B0000 /* one module for Python 3.11 and all that follow */
#endif
#include <Python.h>
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#if FLT_EVAL_METHOD != 0
#error "Arithmetic in excess precision would give other bits here and there."
#endif

/* One version of each loop for every generation of processors, chosen when it is loaded. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#if defined(__GNUC__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static __forceinline
#endif

#define BLOCK 512 /* draws that are worked on at once: their arrays stay in the nearest cache */
#define LANES 16 /* sums that are added side by side */
#define TABLES 4 /* counts side by side: equal neighbours do not wait for one another */
#define MOST_BINS 255

INLINE uint32_t bits_of(float x) { uint32_t i; memcpy(&i, &x, sizeof i); return i; }
INLINE float float_of(uint32_t i) { float x; memcpy(&x, &i, sizeof x); return x; }
INLINE uint64_t bits_of_double(double x) { uint64_t i; memcpy(&i, &x, sizeof i); return i; }
INLINE double double_of(uint64_t i) { double x; memcpy(&x, &i, sizeof x); return x; }

/* 2^(y + rest) of y in [−126, 0] and a rest much below 1, in float: y = m + r, m whole and |r| ≤ 0.5;
 * 2^r by a minimax polynomial of degree 6 (relative error 2.6e-9 without rounding), in pairs. */
INLINE float power(float y, float rest) {
    /* 1.5 · 2^23: what is added to it is rounded to a whole number. */
    const float shift = 12582912.0f, moved = y + shift, r = (y - (moved - shift)) + rest;
    const float square = r * r, a = 6.93147242e-1f + 2.40226522e-1f * r;
    const float b = 5.55030964e-2f + 9.61768907e-3f * r, c = 1.34069507e-3f + 1.55954796e-4f * r;
    const float q = a + square * (b + square * c);
    return float_of(bits_of(q * r + 1.0f) + (bits_of(moved) << 23));
}

/* ln(2^e · (1 + f)) of e whole and 1 + f in [√½, √2): f − f²/2 + f³ · (minimax polynomial of degree
 * 7, in pairs, which wait less for one another), relative error 5.9e-9 without rounding. */
INLINE float logarithm(float e, float f) {
    const float square = f * f;
    const float a = 3.33333313e-1f - 2.50008225e-1f * f, b = 2.00012341e-1f - 1.66232988e-1f * f;
    const float c = 1.42015532e-1f - 1.31605819e-1f * f, d = 1.27633259e-1f - 7.63565376e-2f * f;
    const float q = (a + b * square) + (c + d * square) * (square * square);
    const float tail = (q * f - 0.5f) * square + e * -2.12194440e-4f; /* ln 2 in two parts */
    return e * 0.693359375f + (f + tail);
}

/* The largest ln p + ε of m draws from start on, best (m,), of ln p (K,) and ε (K, n). */
INLINE void find_best(const float *log_p, const char *noise, Py_ssize_t noise_row,
                      Py_ssize_t classes, Py_ssize_t start, int m, float *best) {
    for (int i = 0; i < m; i++) best[i] = -INFINITY;
    for (Py_ssize_t k = 0; k < classes; k++) {
        const float *row = (const float *)(noise + k * noise_row) + start, shift = log_p[k];
        for (int i = 0; i < m; i++) {
            const float g = row[i] + shift;
            best[i] = g > best[i] ? g : best[i];
        }
    }
}

/* s = exp(gap / t) / sum of gaps (K, n) ≤ 0, −∞ allowed, 0 in each draw; t > 0, finite, at least
 * FLT_MIN. s (K, n) may be the gaps. What is below the normal numbers of float is 0. Where there is
 * an ln p (K,), ε are given, and the gaps are those of ln p + ε.
 * exp(gap / t) = 2^y with y = gap · (high + low) = gap · log2(e) / t. Measured: s is within 2 ulp +
 * 1 ulp · |gap / t|, which is the rounding of y, and K/2 ulp more for the sum of K entries (at
 * K = 64 up to 15 were seen). */
INLINE void soften_rows(const float *log_p, const char *gaps, Py_ssize_t gap_row, char *s,
                        Py_ssize_t s_row, Py_ssize_t classes, Py_ssize_t n, double t) {
    const double scale = 1.4426950408889634 / t;
    const float high = (float)scale;
    const float rest = (float)(scale - high), low = rest < FLT_MIN && rest > -FLT_MIN ? 0.0f : rest;
    const float lowest = (float)(87 * t < FLT_MAX ? -87 * t : -FLT_MAX);
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float e[BLOCK], sum[BLOCK], least[BLOCK], best[BLOCK];
        for (int i = 0; i < m; i++) sum[i] = 0;
        if (log_p) find_best(log_p, gaps, gap_row, classes, start, m, best);
        for (Py_ssize_t k = 0; k < classes; k++) {
            const float *row = (const float *)(gaps + k * gap_row) + start;
            for (int i = 0; i < m; i++) {
                const float gap = log_p ? (row[i] + log_p[k]) - best[i] : row[i];
                float g = gap > lowest ? gap : lowest;
                g = g < 0 ? g : 0;
                float x = power(g * high, g * low);
                e[i] = gap >= lowest ? x : 0;
                sum[i] += e[i];
            }
            memcpy((float *)(s + k * s_row) + start, e, m * sizeof *e);
        }
        for (int i = 0; i < m; i++) {
            least[i] = FLT_MIN * sum[i];
            sum[i] = 1 / sum[i];
        }
        for (Py_ssize_t k = 0; k < classes; k++) {
            float *row = (float *)(s + k * s_row) + start;
            for (int i = 0; i < m; i++) row[i] = (row[i] >= least[i] ? row[i] : 0) * sum[i];
        }
    }
}

CLONES static void softmax(const char *shifted, Py_ssize_t shifted_row, char *s, Py_ssize_t s_row,
                           Py_ssize_t classes, Py_ssize_t n, double t) {
    soften_rows(NULL, shifted, shifted_row, s, s_row, classes, n, t);
}

CLONES static void relax_scores(const float *log_p, const char *noise, Py_ssize_t noise_row, char *s,
                                Py_ssize_t s_row, Py_ssize_t classes, Py_ssize_t n, double t) {
    soften_rows(log_p, noise, noise_row, s, s_row, classes, n, t);
}

/* The first class that has the largest of ln p + ε, codes (n,), of ln p (K,) and ε (K, n),
 * K ≤ 256: of four classes at a time, which takes half as long as one by one. */
CLONES static void argmax_scores(const float *log_p, const char *noise, Py_ssize_t noise_row,
                          Py_ssize_t classes, Py_ssize_t n, uint8_t *codes) {
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float best[BLOCK];
        int32_t leader[BLOCK];
        for (int i = 0; i < m; i++) {
            best[i] = ((const float *)noise)[start + i] + log_p[0];
            leader[i] = 0;
        }
        for (Py_ssize_t k = 1; k < classes; k += 4) {
            const float *row[4];
            float shift[4];
            for (int j = 0; j < 4; j++) { /* the last class again where there is no other */
                const Py_ssize_t at = k + j < classes ? k + j : classes - 1;
                row[j] = (const float *)(noise + at * noise_row) + start;
                shift[j] = log_p[at];
            }
            for (int i = 0; i < m; i++) {
                const float a = row[0][i] + shift[0], b = row[1][i] + shift[1];
                const float c = row[2][i] + shift[2], d = row[3][i] + shift[3];
                const float ab = b > a ? b : a, cd = d > c ? d : c, g = cd > ab ? cd : ab;
                const int32_t first = b > a ? 1 : 0, second = d > c ? 3 : 2;
                const int32_t place = (int32_t)k + (cd > ab ? second : first);
                leader[i] = g > best[i] ? place : leader[i];
                best[i] = g > best[i] ? g : best[i];
            }
        }
        for (int i = 0; i < m; i++) codes[start + i] = (uint8_t)leader[i];
    }
}

/* How far each ln p + ε is behind the largest of its draw, shifted (K, n) ≤ 0, of ln p (K,) and
 * ε (K, n). */
CLONES static void shift_scores(const float *log_p, const char *noise, Py_ssize_t noise_row,
                       Py_ssize_t classes, Py_ssize_t n, char *shifted, Py_ssize_t shifted_row) {
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float best[BLOCK];
        find_best(log_p, noise, noise_row, classes, start, m, best);
        for (Py_ssize_t k = 0; k < classes; k++) {
            const float *row = (const float *)(noise + k * noise_row) + start, shift = log_p[k];
            float *gap = (float *)(shifted + k * shifted_row) + start;
            for (int i = 0; i < m; i++) gap[i] = (row[i] + shift) - best[i];
        }
    }
}

/* Add x and x² of a block, zeros behind its end, to sums in double, side by side. */
INLINE void add_moments(const float *x, double *sums, double *squares) {
    for (int i = 0; i < BLOCK; i += LANES)
        for (int j = 0; j < LANES; j++) {
            const double v = x[i + j];
            sums[j] += v;
            squares[j] += v * v;
        }
}

/* The sum of the lanes. */
INLINE double all_lanes(const double *sums) {
    double sum = 0;
    for (int j = 0; j < LANES; j++) sum += sums[j];
    return sum;
}

/* Σ s and Σ s² of one row s (n,), in double: a small variance is a difference of large sums. */
CLONES static void moments(const float *s, Py_ssize_t n, double *sum, double *square) {
    double sums[LANES] = {0}, squares[LANES] = {0};
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float x[BLOCK] = {0};
        memcpy(x, s + start, m * sizeof *x);
        add_moments(x, sums, squares);
    }
    *sum = all_lanes(sums);
    *square = all_lanes(squares);
}

/* Counts side by side, and their sum, counts (bins,). */
typedef uint32_t Tables[TABLES][MOST_BINS + 1];
INLINE void all_tables(Tables tables, int bins, int64_t *counts) {
    for (int b = 0; b < bins; b++) {
        counts[b] = 0;
        for (int j = 0; j < TABLES; j++) counts[b] += tables[j][b];
    }
}

/* How often each of 0 … bins − 1 is among codes (n,), n < 2^32, counts (bins,). */
CLONES static void count_codes(const uint8_t *codes, Py_ssize_t n, int bins, int64_t *counts) {
    Tables tables = {{0}};
    Py_ssize_t i = 0;
    for (; i + TABLES <= n; i += TABLES)
        for (int j = 0; j < TABLES; j++) tables[j][codes[i + j]]++;
    for (; i < n; i++) tables[0][codes[i]]++;
    all_tables(tables, bins, counts);
}

/* How often floor(s · bins), in float, is each of 0 … bins − 1, counts (bins,) (s = 1 belongs to
 * the last one), of one row s (n,), n < 2^32, in [0, 1] (what is outside counts as its end); Σ s
 * and Σ s². */
CLONES static void count(const float *s, Py_ssize_t n, int bins, int64_t *counts, double *sum,
                         double *square) {
    double sums[LANES] = {0}, squares[LANES] = {0};
    const float scale = (float)bins;
    Tables tables = {{0}};
    for (Py_ssize_t start = 0; start < n; start += BLOCK) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        float x[BLOCK] = {0};
        int32_t bin[BLOCK];
        memcpy(x, s + start, m * sizeof *x);
        for (int i = 0; i < BLOCK; i++) {
            float v = x[i] * scale;
            v = v > 0 ? v : 0; /* NaN is 0, too */
            bin[i] = (int32_t)(v < scale ? v : scale);
        }
        add_moments(x, sums, squares);
        int i = 0;
        for (; i + TABLES <= m; i += TABLES)
            for (int j = 0; j < TABLES; j++) tables[j][bin[i + j]]++;
        for (; i < m; i++) tables[0][bin[i]]++;
    }
    all_tables(tables, bins, counts);
    for (int j = 0; j < TABLES; j++) counts[bins - 1] += tables[j][bins];
    *sum = all_lanes(sums);
    *square = all_lanes(squares);
}

/* SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195): the numbers z (m,) that come
 * after a state. A state moves by GAMMA for each number, so that any of them is reached at once. */
#define GAMMA 0x9E3779B97F4A7C15u
INLINE void numbers(uint64_t state, uint64_t *z, int m) {
    for (int i = 0; i < m; i++) {
        state += GAMMA;
        z[i] = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    }
    for (int i = 0; i < m; i++) {
        const uint64_t y = (z[i] ^ (z[i] >> 27)) * 0x94D049BB133111EBu;
        z[i] = y ^ (y >> 31);
    }
}

/* x = ((z >> 12) + ½) / 2^52, exactly: symmetric, of 53 bits, and never 0 or 1. */
INLINE double uniform_of(uint64_t z) {
    return double_of(0x3FF0000000000000u | z >> 12) - (1 - DBL_EPSILON / 2);
}

/* The x after a state, out (n,). */
CLONES static void uniform(uint64_t state, Py_ssize_t n, double *out) {
    for (Py_ssize_t start = 0; start < n; start += BLOCK, state += BLOCK * GAMMA) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        uint64_t z[BLOCK];
        numbers(state, z, m);
        for (int i = 0; i < m; i++) out[start + i] = uniform_of(z[i]);
    }
}

/* ε = −ln(−ln x), out (n,), of the x after a state. x is cut into 2^e · (1 + f) in double, where
 * both are exact, so that near x = 1 nothing is lost. Measured: within 2 ulp of max(|ε|, 1). */
CLONES static void noise(uint64_t state, Py_ssize_t n, float *out) {
    const uint64_t root = 0x3FE6A09E667F3BCDu, fraction = ((uint64_t)1 << 52) - 1; /* √½ */
    const uint32_t root_f = 0x3F3504F3u, fraction_f = (1u << 23) - 1;
    for (Py_ssize_t start = 0; start < n; start += BLOCK, state += BLOCK * GAMMA) {
        const int m = (int)(n - start < BLOCK ? n - start : BLOCK);
        uint64_t z[BLOCK];
        float f[BLOCK], inner[BLOCK];
        int32_t e[BLOCK];
        numbers(state, z, m);
        for (int i = 0; i < m; i++) {
            const uint64_t bits = bits_of_double(uniform_of(z[i])) - root;
            e[i] = (int32_t)(bits >> 32) >> 20;
            f[i] = (float)(double_of((bits & fraction) + root) - 1);
        }
        for (int i = 0; i < m; i++) inner[i] = -logarithm((float)e[i], f[i]);
        for (int i = 0; i < m; i++) {
            const uint32_t bits = bits_of(inner[i]) - root_f;
            const float rest = float_of((bits & fraction_f) + root_f) - 1;
            out[start + i] = -logarithm((float)((int32_t)bits >> 23), rest);
        }
    }
}

#include "_gradients.h"
#include "_relaxed.h"

/* What Python calls. An array, whose rows are `step` bytes apart, and what it has to be. */
typedef struct { Py_buffer view; Py_ssize_t rows, n, step; } Rows;
typedef struct { const char *name, *formats; int dimensions, writable; } Kind;

/* Borrow an array; refuse what the loops cannot walk. */
static int borrow(PyObject *object, const Kind *kind, Rows *rows) {
    Py_buffer *view = &rows->view;
    if (PyObject_GetBuffer(object, view, kind->writable ? PyBUF_RECORDS : PyBUF_RECORDS_RO) < 0) {
        PyErr_Format(PyExc_ValueError, "%s is not an array that can be %s.", kind->name,
                     kind->writable ? "written" : "read");
        return -1;
    }
    const char *format = view->format ? view->format : "B";
    const int last = kind->dimensions - 1;
    if (view->ndim == kind->dimensions && strlen(format) == 1 && strchr(kind->formats, *format)) {
        rows->n = view->shape[last];
        rows->rows = last ? view->shape[0] : 1;
        rows->step = last ? view->strides[0] : rows->n * view->itemsize;
        if ((rows->n < 2 || view->strides[last] == view->itemsize) &&
            (rows->rows < 2 || rows->step >= rows->n * view->itemsize) &&
            ((uintptr_t)view->buf | (uintptr_t)rows->step) % view->itemsize == 0)
            return 0;
    }
    PyErr_Format(PyExc_ValueError, "%s must have %d dimensions, contiguous rows and format %s.",
                 kind->name, kind->dimensions, kind->formats);
    PyBuffer_Release(view);
    return -1;
}

static void release(Rows *rows, Py_ssize_t count) {
    while (count-- > 0) PyBuffer_Release(&rows[count].view);
}

/* Whether arrays have no gaps at all. */
static int packed(const Rows *rows, Py_ssize_t count) {
    for (Py_ssize_t i = 0; i < count; i++)
        if (!PyBuffer_IsContiguous(&rows[i].view, 'C')) return 0;
    return 1;
}

/* Borrow all arrays of a call, or none. */
static int borrow_all(PyObject *const *objects, Py_ssize_t given, const Kind *kinds, Rows *rows,
                      Py_ssize_t count) {
    if (given != count) {
        PyErr_Format(PyExc_TypeError, "%zd arguments, but must be %zd.", given, count);
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++)
        if (borrow(objects[i], &kinds[i], &rows[i]) < 0) {
            release(rows, i);
            return -1;
        }
    return 0;
}

/* Run a loop without the GIL, and leave the thread's floating point flags as they were; or refuse
 * arrays that do not fit together. Give all arrays back. */
#define RUN_IF(fits, count, work)                                                                  \
    do {                                                                                           \
        const int run = (fits);                                                                    \
        if (run) {                                                                                 \
            fenv_t before;                                                                         \
            Py_BEGIN_ALLOW_THREADS                                                                 \
            feholdexcept(&before);                                                                 \
            work;                                                                                  \
            fesetenv(&before);                                                                     \
            Py_END_ALLOW_THREADS                                                                   \
        }                                                                                          \
        release(a, count);                                                                         \
        if (!run) {                                                                                \
            PyErr_SetString(PyExc_ValueError, "shapes or values do not fit: " #fits);              \
            return NULL;                                                                           \
        }                                                                                          \
    } while (0)

static PyObject *py_softmax(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"shifted", "f", 2, 0}, {"out", "f", 2, 1}};
    Rows a[2];
    const double t = given == 3 ? PyFloat_AsDouble(args[2]) : 0;
    if (PyErr_Occurred() || borrow_all(args, given - 1, kinds, a, 2) < 0) return NULL;
    RUN_IF(a[0].rows == a[1].rows && a[0].n == a[1].n && t >= FLT_MIN && t <= FLT_MAX, 2,
           softmax(a[0].view.buf, a[0].step, a[1].view.buf, a[1].step, a[0].rows, a[0].n, t));
    Py_RETURN_NONE;
}

static PyObject *py_relax_scores(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"log_p", "f", 1, 0}, {"noise", "f", 2, 0}, {"out", "f", 2, 1}};
    Rows a[3];
    const double t = given == 4 ? PyFloat_AsDouble(args[3]) : 0;
    if (PyErr_Occurred() || borrow_all(args, given - 1, kinds, a, 3) < 0) return NULL;
    RUN_IF(a[0].n == a[1].rows && a[2].rows == a[1].rows && a[2].n == a[1].n && t >= FLT_MIN &&
               t <= FLT_MAX, 3,
           relax_scores(a[0].view.buf, a[1].view.buf, a[1].step, a[2].view.buf, a[2].step,
                        a[1].rows, a[1].n, t));
    Py_RETURN_NONE;
}

static PyObject *py_argmax_scores(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {
        {"log_p", "f", 1, 0}, {"noise", "f", 2, 0}, {"codes", "B", 1, 1}};
    Rows a[3];
    if (borrow_all(args, given, kinds, a, 3) < 0) return NULL;
    RUN_IF(a[0].n == a[1].rows && a[0].n >= 1 && a[0].n <= 256 && a[2].n == a[1].n, 3,
           argmax_scores(a[0].view.buf, a[1].view.buf, a[1].step, a[1].rows, a[1].n, a[2].view.buf));
    Py_RETURN_NONE;
}

static PyObject *py_shift_scores(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"log_p", "f", 1, 0}, {"noise", "f", 2, 0}, {"shifted", "f", 2, 1}};
    Rows a[3];
    if (borrow_all(args, given, kinds, a, 3) < 0) return NULL;
    RUN_IF(a[0].n == a[1].rows && a[2].rows == a[1].rows && a[2].n == a[1].n, 3,
           shift_scores(a[0].view.buf, a[1].view.buf, a[1].step, a[1].rows, a[1].n, a[2].view.buf,
               a[2].step));
    Py_RETURN_NONE;
}

static PyObject *py_moments(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"s", "f", 2, 0}, {"sums", "d", 1, 1}, {"squares", "d", 1, 1}};
    Rows a[3];
    if (borrow_all(args, given, kinds, a, 3) < 0) return NULL;
    RUN_IF(a[1].n == a[0].rows && a[2].n == a[0].rows, 3,
           for (Py_ssize_t k = 0; k < a[0].rows; k++)
               moments((const float *)((char *)a[0].view.buf + k * a[0].step), a[0].n,
                       (double *)a[1].view.buf + k, (double *)a[2].view.buf + k));
    Py_RETURN_NONE;
}

static PyObject *py_count(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"s", "f", 2, 0},
                                 {"counts", sizeof(long) == 8 ? "lq" : "q", 2, 1},
                                 {"sums", "d", 1, 1},
                                 {"squares", "d", 1, 1}};
    Rows a[4];
    if (borrow_all(args, given, kinds, a, 4) < 0) return NULL;
    RUN_IF(a[1].rows == a[0].rows && a[2].n == a[0].rows && a[3].n == a[0].rows && a[1].n >= 1 &&
               a[1].n <= MOST_BINS, 4,
           for (Py_ssize_t k = 0; k < a[0].rows; k++)
               count((const float *)((char *)a[0].view.buf + k * a[0].step), a[0].n, (int)a[1].n,
                     (int64_t *)((char *)a[1].view.buf + k * a[1].step),
                     (double *)a[2].view.buf + k, (double *)a[3].view.buf + k));
    Py_RETURN_NONE;
}

static PyObject *py_count_codes(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"codes", "B", 2, 0}, {"counts", sizeof(long) == 8 ? "lq" : "q", 2, 1}};
    Rows a[2];
    if (borrow_all(args, given, kinds, a, 2) < 0) return NULL;
    RUN_IF(a[1].rows == a[0].rows && a[1].n >= 1 && a[1].n <= MOST_BINS + 1, 2,
           for (Py_ssize_t k = 0; k < a[0].rows; k++)
               count_codes((uint8_t *)a[0].view.buf + k * a[0].step, a[0].n, (int)a[1].n,
                           (int64_t *)((char *)a[1].view.buf + k * a[1].step)));
    Py_RETURN_NONE;
}

/* The two that make numbers of a state. */
#define PY_FILL(name, type, letter)                                                                \
    static PyObject *py_##name(PyObject *Py_UNUSED(module), PyObject *const *args,                 \
                               Py_ssize_t given) {                                                 \
        static const Kind kinds[] = {{"out", letter, 1, 1}};                                       \
        Rows a[1];                                                                                 \
        const uint64_t state = given == 2 ? PyLong_AsUnsignedLongLongMask(args[0]) : 0;                \
        if (PyErr_Occurred() || borrow_all(args + 1, given - 1, kinds, a, 1) < 0) return NULL;     \
        RUN_IF(1, 1, name(state, a[0].n, (type *)a[0].view.buf));                                  \
        Py_RETURN_NONE;                                                                            \
    }
PY_FILL(uniform, double, "d")
PY_FILL(noise, float, "f")

static PyObject *py_descend(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"how", "d", 1, 0},   {"weights", "d", 1, 0}, {"losses", "d", 1, 0},
                                 {"times", "d", 2, 0}, {"noise", "d", 3, 0},   {"fresh", "d", 4, 0},
                                 {"log_p", "d", 1, 0}, {"path", "d", 2, 1}};
    Rows a[8];
    if (borrow_all(args, given, kinds, a, 8) < 0) return NULL;
    const double *how = a[0].view.buf;
    const Py_ssize_t K = a[1].n, steps = a[3].rows, *noise = a[4].view.shape, *fresh = a[5].view.shape;
    Rule rule;
    const int known = a[0].n == 7;
    if (known)
        rule = (Rule){.estimator = (int)how[0], .costs = how[1] != 0, .on_p = how[2] != 0,
                      .by_t = how[3] != 0, .rate = how[4], .backward = how[5], .eta = how[6],
                      .K = (int)K, .n = noise[1], .copies = fresh[1],
                      .w = a[1].view.buf, .f = a[2].view.buf};
    const int arrays_fit =
        known && K >= 1 && K <= MOST_CLASSES && a[2].n == K && a[3].n == 4 && noise[0] == steps &&
        noise[1] >= 1 && noise[2] == K && fresh[0] == steps && fresh[2] == noise[1] &&
        fresh[3] == K && (fresh[1] || (rule.estimator != RAO && rule.estimator != REBAR)) &&
        a[6].n == K && a[7].rows == steps + 1 && a[7].n == K && packed(a, 8);
    RUN_IF(arrays_fit, 8, descend(&rule, a[4].view.buf, a[5].view.buf, a[3].view.buf,
                                  a[6].view.buf, steps, a[7].view.buf));
    Py_RETURN_NONE;
}

static PyObject *py_relaxed_sums(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"gaps", "f", 2, 0},
                                 {"temperatures", "d", 1, 0},
                                 {"total", "d", 2, 1},
                                 {"spread", "d", 2, 1},
                                 {"work", "f", 2, 1}};
    Rows a[5];
    if (borrow_all(args, given, kinds, a, 5) < 0) return NULL;
    const double *t = a[1].view.buf;
    const Py_ssize_t classes = a[0].rows, steps = a[1].n;
    int temperatures = 1;
    for (Py_ssize_t i = 0; i < steps; i++) temperatures &= t[i] >= FLT_MIN && t[i] <= FLT_MAX;
    RUN_IF(temperatures && classes <= 256 && a[2].rows == steps && a[2].n == classes &&
               a[3].rows == steps && a[3].n == 3 && a[4].rows == classes && a[4].n == BLOCK &&
               packed(&a[2], 3), 5,
           relaxed_sums(a[0].view.buf, a[0].step, classes, a[0].n, t, steps, a[2].view.buf,
                        a[3].view.buf, a[4].view.buf));
    Py_RETURN_NONE;
}

static PyObject *py_estimate_sums(PyObject *Py_UNUSED(module), PyObject *const *args,
                                  Py_ssize_t given) {
    static const Kind kinds[] = {{"shifted", "f", 2, 0}, {"codes", "B", 1, 0},  {"w", "f", 1, 0},
                                 {"p", "f", 1, 0},       {"temperatures", "d", 1, 0},
                                 {"values", "f", 3, 1},  {"sums", "d", 4, 1}};
    Rows a[7];
    if (borrow_all(args, given, kinds, a, 7) < 0) return NULL;
    const Py_ssize_t K = a[0].rows, n = a[0].n, *values = a[5].view.shape, *sums = a[6].view.shape;
    const double *t = a[4].view.buf;
    const float *p = a[3].n ? a[3].view.buf : NULL;
    int arrays_fit =
        K >= 1 && K <= MOST_CLASSES && n >= 1 && a[1].n == n && a[2].n == K &&
        (!p || a[3].n == K) && (values[0] == 1 || values[0] == 2) && values[1] == K &&
        values[2] >= 1 && sums[0] == a[4].n && sums[1] == (n + values[2] - 1) / values[2] &&
        sums[2] == values[0] && sums[3] == K + 2 && packed(a + 5, 2);
    for (Py_ssize_t i = 0; i < a[4].n; i++) arrays_fit = arrays_fit && t[i] >= FLT_MIN && t[i] <= FLT_MAX;
    Slopes of = {.costs = values[0] == 1, .kinds = (int)values[0], .K = K, .w = a[2].view.buf, .p = p};
    if (arrays_fit && p)
        for (Py_ssize_t k = 1; k < K; k++) of.top = p[k] > p[of.top] ? k : of.top;
    RUN_IF(arrays_fit, 7, estimate_sums(&of, a[0].view.buf, a[0].step, a[1].view.buf, n, t, a[4].n,
                                        a[5].view.buf, values[2], a[6].view.buf));
    Py_RETURN_NONE;
}

static PyObject *py_products(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    static const Kind kinds[] = {{"x", "f", 2, 0}, {"out", "d", 2, 1}};
    Rows a[2];
    const double tiny = given == 3 ? PyFloat_AsDouble(args[2]) : 0;
    if (PyErr_Occurred() || borrow_all(args, given - 1, kinds, a, 2) < 0) return NULL;
    RUN_IF(a[0].rows <= ROOM / SHORT && a[1].rows == a[0].rows && a[1].n == a[0].rows &&
               packed(a + 1, 1), 2,
           products(a[0].view.buf, a[0].step, (int)a[0].rows, a[0].n, (float)tiny, a[1].view.buf));
    Py_RETURN_NONE;
}

#define FUNCTION(name, words) {#name, (PyCFunction)(void (*)(void))py_##name, METH_FASTCALL, words}

static PyMethodDef functions[] = {
    FUNCTION(softmax, "softmax(shifted, out, t): relax shifted (K, n) at temperature t."),
    FUNCTION(relax_scores, "relax_scores(log_p, noise, out, t): relax scores (K, n) at temperature t."),
    FUNCTION(argmax_scores, "argmax_scores(log_p, noise, codes): find the class of the largest score."),
    FUNCTION(shift_scores, "shift_scores(log_p, noise, shifted): find how far each score is behind the largest."),
    FUNCTION(moments, "moments(s, sums, squares): add entries, and their squares."),
    FUNCTION(count, "count(s, counts, sums, squares): count and add entries, and their squares."),
    FUNCTION(count_codes, "count_codes(codes, counts): count small integers."),
    FUNCTION(uniform, "uniform(state, out): make the numbers x after a state."),
    FUNCTION(noise, "noise(state, out): make Gumbel noise of the same x."),
    FUNCTION(descend, "descend(how, weights, losses, times, noise, fresh, log_p, path): go down gradients."),
    FUNCTION(relaxed_sums, "relaxed_sums(gaps, temperatures, total, spread, work): relax at each t, and add."),
    FUNCTION(estimate_sums, "estimate_sums(shifted, codes, w, p, temperatures, values, sums): add up estimates."),
    FUNCTION(products, "products(x, out, tiny): add up the products of the entries of each draw."),
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
#ifdef Py_mod_multiple_interpreters
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
#ifdef Py_mod_gil
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT, .m_name = "_kernels", .m_methods = functions, .m_slots = slots};

PyMODINIT_FUNC PyInit__kernels(void) { return PyModuleDef_Init(&definition); }
