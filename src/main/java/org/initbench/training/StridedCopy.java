package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dcopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_domatcopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_somatcopy;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;

/**
 * Copies of blocks between arrays whose rows lie at different distances: B ← factor·A, element by element, by the BLAS that
 * ND4J's native backend has loaded. An element's result depends on nothing but the element; a factor of 0 sets zeros whatever A
 * holds.
 */
final class StridedCopy {

    private StridedCopy() {}

    /**
     * B ← factor·A.
     *
     * @param precision format of the elements
     * @param rows rows of both blocks
     * @param columns columns of both blocks
     * @param factor the factor
     * @param source first element of A
     * @param sourceStride elements between two rows of A
     * @param target first element of B
     * @param targetStride elements between two rows of B
     */
    static void copy(
            Precision precision,
            long rows,
            long columns,
            double factor,
            Pointer source,
            long sourceStride,
            Pointer target,
            long targetStride) {
        if (precision == Precision.FLOAT32) {
            cblas_somatcopy(
                    CblasRowMajor,
                    CblasNoTrans,
                    (int) rows,
                    (int) columns,
                    (float) factor,
                    (FloatPointer) source,
                    (int) sourceStride,
                    (FloatPointer) target,
                    (int) targetStride);
        } else {
            cblas_domatcopy(
                    CblasRowMajor,
                    CblasNoTrans,
                    (int) rows,
                    (int) columns,
                    factor,
                    (DoublePointer) source,
                    (int) sourceStride,
                    (DoublePointer) target,
                    (int) targetStride);
        }
    }

    /** Sets the column of ones of the first {@code models} models. */
    static void ones(Program program, Storage storage, int models) {
        int count = models * storage.rows();
        Pointer column = storage.valueArray().at(storage.columns());
        if (program.precision() == Precision.FLOAT32) {
            cblas_scopy(count, (FloatPointer) program.ones(), 0, (FloatPointer) column, storage.stride());
        } else {
            cblas_dcopy(count, (DoublePointer) program.ones(), 0, (DoublePointer) column, storage.stride());
        }
    }
}
