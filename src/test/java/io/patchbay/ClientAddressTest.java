package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A URL with an IPv6 address needs brackets, and nobody connects to a wildcard. */
class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "0.0.0.0,localhost", "::,localhost", "::1,[::1]", "[::1],[::1]", "fd00::7,[fd00::7]",
        "gateway,gateway"})
    void every_host_makes_a_url(String host, String written) {
        assertThat(ClientAddress.of(host, 8080)).isEqualTo(written + ":8080");
        assertThat(URI.create("http://" + ClientAddress.of(host, 8080)).getHost()).isEqualTo(written);
    }

    @Test
    void a_socket_is_written_with_its_own_interface() throws Exception {
        assertThat(ClientAddress.of(new InetSocketAddress(7070))).isEqualTo("localhost:7070");
        assertThat(ClientAddress.of(new InetSocketAddress(InetAddress.getByName("10.0.0.7"), 7070))).isEqualTo("10.0.0.7:7070");
        assertThat(URI.create("tcp://" + ClientAddress.of(new InetSocketAddress(InetAddress.getByName("::1"), 7070))).getPort())
                .isEqualTo(7070);
    }
}
