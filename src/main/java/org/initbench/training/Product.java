package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

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
}
