package io.patchbay.reading;

import io.patchbay.model.AgentEntry;

/** The rights of the roles of the directory. */
public final class Roles {
    private Roles() { }

    /** Whether the role signs in and takes calls. */
    public static boolean works(AgentEntry entry) {
        return switch (entry.role()) {
            case AGENT, SUPERVISOR -> true;
            case PLATFORM, OBSERVER -> false;
        };
    }
}
