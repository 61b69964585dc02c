/**
 * Hypotheses: questions whose contrast, direction, margin and tasks are written down before a study is run.
 *
 * <p>{@link org.initbench.hypothesis.HypothesesReader} reads {@code benchmarks/studies/hypotheses.yaml}, which documents the
 * format, and the copy that a bundle holds. What measures never reads them; what analyses compares them with what was measured.
 */
@NullMarked
package org.initbench.hypothesis;

import org.jspecify.annotations.NullMarked;
