package io.patchbay;

import io.patchbay.door.CompletedCommand;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of the logger {@code audit}: who came from which address, who signed in, and what one did for or to another agent. The ends
 * of sessions are written where they happen, by the grid.
 */
final class AuditLog {
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");
    private static final int KNOWN_USERS = 10_000;
    private static final long AGAIN_NANOS = 3_600_000_000_000L;

    /** The time of the last line by user, address and door, the oldest first. */
    private final Map<String, Long> known = new LinkedHashMap<>();

    void completed(CompletedCommand<?> completed, String door, String address) {
        Optional<Command> start = completed.request().commands().stream().filter(command -> signedIn(command).isPresent()).findFirst();
        Optional<AgentId> agent = RequestLog.agent(completed);
        if (start.isPresent() && completed.outcome().isAccepted()) {
            isNew(agent, door, address);
            AUDIT.atInfo().addKeyValue("agent", signedIn(start.get()).get()).addKeyValue("door", door).addKeyValue("address", address)
                    .addKeyValue("correlation", start.get().correlation()).log("agent signed in");
        } else if (start.isEmpty() && isNew(agent, door, address)) {
            AUDIT.atInfo().addKeyValue("agent", agent.get()).addKeyValue("door", door).addKeyValue("address", address).log("user accepted");
        }
        agent.ifPresent(by -> completed.request().commands().stream().findFirst()
                .ifPresent(command -> other(by, command).ifPresent(other -> act(completed, command, by, other, door))));
    }

    private static void act(CompletedCommand<?> completed, Command command, AgentId by, String other, String door) {
        AUDIT.atInfo().addKeyValue("agent", by).addKeyValue("door", door).addKeyValue("command", name(command.body()))
                .addKeyValue("subject", command.target()).addKeyValue("onBehalfOf", other)
                .addKeyValue("outcome", RequestLog.outcome(completed)).addKeyValue("correlation", command.correlation())
                .log("act for another");
    }

    /** Whom or what the command is about, if it is not the work of who asks. */
    private static Optional<String> other(AgentId by, Command command) {
        if (command.body() instanceof PartyCommand.MonitorCall monitor) {
            return Optional.of(monitor.agent().value());
        }
        if (command.body() instanceof MessagingCommand.JoinContact join) {
            return Optional.of(join.of().value());
        }
        if (command.body() instanceof PartyCommand.DropParticipant) {
            return Optional.of("a participant");
        }
        Subject target = command.target();
        return target.kind() == Subject.Kind.AGENT && !target.agent().equals(by) ? Optional.of(target.id()) : Optional.empty();
    }

    /** The agent that a command signs in. */
    static Optional<AgentId> signedIn(Command command) {
        return command.body() instanceof AgentCommand.StartSession ? Optional.of(command.target().agent()) : Optional.empty();
    }

    static String name(Body body) {
        String type = body.getClass().getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private synchronized boolean isNew(Optional<AgentId> agent, String door, String address) {
        if (agent.isEmpty()) {
            return false;
        }
        String key = agent.get() + " " + door + " " + address;
        long now = System.nanoTime();
        Long last = known.get(key);
        if (last != null && now - last < AGAIN_NANOS) {
            return false;
        }
        known.remove(key);
        known.put(key, now);
        if (known.size() > KNOWN_USERS) {
            known.remove(known.keySet().iterator().next());
        }
        return true;
    }
}
