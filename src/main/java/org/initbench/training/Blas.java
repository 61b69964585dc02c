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
 * Matrix products by the BLAS that ND4J's native backend has loaded, on ND4J's own memory: one call is one product of one
 * model, so that its bits depend on nothing but that model.
 */
@FunctionalInterface
interface Blas {

    /**
     * C ← alpha·op(A)·op(B) + beta·C, row-major.
     *
     * @param transposeA whether op(A) is Aᵀ
     * @param transposeB whether op(B) is Bᵀ
     * @param m rows of op(A) and C
     * @param n columns of op(B) and C
     * @param k columns of op(A), rows of op(B)
     * @param alpha factor of the product
     * @param a A
     * @param lda distance between rows of A as stored
     * @param b B
     * @param ldb distance between rows of B as stored
     * @param beta factor of the old C
     * @param c C
     * @param ldc distance between rows of C
     */
    void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            Pointer a,
            int lda,
            Pointer b,
            int ldb,
            double beta,
            Pointer c,
            int ldc);

    /** The products of that precision. */
    static Blas of(Precision precision) {
        return precision == Precision.FLOAT32 ? Blas::singlePrecision : Blas::doublePrecision;
    }

    private static void singlePrecision(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            Pointer a,
            int lda,
            Pointer b,
            int ldb,
            double beta,
            Pointer c,
            int ldc) {
        cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                (float) alpha,
                (FloatPointer) a,
                lda,
                (FloatPointer) b,
                ldb,
                (float) beta,
                (FloatPointer) c,
                ldc);
    }

    private static void doublePrecision(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            Pointer a,
            int lda,
            Pointer b,
            int ldb,
            double beta,
            Pointer c,
            int ldc) {
        cblas_dgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                alpha,
                (DoublePointer) a,
                lda,
                (DoublePointer) b,
                ldb,
                beta,
                (DoublePointer) c,
                ldc);
    }
}
