package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The ids of devices. An agent has one device for each extension (BINDINGS, Genesys). */
public final class GenesysIds {
    /** The contact centre, and its only voice environment. */
    public static final String SITE = uuid("site");

    private GenesysIds() { }

    /** A UUID that stays the same, because it derives from the extension. */
    public static String device(Address extension) {
        return uuid("device:" + extension.value());
    }

    /** The extension of a device of this agent, by the id of the device or by the extension itself. */
    public static Optional<Address> extension(AgentEntry agent, String device) {
        return agent.extensions().stream().filter(own -> device(own).equals(device) || own.value().equals(device)).findFirst();
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
