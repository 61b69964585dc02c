package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializersTest {

    /** An initializer that lists show but that cannot be asked for. */
    @Test
    void everyInitializerIsFoundUnderItsName() {
        assertThat(Initializers.all()).allSatisfy(i -> {
            assertThat(Initializers.byName(i.name())).isSameAs(i);
            assertThat(i.name()).matches("[a-z][a-z0-9-]*");
            assertThat(i.law()).isNotBlank();
            assertThat(i.scaleKind() == ScaleKind.NONE || i.scaleKind() == ScaleKind.VALUE)
                    .isEqualTo(i.deterministic());
        });
    }

    @ParameterizedTest
    @CsvSource({"glorot, glorot-normal", "Normal, normal", "he-unifrom, he-uniform", "orthogonl, orthogonal"})
    void aMisspeltNameGetsTheNearestKnownOne(String typed, String meant) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Initializers.byName(typed))
                .withMessageContaining("unknown initializer '" + typed + "'; did you mean '" + meant + "'?");
    }

    /** The words are read back from bundles. */
    @ParameterizedTest
    @EnumSource(ScaleKind.class)
    void scaleKindsReadBack(ScaleKind kind) {
        assertThat(ScaleKind.of(kind.label())).isEqualTo(kind);
    }

    @Test
    void anUnknownScaleKindIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleKind.of("variance"))
                .withMessageContaining("'variance'");
    }
}
