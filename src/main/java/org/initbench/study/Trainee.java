package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import org.initbench.run.ArmDescription;

/**
 * A model to be.
 *
 * @param arm how it starts
 * @param replicate number of its replicate
 */
record Trainee(ArmDescription arm, int replicate) {

    /**
     * The models of a block, replicate by replicate.
     *
     * @param block the block
     * @param arms the arms to train; a deterministic one on a full-batch task has one possible result, and is trained once
     */
    static List<Trainee> of(Block block, List<ArmDescription> arms) {
        List<Trainee> trainees = new ArrayList<>();
        int end = block.firstReplicate() + block.replicates();
        for (int r = block.firstReplicate(); r < end; r++) {
            for (ArmDescription arm : arms) {
                if (r == 0 || !(arm.deterministic() && block.task().fullBatch())) {
                    trainees.add(new Trainee(arm, r));
                }
            }
        }
        return trainees;
    }
}
