package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializersTest {

    /** An initializer that lists show but that cannot be asked for; a name that a study file or a CSV table would cut. */
    @Test
    void everyInitializerIsFoundUnderItsName() {
        assertThat(Catalogue.rules()).allSatisfy(i -> {
            assertThat(Initializers.byName(i.name()).name()).isEqualTo(i.name());
            assertThat(i.name()).matches("[a-z][a-z0-9-]*(:[a-z0-9.-]+)*");
            assertThat(i.law()).isNotBlank();
        });
        assertThat(Initializers.all())
                .allSatisfy(i -> assertThat(Initializers.byName(i.name())).isSameAs(i));
    }

    /** A name defines its rule: two spellings of one rule would be two cells with the same runs. */
    @ParameterizedTest
    @CsvSource({
        "variance-scaling:normal:fan-in:2.0, variance-scaling:normal:fan-in:2",
        "variance-scaling:uniform:fan-geom:1, variance-scaling:uniform:fan-geom",
        "he-normal:0.0100, he-normal:0.01",
        "he-normal:1e-2, he-normal:0.01",
        "constant-plus-normal:.1, constant-plus-normal:0.1",
        "constant-plus-normal:-3, constant-plus-normal:-3",
        "constant-plus-normal:0.00000000001, constant-plus-normal:1e-11",
        "one-layer:last:he-normal:0.010, one-layer:last:he-normal:0.01",
        "one-layer:2:0.50:normal, one-layer:2:0.5:normal",
        "one-layer:1:0:normal, one-layer:1:normal",
        "one-layer:1:duplicated:3:same-in-every-layer:orthogonal, one-layer:1:duplicated:3:same-in-every-layer:orthogonal"
    })
    void aNameHasOneSpelling(String typed, String canonical) {
        Initializer parsed = Initializers.byName(typed);
        assertThat(parsed.name()).isEqualTo(canonical);
        assertThat(Initializers.byName(canonical).name()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "glorot, glorot-normal",
        "Normal, normal",
        "he-unifrom, he-uniform",
        "orthogonl, orthogonal",
        "varaince-scaling:normal:fan-in, variance-scaling",
        "pytorch, pytorch-default"
    })
    void aMisspeltNameGetsTheNearestKnownOne(String typed, String meant) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Initializers.byName(typed))
                .withMessageContaining("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variance-scaling | it lacks its distribution; it is written variance-scaling:DISTRIBUTION:MODE[:SCALE]",
                "variance-scaling:norml:fan-in | unknown distribution 'norml'; did you mean 'normal'?",
                "variance-scaling:normal:fan_in | unknown mode 'fan_in'; did you mean 'fan-in'?",
                "variance-scaling:normal:fan-in:0 | scale 0 must be greater than 0",
                "variance-scaling:normal:fan-in:2:3 | '3' is one word too many",
                "he-normal: | slope '' must be a number, such as 0.1",
                "he-normal:x | slope 'x' must be a number",
                "constant-plus-normal | it lacks its value; it is written constant-plus-normal:VALUE, such as",
                "one-layer:0:normal | layer '0' must be a whole number from 1",
                "one-layer:two:normal | layer 'two' must be a whole number from 1",
                "one-layer:2 | it lacks the rule that it draws by",
                "one-layer:2:norml | unknown initializer 'norml'; did you mean 'normal'?",
                "duplicated:1.5:normal | number of distinct units '1.5' must be a whole number from 1",
                "duplicated:2:duplicated:2:normal | copies of copies have no meaning",
                "same-in-every-layer:lsuv | 'lsuv' sets each layer's scale by what reaches it from the data",
                "same-in-every-layer:weyl | 'weyl' draws no random numbers that layers could share",
                "same-in-every-layer:same-in-every-layer:normal | are the same in every layer already",
                "normal:0.1 | initializer 'normal' takes no arguments, so 'normal:0.1' has no meaning"
            })
    void aWrongArgumentIsToldWhatWouldBeRight(String name, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Initializers.byName(name))
                .withMessageContaining(message);
    }

    /** Whoever reads "deterministic" runs a cell once. */
    @ParameterizedTest
    @ValueSource(strings = {"weyl", "one-layer:1:weyl", "identity", "zero-hadamard", "sine", "linear-ramp", "zero"})
    void rulesWithoutRandomNumbersAreDeterministic(String name) {
        assertThat(Initializers.byName(name).deterministic()).isTrue();
    }

    /** A user's own rule, found as a service. */
    @Test
    void aServiceIsRegisteredLastAndItsCodeIsTold() {
        assertThat(Initializers.all().get(Initializers.all().size() - 1).name()).isEqualTo("laplace");
        assertThat(Initializers.ownCode()).containsOnlyKeys("laplace");
        assertThat(Initializers.ownCode().get("laplace")).matches("org\\.initbench\\.example\\.Laplace [0-9a-f]{16}");
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
