package io.patchbay.reading;

import io.patchbay.model.AgentEntry;

/** What the roles of the directory may do. */
public final class Roles {
    private Roles() { }

    /** Signs in and takes calls. */
    public static boolean works(AgentEntry entry) {
        return switch (entry.role()) {
            case AGENT, SUPERVISOR -> true;
            case PLATFORM, OBSERVER -> false;
        };
    }
}
