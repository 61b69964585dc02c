package org.initbench.benchmarks.peers;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does an epoch cost in other libraries? As in {@code EpochBenchmark}, the score of {@code pyTorchStack} is the time of
 * one epoch of the whole stack: divide it by {@code stackSize} for one model. The others train one model.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/peers/benchmarks.jar org.openjdk.jmh.Main PeerBenchmark -p
 * network=dense-64 -p stackSize=64}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeerBenchmark {

    /** Epochs of one call of SameDiff's fit, so that what a call costs by itself counts little. */
    static final int EPOCHS_PER_FIT = 5;

    /** ND4J's SameDiff, one model. */
    @Benchmark
    @OperationsPerInvocation(EPOCHS_PER_FIT)
    public void sameDiff(SameDiffState state) {
        state.train(EPOCHS_PER_FIT);
    }

    /** DL4J's MultiLayerNetwork, one model. */
    @Benchmark
    public void dl4j(Dl4jState state) {
        state.train(1);
    }

    /** PyTorch through DJL, one model. */
    @Benchmark
    public void pyTorch(PyTorchState state) {
        state.train(1);
    }

    /** PyTorch through DJL, all models in one program. */
    @Benchmark
    public void pyTorchStack(PyTorchStackState state) {
        state.train(1);
    }

    /** A peer that starts every iteration anew, from the same weights. */
    @State(Scope.Thread)
    public abstract static class PeerState {

        /** Name of the network. */
        @Param({"xor-2-2-1", "digits-mlp-tanh", "dense-64", "digits-cnn", "digits-lstm"})
        public String network;

        private @Nullable Peer peer;

        abstract Peer peer(PeerNetwork definition);

        /** Builds the peer. */
        @Setup(Level.Iteration)
        public void build() {
            peer = peer(PeerNetwork.byLabel(network));
        }

        /** Frees it. */
        @TearDown(Level.Iteration)
        public void free() {
            built().close();
        }

        void train(int epochs) {
            built().train(epochs);
        }

        private Peer built() {
            if (peer == null) {
                throw new IllegalStateException("JMH calls the iteration's set-up first");
            }
            return peer;
        }
    }

    /** One model in SameDiff. */
    public static class SameDiffState extends PeerState {
        @Override
        Peer peer(PeerNetwork definition) {
            return new SameDiffPeer(definition);
        }
    }

    /** One model in DL4J. */
    public static class Dl4jState extends PeerState {
        @Override
        Peer peer(PeerNetwork definition) {
            return new Dl4jPeer(definition);
        }
    }

    /** One model in PyTorch. */
    public static class PyTorchState extends PeerState {
        @Override
        Peer peer(PeerNetwork definition) {
            return new PyTorchPeer(new PyTorchModel(definition));
        }
    }

    /** Many models in PyTorch. */
    public static class PyTorchStackState extends PeerState {

        /** Models in the stack. */
        @Param({"16", "64", "256"})
        public int stackSize;

        @Override
        Peer peer(PeerNetwork definition) {
            return new PyTorchPeer(new PyTorchStack(definition, stackSize));
        }
    }
}
