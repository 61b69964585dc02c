package org.initbench.compare;

import org.initbench.run.Bundle;

/**
 * One of the bundles that are compared.
 *
 * @param label the letter that stands for it: A is what every other is compared with
 * @param folder its folder, as the user named it
 * @param study name of its study
 * @param host host name
 * @param cpuModel the processor's name
 * @param blas vendor, version and core type of the BLAS
 * @param started when its study began, UTC, ISO 8601
 * @param runs number of runs
 * @param complete whether every planned run is there
 */
public record BundleInfo(
        String label,
        String folder,
        String study,
        String host,
        String cpuModel,
        String blas,
        String started,
        int runs,
        boolean complete) {

    static BundleInfo of(int index, Bundle bundle) {
        return new BundleInfo(
                String.valueOf((char) ('A' + index)),
                bundle.folder().toString(),
                bundle.study().name(),
                bundle.environment().host(),
                bundle.environment().cpuModel(),
                bundle.environment().blas(),
                bundle.environment().started(),
                bundle.runs().size(),
                bundle.complete());
    }
}
