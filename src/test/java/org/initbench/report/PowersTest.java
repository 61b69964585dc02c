package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowersTest {
    @Test
    void exponentsAreRaisedAndNothingElseIsMarkup() {
        assertThat(Powers.html("from 10^-1.5 to 10^0 (0.032 to 1)."))
                .isEqualTo("from 10<sup>\u22121.5</sup> to 10<sup>0</sup> (0.032 to 1).");
        assertThat(Powers.html("<b>10^x</b> & \"210^2\"")).isEqualTo("&lt;b&gt;10^x&lt;/b&gt; &amp; &quot;210^2&quot;");
        assertThat(Powers.markdown("at 10^-4.")).isEqualTo("at 10<sup>-4</sup>.");
    }
}
