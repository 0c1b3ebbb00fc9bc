package io.patchbay.grid;

import io.patchbay.model.AgentEvent;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The lines of the audit log for agents that sign out, and for connections that are lost. Here, because nobody has to ask for them. */
final class SessionEnds {
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");

    private SessionEnds() { }

    /** @param after the number up to which the events of the cell are written already */
    static void write(Cell cell, long after) {
        if (cell.subject().kind() == Subject.Kind.AGENT) {
            cell.events().stream().filter(recorded -> recorded.number() > after).forEach(recorded -> write(cell.subject(), recorded));
        }
    }

    private static void write(Subject agent, Recorded recorded) {
        if (recorded.event() instanceof AgentEvent.SessionEnded ended) {
            line(agent, recorded).addKeyValue("reason", ended.cause()).log("agent signed out");
        } else if (recorded.event() instanceof AgentEvent.BindingLost lost) {
            session(line(agent, recorded), lost.binding()).log("connection of an agent lost");
        } else if (recorded.event() instanceof AgentEvent.BindingRemoved removed) {
            session(line(agent, recorded), removed.binding()).log("client of an agent left");
        }
    }

    private static LoggingEventBuilder session(LoggingEventBuilder line, SessionId session) {
        return line.addKeyValue("session", session);
    }

    private static LoggingEventBuilder line(Subject agent, Recorded recorded) {
        return AUDIT.atInfo().addKeyValue("agent", agent.id()).addKeyValue("correlation", recorded.correlation());
    }
}
