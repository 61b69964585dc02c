package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;

/**
 * A matrix product of fixed shape, row-major: C ← alpha·op(A)·op(B) + beta·C, by the BLAS that ND4J's native backend has
 * loaded, on ND4J's own memory. One call is one product of one model, so that its bits depend on nothing but that model.
 *
 * @param precision format of the elements
 * @param transposeA whether op(A) is Aᵀ
 * @param transposeB whether op(B) is Bᵀ
 * @param m rows of op(A) and C
 * @param n columns of op(B) and C
 * @param k columns of op(A), rows of op(B)
 * @param lda distance between rows of A as stored
 * @param ldb distance between rows of B as stored
 * @param ldc distance between rows of C
 */
record Product(
        Precision precision, boolean transposeA, boolean transposeB, int m, int n, int k, int lda, int ldb, int ldc) {

    /**
     * Computes the product.
     *
     * @param alpha factor of the product
     * @param a A
     * @param b B
     * @param beta factor of the old C
     * @param c C
     */
    void compute(double alpha, Pointer a, Pointer b, double beta, Pointer c) {
        if (n == 1) {
            multiply(
                    transposeA,
                    transposeA ? k : m,
                    transposeA ? m : k,
                    alpha,
                    a,
                    lda,
                    b,
                    transposeB ? 1 : ldb,
                    beta,
                    c,
                    ldc);
        } else if (m == 1) {
            multiply(
                    !transposeB,
                    transposeB ? n : k,
                    transposeB ? k : n,
                    alpha,
                    b,
                    ldb,
                    a,
                    transposeA ? lda : 1,
                    beta,
                    c,
                    1);
        } else {
            multiply(alpha, a, b, beta, c);
        }
    }

    private void multiply(double alpha, Pointer a, Pointer b, double beta, Pointer c) {
        int opA = transposeA ? CblasTrans : CblasNoTrans;
        int opB = transposeB ? CblasTrans : CblasNoTrans;
        if (precision == Precision.FLOAT32) {
            FloatPointer fa = (FloatPointer) a;
            FloatPointer fb = (FloatPointer) b;
            FloatPointer fc = (FloatPointer) c;
            cblas_sgemm(CblasRowMajor, opA, opB, m, n, k, (float) alpha, fa, lda, fb, ldb, (float) beta, fc, ldc);
        } else {
            DoublePointer da = (DoublePointer) a;
            DoublePointer db = (DoublePointer) b;
            DoublePointer dc = (DoublePointer) c;
            cblas_dgemm(CblasRowMajor, opA, opB, m, n, k, alpha, da, lda, db, ldb, beta, dc, ldc);
        }
    }

    /** y ← alpha·op(M)·x + beta·y, with M of rows × columns as stored. */
    private void multiply(
            boolean transpose,
            int rows,
            int columns,
            double alpha,
            Pointer matrix,
            int stride,
            Pointer x,
            int stepX,
            double beta,
            Pointer y,
            int stepY) {
        int op = transpose ? CblasTrans : CblasNoTrans;
        if (precision == Precision.FLOAT32) {
            FloatPointer fm = (FloatPointer) matrix;
            FloatPointer fx = (FloatPointer) x;
            FloatPointer fy = (FloatPointer) y;
            cblas_sgemv(
                    CblasRowMajor, op, rows, columns, (float) alpha, fm, stride, fx, stepX, (float) beta, fy, stepY);
        } else {
            DoublePointer dm = (DoublePointer) matrix;
            DoublePointer dx = (DoublePointer) x;
            DoublePointer dy = (DoublePointer) y;
            cblas_dgemv(CblasRowMajor, op, rows, columns, alpha, dm, stride, dx, stepX, beta, dy, stepY);
        }
    }
}
