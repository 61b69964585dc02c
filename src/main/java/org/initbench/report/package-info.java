/**
 * One analysis, many renderings: terminal, {@code analysis.json}, {@code summary.csv}, {@code answers.md},
 * {@code report.html}.
 */
@NullMarked
package org.initbench.report;

import org.jspecify.annotations.NullMarked;
