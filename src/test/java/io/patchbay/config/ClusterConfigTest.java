package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterConfigTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "0.0.0.0", "::", "172.32.0.1", "2001:db8::1"})
    void members_do_not_listen_where_the_world_can_reach_them(String host) {
        assertThat(new Temporary(directory).problemsOf("cluster.host=" + host)).singleElement().asString()
                .startsWith("gateway.properties:1: cluster.host is \"" + host + "\" but must be a loopback or private address")
                .contains("do not authenticate each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "fd00::1", "::1", "localhost"})
    void private_interfaces_are_fine(String host) {
        GatewayConfig config = new Temporary(directory).config(Temporary.PLAIN, new Properties(), "cluster.host=" + host);
        assertThat(config.cluster().host()).isEqualTo(host);
    }

    @Test
    void several_members_need_to_know_each_other() {
        assertThat(new Temporary(directory).problemsOf("cluster.size=3")).containsExactly(
                "gateway.properties (default): cluster.peers is \"\" but "
                        + "must name the members to join, host:port, because cluster.size is 3");
    }

    @Test
    void a_peer_is_a_host_with_or_without_a_port() {
        assertThat(new Temporary(directory).problemsOf("cluster.peers=a:1,b:99999")).singleElement().asString()
                .contains("cluster.peers is \"a:1,b:99999\" but must be host or host:port");
    }

    @Test
    void a_broker_on_every_interface_needs_a_name_for_its_clients() {
        assertThat(new Temporary(directory).problemsOf("kafka.embedded.host=0.0.0.0")).singleElement().asString()
                .contains("kafka.embedded.advertised is \"\" but must say which host name clients use");
    }

    @Test
    void the_broker_in_this_process_keeps_one_copy() {
        assertThat(new Temporary(directory).problemsOf("kafka.replication=3")).singleElement().asString()
                .contains("kafka.replication is \"3\" but must be 1");
    }
}
