/**
 * Other libraries on the same networks, to measure initbench against: ND4J's SameDiff, DL4J, and PyTorch through DJL. Part of
 * the Maven profile {@code peers} only.
 *
 * <p>A {@link org.initbench.benchmarks.peers.PeerNetwork} says what is trained; each {@link
 * org.initbench.benchmarks.peers.Peer} trains it from the same start on the same batches, {@link
 * org.initbench.benchmarks.peers.PeerBenchmark} times them, and {@link org.initbench.benchmarks.peers.PeerTable} prints what
 * initbench saves.
 */
@NullMarked
package org.initbench.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
