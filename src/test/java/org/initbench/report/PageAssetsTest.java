package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAssetsTest {
    /** The digests are those of {@code dist/} in the npm packages d3@7.9.0 and @observablehq/plot@0.6.17. */
    @ParameterizedTest
    @CsvSource({
        "d3-7.9.0.min.js, f2094bbf6141b359722c4fe454eb6c4b0f0e42cc10cc7af921fc158fceb86539",
        "plot-0.6.17.umd.min.js, 4358086467740777dd788d6b27a95cebdbaefdd50c730a3060117073bd7134cb"
    })
    void chartLibrariesAreTheOnesThatWerePublished(String name, String digest) throws Exception {
        try (InputStream stream = Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name)) {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
            assertThat(HexFormat.of().formatHex(sha)).isEqualTo(digest);
        }
    }

    @Test
    void noScriptCanEndItsElementEarly() throws IOException {
        assertThat(PageAssets.load().scripts())
                .hasSize(4)
                .allSatisfy(script -> assertThat(script)
                        .doesNotContainIgnoringCase("</script")
                        .doesNotContain("<!--"));
    }

    @Test
    void licencesTravelWithTheLibraries() throws IOException {
        assertThat(PageAssets.load().licences())
                .hasSize(2)
                .allSatisfy(licence -> assertThat(licence).contains("Permission to use, copy, modify"));
        assertThat(HtmlReport.render(SmallFixture.analysis())).contains("Mike Bostock", "Observable, Inc.", "AS IS");
    }
}
