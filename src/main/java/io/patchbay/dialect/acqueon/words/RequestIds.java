package io.patchbay.dialect.acqueon.words;

import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;

/** Command ids that show whose request they are. An event names the command that caused it, and not the agent. */
public final class RequestIds {
    private static final int DIGITS = 8;

    private RequestIds() { }

    /** @param id any id of a command */
    public static CommandId mark(AgentId agent, CommandId id) {
        return new CommandId(prefix(agent) + id.value());
    }

    /** Whether the command comes from a verb of this agent. */
    public static boolean isRequestOf(AgentId agent, CommandId command) {
        return command.value().startsWith(prefix(agent));
    }

    private static String prefix(AgentId agent) {
        return "acq-" + Ids.digest(agent.value()).substring(0, DIGITS) + "-";
    }
}
