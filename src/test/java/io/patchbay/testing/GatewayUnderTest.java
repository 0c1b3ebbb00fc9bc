package io.patchbay.testing;

import java.net.URI;
import java.util.Map;

/** A started gateway on the demo directory, with every door open, until it is closed. */
public interface GatewayUnderTest extends AutoCloseable {

    /** The base address of its one HTTP port, for example {@code http://localhost:8080}. */
    URI http();

    /** Its port for Harmony over TCP, on loopback. */
    int harmonyTcp();

    /** The brokers it publishes to. */
    String kafka();

    @Override
    void close();

    /** Starts gateways for tests; found with {@link java.util.ServiceLoader}. */
    interface Starter {

        /**
         * Starts a gateway nobody used before.
         *
         * @param needs configuration keys and values beyond the base listed in {@code golden/harmony/README.md}; may be empty
         */
        GatewayUnderTest start(Map<String, String> needs);
    }
}
