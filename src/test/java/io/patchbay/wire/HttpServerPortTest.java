package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpServerPortTest {

    @Test void a_port_in_use_is_one_exception_that_names_it() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
             HttpServerPort port = new HttpServerPort("127.0.0.1", holder.getLocalPort(), WireLimits.defaults())) {
            assertThatThrownBy(port::open).isInstanceOf(PortUnavailable.class)
                .hasMessageContaining("127.0.0.1:" + holder.getLocalPort()).hasMessageContaining("in use");
        }
    }

    @Test void port_0_takes_a_free_port_tells_it_and_frees_it() throws Exception {
        HttpServerPort port = new HttpServerPort("127.0.0.1", 0, WireLimits.defaults()).open();
        int real = port.port();
        assertThat(real).isPositive();
        port.close();
        port.close();
        try (HttpServerPort again = new HttpServerPort("127.0.0.1", real, WireLimits.defaults()).open()) {
            assertThat(again.port()).isEqualTo(real);
        }
    }

    @Test void limits_that_contradict_each_other_are_refused_by_name() {
        assertThatThrownBy(() -> new WireLimits(0, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
            Duration.ofSeconds(2), 1)).hasMessageContaining("messageBytes");
        assertThatThrownBy(() -> new WireLimits(1, 1, Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(1),
            Duration.ofSeconds(2), 1)).hasMessageContaining("idleAfter").hasMessageContaining("pingEvery");
    }
}
