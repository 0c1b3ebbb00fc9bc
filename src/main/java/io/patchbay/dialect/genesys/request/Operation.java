package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Subject;
import io.patchbay.model.Suggestion;
import io.patchbay.reading.Calling;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Names;
import java.util.Collection;

/**
 * One operation of an agent: its parameters and what the agent has.
 *
 * @param session the command that begins the session of the agent; the ids of further commands derive from its id
 * @param policy  travels with a call that is made
 */
public record Operation(AgentEntry entry, Replicas now, GenesysBody body, Names names, ContactPolicy policy, Command session) {

    public AgentId me() {
        return entry.id();
    }

    Operation withoutParameters() {
        return new Operation(entry, now, new GenesysBody(JsonNodeFactory.instance.objectNode()), names, policy, session);
    }

    Plan.Step onAgent(Body command) {
        return new Plan.Step(Subject.of(me()), command);
    }

    void mustBeSignedIn() {
        if (!now.agent().isSignedIn()) {
            throw invalid("The agent is signed out. Send StartContactCenterSession first.");
        }
    }

    /** {@code destination.phoneNumber}. An agent with outbound skills must name one for an outside number. */
    Destination destination() {
        Destination to = number();
        if (Calling.needsSkill(entry, to)) {
            GenesysBody extensions = body.object("extensions");
            extensions.value("skillId", Calling.skill(entry, extensions.member(JsonType.CODE, "skillId", "inContact.outboundskill")));
        }
        return to;
    }

    /** {@code destination.phoneNumber}. */
    Destination number() {
        GenesysBody destination = body.object("destination");
        return destination.value("phoneNumber", names.destination(destination.member(JsonType.CODE, "phoneNumber")));
    }

    static OperationRefused invalid(String message) {
        return new OperationRefused(GenesysStatus.INVALID, message);
    }

    /** @param known the operations of the resource */
    static OperationRefused unknown(String operation, Collection<String> known) {
        return invalid("This resource has no such operation" + Suggestion.text(operation, known) + ".");
    }
}
