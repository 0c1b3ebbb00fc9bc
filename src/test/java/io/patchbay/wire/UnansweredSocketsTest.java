package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.wire.UnansweredSockets.Ends;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The table of the kernel, and what is made of it from one look to the next. */
class UnansweredSocketsTest {
    private static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private static final long SECOND = 1_000_000_000L;

    private static String line(String local, String remote, String timer, String repeats, int probes) {
        return "   0: " + local + " " + remote + " 01 00000006:00000000 " + timer + " " + repeats + "     0        " + probes
            + " 1110 1 00000000ce8b68e1 100 0 0 10 0";
    }

    private static Ends ends(String local, int localPort, String remote, int remotePort) {
        return new Ends(new InetSocketAddress(local, localPort), new InetSocketAddress(remote, remotePort));
    }

    @Test
    void a_socket_waits_if_it_repeats_or_probes() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "these lines are of a little-endian machine");
        List<String> lines = List.of(HEAD,
            line("0100007F:1B9E", "0200007F:A001", "01:00000020", "00000001", 0),
            line("0100007F:1B9E", "0300007F:A002", "02:00000061", "00000000", 2),
            line("0100007F:1B9E", "0400007F:A003", "02:00000061", "00000000", 0),
            line("0000000000000000FFFF00000100007F:1F90", "0000000000000000FFFF00000500007F:A004", "01:00000020", "0000000A", 0),
            line("B80D0120000000000000000001000000:1F90", "B80D0120000000000000000002000000:A005", "01:00000020", "00000003", 0),
            "   5: a line of another form");
        assertThat(UnansweredSockets.of(lines.stream())).containsExactlyInAnyOrder(ends("127.0.0.1", 7070, "127.0.0.2", 0xA001),
            ends("127.0.0.1", 7070, "127.0.0.3", 0xA002), ends("127.0.0.1", 8080, "127.0.0.5", 0xA004),
            ends("2001:db8::1", 8080, "2001:db8::2", 0xA005));
    }

    @Test
    void only_who_waits_at_each_look_waits_too_long() {
        UnansweredSince<String> since = new UnansweredSince<>(40 * SECOND);
        long start = Long.MAX_VALUE - 10 * SECOND;
        assertThat(since.tooLong(Set.of("dead", "slow"), start)).isEmpty();
        assertThat(since.tooLong(Set.of("dead"), start + 20 * SECOND)).isEmpty();
        assertThat(since.tooLong(Set.of("dead", "slow"), start + 39 * SECOND)).isEmpty();
        assertThat(since.tooLong(Set.of("dead", "slow"), start + 40 * SECOND)).containsExactly("dead");
        assertThat(since.tooLong(Set.of("slow"), start + 80 * SECOND)).containsExactly("slow");
    }

    /** An event may be told just before the first probe, and a look may come late by its interval. */
    @Test
    void a_dead_peer_is_found_within_the_time_of_three_pings() {
        for (Duration every : List.of(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofMinutes(1))) {
            PeerProbes probes = new PeerProbes(every);
            assertThat(Duration.ofSeconds(probes.idleSeconds() + 4L * probes.intervalSeconds())).isLessThanOrEqualTo(every.multipliedBy(3));
            assertThat(every.plus(probes.look()).plus(probes.unanswered()).plus(probes.look()))
                .isLessThanOrEqualTo(every.multipliedBy(3));
        }
    }
}
