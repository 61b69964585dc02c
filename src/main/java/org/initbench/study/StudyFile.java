package org.initbench.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study file as written: what is absent is null. {@code benchmarks/studies/quick.yaml} documents every key. */
record StudyFile(
        @Nullable Located name,
        @Nullable Located description,
        @Nullable Located seed,
        @Nullable Located replicates,
        @Nullable Located stackReplicates,
        @Nullable Located workers,
        @Nullable List<Located> tasks,
        @Nullable List<Entry> initializers,
        @Nullable TimingEntry timing) {

    /** What is timed beside the runs. */
    record TimingEntry(
            @Nullable List<Located> epochStackSizes,
            @Nullable List<Located> initializers) {}

    /**
     * An initializer and its scales: {@code zero} alone, or {@code {name: normal, scales: […]}}.
     *
     * @param name the initializer
     * @param scales the scales, if the rule takes one
     */
    @JsonDeserialize(using = EntryDeserializer.class)
    record Entry(@Nullable Located name, @Nullable Scales scales) {}

    /** The long form of an {@link Entry}. */
    private record LongEntry(
            @Nullable Located name, @Nullable Scales scales) {}

    /**
     * Scales: a list, or a logarithmic grid {@code {from: 1e-4, to: 10, per_decade: 2}}.
     *
     * @param list the listed scales, or null for a grid
     * @param grid the grid, or null for a list
     */
    @JsonDeserialize(using = ScalesDeserializer.class)
    record Scales(@Nullable List<Located> list, @Nullable Grid grid) {}

    /** A logarithmic grid of scales, both ends included. */
    record Grid(
            @Nullable Located from,
            @Nullable Located to,
            @Nullable Located perDecade) {}

    static final class EntryDeserializer extends StdDeserializer<Entry> {
        EntryDeserializer() {
            super(Entry.class);
        }

        @Override
        public Entry deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                LongEntry entry = context.readValue(parser, LongEntry.class);
                return new Entry(entry.name(), entry.scales());
            }
            return new Entry(context.readValue(parser, Located.class), null);
        }
    }

    static final class ScalesDeserializer extends StdDeserializer<Scales> {
        ScalesDeserializer() {
            super(Scales.class);
        }

        @Override
        public Scales deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return new Scales(null, context.readValue(parser, Grid.class));
            }
            return new Scales(List.of(context.readValue(parser, Located[].class)), null);
        }
    }
}
