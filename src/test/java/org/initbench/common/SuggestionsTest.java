package org.initbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> TASKS =
            List.of("xor-2-2-1", "xor-2-2-1-momentum", "encoder-10-5-10", "iris-mlp-tanh", "digits-mlp-tanh");

    @Test
    void namesWhatWasMeantAndWhatIsKnown() {
        assertThat(Suggestions.unknown("task", "xor-2-2-2", TASKS))
                .isEqualTo("unknown task 'xor-2-2-2'; did you mean 'xor-2-2-1'? Known tasks: xor-2-2-1, "
                        + "xor-2-2-1-momentum, encoder-10-5-10, iris-mlp-tanh, digits-mlp-tanh");
    }

    @ParameterizedTest
    @CsvSource({
        "XOR-2-2-1, xor-2-2-1",
        "iris, iris-mlp-tanh",
        "digits-tanh-mlp, digits-mlp-tanh",
        "encodr-10-5-10, encoder-10-5-10"
    })
    void findsTheNameBehindCaseAbbreviationAndTypo(String typed, String meant) {
        assertThat(Suggestions.closest(typed, TASKS)).contains(meant);
    }

    @Test
    void suggestsNothingWhereNothingIsAlike() {
        assertThat(Suggestions.unknown("study", "zzz", List.of("quick")))
                .isEqualTo("unknown study 'zzz'. Known studies: quick");
        assertThat(Suggestions.unknown("key", "zzz", List.of("a"))).endsWith("Known keys: a");
        assertThat(Suggestions.unknown("task", "zzz", List.of())).isEqualTo("unknown task 'zzz'. No task is known.");
    }
}
