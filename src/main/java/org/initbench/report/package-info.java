/**
 * One analysis, many renderings: terminal, {@code analysis.json}, {@code summary.csv}, {@code answers.md},
 * {@code report.html}. One comparison of bundles as well: terminal, JSON and {@code compare.html}.
 */
@NullMarked
package org.initbench.report;

import org.jspecify.annotations.NullMarked;
