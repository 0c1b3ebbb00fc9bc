package io.patchbay.broker;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * Settings of the embedded broker.
 *
 * @param directory the only place that it writes to; created if missing, kept between starts
 * @param host the address that it listens on
 * @param port its port, 0 for a free one
 * @param advertised the host name for clients; blank means {@code host}, which must not be a wildcard address then
 */
public record BrokerSettings(Path directory, String host, int port, String advertised) {
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]", "");

    public BrokerSettings {
        directory = Objects.requireNonNull(directory, "directory").toAbsolutePath().normalize();
        host = host.strip();
        advertised = advertised.isBlank() ? host : advertised.strip();
        if (port < 0 || port > 65535) {
            throw new UnusableBroker(UnusableBroker.Setting.PORT, "The broker's port must be 0-65535, not " + port + ".", null);
        }
        if (WILDCARDS.contains(advertised)) {
            throw new UnusableBroker(UnusableBroker.Setting.HOST, "The broker listens on every address (" + host
                    + "): say which host name its clients are to use.", null);
        }
    }

    /** Clients use the name that the broker listens on. */
    public BrokerSettings(Path directory, String host, int port) {
        this(directory, host, port, "");
    }
}
