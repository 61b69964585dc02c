package org.initbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    /** An unfiltered resource would put the text {@code ${project.version}} into every bundle. */
    @Test
    void isTheNumberThatTheBuildKnows() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
