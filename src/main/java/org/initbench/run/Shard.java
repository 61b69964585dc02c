package org.initbench.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.common.UsageException;

/**
 * A share of a study: of its blocks in plan order every {@code of}-th, beginning with number {@code number}. All shards of a
 * study together hold each block once, whatever the number of shards.
 *
 * @param number which share it is, from 1
 * @param of how many shares there are
 */
public record Shard(int number, int of) {

    /** The whole study. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 10_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (!valid(number, of)) {
            throw new IllegalArgumentException("shard " + number + "/" + of + " where 1/1 to n/n is expected");
        }
    }

    /**
     * A share as it is written: {@code 2/8} is the second of eight.
     *
     * @throws UsageException if it is none
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int number = Integer.parseInt(form.group(1));
            int of = Integer.parseInt(form.group(2));
            if (valid(number, of)) {
                return new Shard(number, of);
            }
        }
        throw new UsageException("shard '" + text + "' must be i/n, with n from 1 to " + MOST
                + " and i from 1 to n, such as 2/8 for the second of eight");
    }

    private static boolean valid(int number, int of) {
        return number >= 1 && number <= of && of <= MOST;
    }

    /** Whether it is the whole study. */
    public boolean whole() {
        return of == 1;
    }

    /**
     * Whether the block that holds a replicate is in this share.
     *
     * @param study the study
     * @param taskNumber place of the task in the study, from 0
     * @param replicate number of the replicate, from 0
     */
    public boolean has(ResolvedStudy study, int taskNumber, int replicate) {
        int size = study.workers() * study.stackReplicates();
        int blocksOfTask = (study.replicates() + size - 1) / size;
        return has((long) taskNumber * blocksOfTask + replicate / size);
    }

    /** Whether the piece of work of that number, from 0, is in this share. */
    public boolean has(long piece) {
        return piece % of == number - 1;
    }

    /** As it is written: {@code 2/8}. */
    public String label() {
        return number + "/" + of;
    }
}
