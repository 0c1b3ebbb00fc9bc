package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.EndpointQualifier;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container knows its own name, and its address only when it runs. */
class HostNameTest {
    @Test
    void a_host_name_stands_for_its_address() {
        assertThat(interfaces("localhost")).containsExactly("127.0.0.1");
        assertThat(interfaces("127.0.0.2")).containsExactly("127.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void a_member_listens_at_its_address_in_both_families(String host) throws Exception {
        HazelcastInstance member = HazelcastConfig.member(settings(host), none());
        try {
            assertThat(member.getCluster().getLocalMember().getAddress().getInetAddress()).isEqualTo(InetAddress.getByName(host));
        } finally {
            member.getLifecycleService().terminate();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.255.255.1", "127.0.0.2", "fd00::1"})
    void an_address_of_another_machine_is_refused_with_its_key(String host) {
        assertThatThrownBy(() -> HazelcastConfig.member(settings(host), none()))
                .isInstanceOfSatisfying(GridUnavailable.class, refused -> assertThat(refused.key()).isEqualTo("cluster.host"))
                .hasMessageStartingWith("must be an address of an interface of this machine");
    }

    private static GridSettings settings(String host) {
        return new GridSettings("n1", "names", 1, host, 5791, List.of(), 1_000);
    }

    private static Host none() {
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class},
                (proxy, method, arguments) -> null);
    }

    private static Iterable<String> interfaces(String host) {
        Config config = HazelcastConfig.of(settings(host), none());
        return config.getAdvancedNetworkConfig().getEndpointConfigs().get(EndpointQualifier.MEMBER).getInterfaces().getInterfaces();
    }
}
