package io.patchbay.door;

import io.patchbay.model.AgentId;
import io.patchbay.wire.ClientConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of the audit log for connections that authenticate once, at their beginning. */
public final class Arrivals {
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");

    private Arrivals() { }

    /** @param door its path */
    public static void accepted(AgentId user, String door, ClientConnection connection) {
        AUDIT.atInfo().addKeyValue("agent", user).addKeyValue("door", door).addKeyValue("address", connection.remote())
                .addKeyValue("session", connection.id()).log("user accepted");
    }
}
