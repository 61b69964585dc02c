package org.initbench.study;

import java.time.Duration;
import org.initbench.run.ResolvedStudy;
import org.jspecify.annotations.Nullable;

/**
 * What a study file asks for.
 *
 * @param study the study, every default written out
 * @param timeLimit how long it may take: no matter of its results, and no part of the study; null for as long as it takes
 */
public record StudyRequest(ResolvedStudy study, @Nullable Duration timeLimit) {}
