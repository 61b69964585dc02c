package org.initbench.benchmarks.peers;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** PyTorch as DJL binds it: loaded once a process from the class path, never from the network, with one thread. */
final class PyTorch {

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    private PyTorch() {}

    /**
     * A manager of arrays, with autograd switched on.
     *
     * @throws IllegalStateException if PyTorch would use several threads
     */
    static NDManager manager() {
        NDManager manager = NDManager.newBaseManager("PyTorch");
        if (JniUtils.getNumThreads() != 1) {
            throw new IllegalStateException("PyTorch uses " + JniUtils.getNumThreads() + " threads instead of one");
        }
        JniUtils.setGradMode(true);
        return manager;
    }
}
