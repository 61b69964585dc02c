package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.task.TaskDescription;

/**
 * The unit of work: all cells of one task, at a few neighbouring replicates. Its records become one part of the bundle.
 *
 * @param task the task
 * @param taskNumber place of the task in the study, from 0
 * @param firstReplicate first replicate
 * @param replicates number of replicates
 */
public record Block(TaskDescription task, int taskNumber, int firstReplicate, int replicates) {

    /** The study's blocks, in plan order. */
    public static List<Block> of(ResolvedStudy study) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            blocks.addAll(of(study, i));
        }
        return blocks;
    }

    /** The blocks of one task, in plan order. */
    public static List<Block> of(ResolvedStudy study, int taskNumber) {
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        while (next < study.replicates()) {
            Block block = at(study, taskNumber, next);
            blocks.add(block);
            next += block.replicates();
        }
        return blocks;
    }

    /** The blocks of a share of the study, in plan order. */
    public static List<Block> of(ResolvedStudy study, Shard shard) {
        return of(study).stream().filter(block -> block.isIn(study, shard)).toList();
    }

    /** The block that holds a replicate of the study. */
    static Block holding(ResolvedStudy study, int taskNumber, int replicate) {
        int size = study.workers() * study.stackReplicates();
        return at(study, taskNumber, replicate / size * size);
    }

    /** Whether the block is in a share of its study. */
    public boolean isIn(ResolvedStudy study, Shard shard) {
        return shard.has(study, taskNumber, firstReplicate);
    }

    /** Name of the part of the bundle that holds what was tried to tune the learning rates of a task; names sort in plan order. */
    public static String tuningPart(ResolvedStudy study, int taskNumber) {
        return String.format(
                Locale.ROOT,
                "%03d-%s",
                taskNumber,
                study.tasks().get(taskNumber).name());
    }

    /**
     * The block that starts at a replicate; one beyond the study's last is a block of replicates that the study does not
     * report.
     */
    public static Block at(ResolvedStudy study, int taskNumber, int firstReplicate) {
        int size = study.workers() * study.stackReplicates();
        int left = study.replicates() - firstReplicate;
        int count = left > 0 ? Math.min(size, left) : size;
        return new Block(study.tasks().get(taskNumber), taskNumber, firstReplicate, count);
    }

    /** Name of the part of the bundle that holds the block; names sort in plan order. */
    public String part() {
        return String.format(Locale.ROOT, "%03d-%s-%06d", taskNumber, task.name(), firstReplicate);
    }
}
