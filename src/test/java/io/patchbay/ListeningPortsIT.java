package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.GatewayProcess;
import io.patchbay.testing.ListeningSockets;
import io.patchbay.testing.Ports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel says on which addresses the process listens. */
class ListeningPortsIT {
    @TempDir
    Path directory;

    @Test
    void each_port_listens_where_its_key_says_and_nowhere_else() throws Exception {
        Map<String, String> hosts = Map.of("http.host", "127.0.0.2", "harmony.tcp.host", "127.0.0.3",
                "kafka.embedded.host", "127.0.0.4", "management.host", "127.0.0.5", "management.port", Integer.toString(Ports.free()));
        try (GatewayProcess gateway = GatewayProcess.start(directory, hosts).awaitReady()) {
            assertThat(ListeningSockets.of(gateway.pid())).as("and the controller of the broker, on a free port").hasSize(6)
                    .contains("127.0.0.2:" + gateway.port("http.port"), "127.0.0.3:" + gateway.port("harmony.tcp.port"),
                            "127.0.0.4:" + gateway.port("kafka.embedded.port"), "127.0.0.5:" + gateway.port("management.port"),
                            "127.0.0.1:" + gateway.port("cluster.port"))
                    .filteredOn(address -> address.startsWith("127.0.0.1:")).hasSize(2);
        }
    }
}
