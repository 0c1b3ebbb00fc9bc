package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.StartSession.Mode;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;

/** The commands that bind and lose. Only this class turns exclusivity into a command. */
record SessionCommands(CommandGateway gateway, SessionPolicy policy) {

    /** An exclusive session is new. A shared session is the one of this agent at this member, renewed if it exists. */
    SessionStart start(AgentId agent, boolean override) {
        CommandId id = gateway.newId();
        return switch (policy.exclusivity()) {
            case EXCLUSIVE -> bind(id, agent, new SessionId(Ids.part(id, "session")), policy.grace(),
                    override ? Mode.OVERRIDE : Mode.EXCLUSIVE);
            case SHARED -> share(id, agent, Mode.SHARED);
        };
    }

    /** One more client of a session that exists. */
    SessionStart join(AgentId agent) {
        return share(gateway.newId(), agent, Mode.JOIN);
    }

    /** Binds that session to this member again, with its original grace time. */
    SessionStart resume(AgentId agent, SessionId session, boolean override) {
        CommandId id = gateway.newId();
        return switch (policy.exclusivity()) {
            case EXCLUSIVE -> bind(id, agent, session, Duration.ZERO, override ? Mode.RESUME_OVERRIDE : Mode.RESUME);
            case SHARED -> share(id, agent, Mode.SHARED);
        };
    }

    /** @param expired no request for a while: the session of the agent ends with its only binding */
    Command lose(AgentId agent, SessionId session, boolean expired) {
        return command(gateway.newId(), agent, new AgentCommand.LoseBinding(session, expired));
    }

    private SessionStart share(CommandId id, AgentId agent, Mode mode) {
        return bind(id, agent, Ids.binding(agent, policy.dialect(), gateway.member()), policy.grace(), mode);
    }

    private SessionStart bind(CommandId id, AgentId agent, SessionId session, Duration grace, Mode mode) {
        Agent.Binding binding = new Agent.Binding(session, policy.dialect(), gateway.member(), policy.completes());
        return new SessionStart(session, command(id, agent, new AgentCommand.StartSession(binding, grace, gateway.offerLost(), mode)));
    }

    private Command command(CommandId id, AgentId agent, Body body) {
        return Command.of(id, gateway.now(), Subject.of(agent), body);
    }
}
