package io.patchbay.commands;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Destination;
import io.patchbay.model.GroupId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.reading.Cells;
import io.patchbay.reading.Names;
import java.util.List;
import java.util.Optional;

/**
 * A command whose members are known to be of the right type: what a decoder makes a canonical command of.
 *
 * @param by    who asks
 * @param agent whom it is about: the same, or the agent a supervisor acts for
 */
record CheckedCommand(AgentEntry by, AgentEntry agent, Parameters target, Parameters arguments, CommandContext border) {

    static CheckedCommand of(AgentEntry by, Parameters target, Parameters arguments, CommandContext border) {
        AgentEntry agent = target.textIfAny(Parameter.ON_BEHALF_OF).map(named -> supervised(by, named, border)).orElse(by);
        return new CheckedCommand(by, agent, target, arguments, border);
    }

    /** An agent of another team is refused as if it did not exist (BINDINGS, common). */
    static AgentEntry supervised(AgentEntry by, String named, CommandContext border) {
        return border.directory().user(named).filter(other -> border.directory().supervises(by.id(), other.id()))
                .orElseThrow(() -> CommandRefusal.with(Code.UNKNOWN, "Agent " + by.id() + " supervises no agent of this name."));
    }

    Names names() {
        return new Names(border.directory());
    }

    AgentId me() {
        return by.id();
    }

    /** Who acts in the place of the agent. */
    Optional<AgentId> supervisor() {
        return target.has(Parameter.ON_BEHALF_OF) ? Optional.of(me()) : Optional.empty();
    }

    InteractionId interaction() {
        return target.value(Parameter.INTERACTION, InteractionId::new, "the id of an interaction");
    }

    CallId call() {
        return target.value(Parameter.CALL, CallId::new, "the id of a call");
    }

    ChannelId channel() {
        return target.value(Parameter.CHANNEL, ChannelId::new, "the id of a channel");
    }

    GroupId group() {
        return target.value(Parameter.GROUP, GroupId::new, "the id of a channel group");
    }

    Destination to() {
        return arguments.read(Parameter.TO, names()::destination);
    }

    /** Queues of the directory by name, number or id; all the agent serves when none is named. */
    List<QueueName> queues(Parameter member) {
        if (!arguments.has(member)) {
            return agent.queues();
        }
        return names().queues(arguments.texts(member), agent.queues())
                .or(expected -> arguments.wrong(member, "queues the agent serves"));
    }

    /** The cell that a command made of this order goes to. */
    Subject subjectOf(Body body) {
        return Cells.of(body, agent.id(), this::interaction);
    }
}
