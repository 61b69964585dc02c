package org.initbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamsTest {

    static List<NamedCsvRecord> receipts() {
        return GoldenTable.rows("/org/initbench/init/golden/streams.csv");
    }

    /** A stream that another version, machine or library derived otherwise would make every bundle irreproducible. */
    @ParameterizedTest
    @MethodSource("receipts")
    void isWhatASecondImplementationDerivesFromTheName(NamedCsvRecord row) {
        Object[] name = row.getField("name").split("\\|", -1);
        UniformRandomProvider stream = Streams.of(Long.parseLong(row.getField("seed")), name);
        long[] numbers = stream.longs(1000).toArray();
        assertThat(HexFormat.of().toHexDigits(numbers[0])).isEqualTo(row.getField("first"));
        assertThat(HexFormat.of().toHexDigits(numbers[1])).isEqualTo(row.getField("second"));
        assertThat(HexFormat.of().toHexDigits(numbers[999])).isEqualTo(row.getField("thousandth"));
    }

    /** 0 or 1 would become an infinite weight; unequal ends would bias every mean. */
    @Test
    void uniformsStayInsideTheOpenIntervalAndAreSymmetric() {
        double lowest = Streams.uniforms(() -> 0L, 1)[0];
        double highest = Streams.uniforms(() -> -1L, 1)[0];
        assertThat(lowest).isEqualTo(0x1p-53).isPositive();
        assertThat(highest).isEqualTo(1 - 0x1p-53).isLessThan(1);
        long bits = 0x0123456789abcdefL;
        assertThat(1 - Streams.uniforms(() -> bits, 1)[0])
                .as("the complementary bits give exactly 1 - u")
                .isEqualTo(Streams.uniforms(() -> ~bits, 1)[0]);
    }

    /** Two streams alike would correlate two layers, or weights with the data order. */
    @Test
    void everyPartOfTheNameChangesTheStream() {
        List<Object[]> names = List.of(
                new Object[] {"t", 0, 0, "weight"},
                new Object[] {"t", 0, 0, "bias"},
                new Object[] {"t", 0, 1, "weight"},
                new Object[] {"t", 1, 0, "weight"},
                new Object[] {"u", 0, 0, "weight"},
                new Object[] {"t", 0, "order", 0},
                new Object[] {"t", 0, 0});
        Set<Long> first = new HashSet<>();
        for (Object[] name : names) {
            first.add(Streams.of(1, name).nextLong());
            first.add(Streams.of(2, name).nextLong());
        }
        assertThat(first).hasSize(2 * names.size());
    }

    /** A shared generator would make a stream depend on what was drawn before it. */
    @Test
    void aStreamDoesNotDependOnOthers() {
        double[] alone = Streams.uniforms(Streams.of(1, "a"), 100);
        UniformRandomProvider other = Streams.of(1, "b");
        UniformRandomProvider again = Streams.of(1, "a");
        double[] interleaved = new double[100];
        Arrays.setAll(interleaved, i -> {
            other.nextLong();
            return Streams.uniforms(again, 1)[0];
        });
        assertThat(interleaved).containsExactly(alone);
    }
}
