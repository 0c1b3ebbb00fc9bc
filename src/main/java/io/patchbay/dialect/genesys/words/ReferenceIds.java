package io.patchbay.dialect.genesys.words;

import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.PartyId;

/**
 * The numbers that tie a notification to the request that caused it (genesys.md 2.3). Each derives from an id that is in the event, so
 * every member finds the number, however late the event comes.
 */
public final class ReferenceIds {
    private static final int DIGITS = 7;
    private static final int HEX = 16;

    private ReferenceIds() { }

    /** A command id that shows whose Genesys request it is. @param fresh a new id */
    public static CommandId mark(AgentId agent, CommandId fresh) {
        return new CommandId(prefix(agent) + fresh.value());
    }

    /** Whether the command comes from a Genesys request of this agent. */
    public static boolean isRequestOf(AgentId agent, CommandId command) {
        return command.value().startsWith(prefix(agent));
    }

    public static int of(CommandId command) {
        return number(command.value());
    }

    /** Of the request that invited somebody. */
    public static int of(PartyId invitation) {
        return number(invitation.value());
    }

    private static String prefix(AgentId agent) {
        return "gws-" + Ids.digest(agent.value()).substring(0, DIGITS + 1) + "-";
    }

    /** Positive, within 32 bits. */
    private static int number(String text) {
        return Integer.parseInt(Ids.digest(text).substring(0, DIGITS), HEX) + 1;
    }
}
