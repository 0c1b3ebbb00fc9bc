package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.instance.EndpointQualifier;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A container knows its own name, and its address only when it runs. */
class HostNameTest {
    @Test
    void a_host_name_stands_for_its_address() {
        assertThat(interfaces("localhost")).containsExactly("127.0.0.1");
        assertThat(interfaces("127.0.0.2")).containsExactly("127.0.0.2");
    }

    private static Iterable<String> interfaces(String host) {
        Host none = (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class},
                (proxy, method, arguments) -> null);
        Config config = HazelcastConfig.of(new GridSettings("n1", "names", 1, host, 5701, List.of(), 1_000), none);
        return config.getAdvancedNetworkConfig().getEndpointConfigs().get(EndpointQualifier.MEMBER).getInterfaces().getInterfaces();
    }
}
