package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.run.ResolvedStudy;
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
        int size = study.workers() * study.stackReplicates();
        List<Block> blocks = new ArrayList<>();
        for (int first = 0; first < study.replicates(); first += size) {
            int count = Math.min(size, study.replicates() - first);
            blocks.add(new Block(study.tasks().get(taskNumber), taskNumber, first, count));
        }
        return blocks;
    }

    /** Name of the part of the bundle that holds the block; names sort in plan order. */
    public String part() {
        return String.format(Locale.ROOT, "%03d-%s-%06d", taskNumber, task.name(), firstReplicate);
    }
}
