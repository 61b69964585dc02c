package org.initbench.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A comparison of speeds is worth nothing unless every side does the same work. */
class PeersTest {

    private static final int MODELS = 3;
    private static final double TOLERANCE = 1e-4;

    static List<PeerNetwork> networks() {
        return PeerNetwork.ALL;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyPeerTrainsTheSameNetwork(PeerNetwork network) {
        List<float[]> expected;
        try (Peer peer = new PyTorchPeer(new PyTorchModel(network))) {
            expected = trained(peer, 0);
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(expected.get(i))
                    .as("parameter %d moves", i)
                    .hasSameSizeAs(network.start(0).get(i))
                    .isNotEqualTo(network.start(0).get(i));
        }
        try (Peer peer = new PyTorchPeer(new PyTorchStack(network, MODELS))) {
            assertEqual("PyTorch's stack", trained(peer, 0), expected);
            assertThat(peer.parameters(1).get(0)).isNotEqualTo(expected.get(0));
        }
        try (Peer peer = new Dl4jPeer(network)) {
            assertEqual("DL4J", trained(peer, 0), expected);
        }
        try (Peer peer = new SameDiffPeer(network)) {
            assertEqual("SameDiff", trained(peer, 0), expected);
        }
    }

    private static List<float[]> trained(Peer peer, int model) {
        peer.train(2);
        return peer.parameters(model);
    }

    private static void assertEqual(String name, List<float[]> actual, List<float[]> expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("%s: parameter %d", name, i).containsExactly(expected.get(i), within((float)
                    TOLERANCE));
        }
    }
}
