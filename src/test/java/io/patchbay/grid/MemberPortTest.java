package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import io.patchbay.testing.Broker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members do not authenticate each other, so the port must not be reachable on an address that was not configured. */
class MemberPortTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void the_member_port_listens_on_the_configured_host_alone() throws IOException {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap())) {
            InetSocketAddress member = cluster.member(0).hazelcast().getCluster().getLocalMember().getSocketAddress();
            assertThat(member.getAddress().getHostAddress()).isEqualTo("127.0.0.1");

            connect("127.0.0.1", member.getPort());
            assertThat(otherAddresses()).isNotEmpty().allSatisfy(other ->
                    assertThatThrownBy(() -> connect(other, member.getPort())).as(other).isInstanceOf(IOException.class));
        }
    }

    @Test
    void the_member_port_serves_no_hazelcast_client() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap())) {
            HazelcastInstance member = cluster.member(0).hazelcast();
            ClientConfig client = new ClientConfig().setClusterName(member.getConfig().getClusterName());
            client.getNetworkConfig().addAddress("127.0.0.1:" + member.getCluster().getLocalMember().getSocketAddress().getPort());
            client.getConnectionStrategyConfig().getConnectionRetryConfig().setClusterConnectTimeoutMillis(0);
            assertThatThrownBy(() -> HazelcastClient.newHazelcastClient(client)).isInstanceOf(IllegalStateException.class);
            assertThat(member.getClientService().getConnectedClients()).isEmpty();
        }
    }

    private static void connect(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 2_000);
        }
    }

    /** A second loopback address, and every address of this machine but 127.0.0.1. */
    private static Set<String> otherAddresses() throws SocketException {
        return Stream.concat(Stream.of("127.0.0.2"), NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .map(address -> address.getHostAddress())).filter(address -> !address.equals("127.0.0.1")).collect(Collectors.toSet());
    }
}
