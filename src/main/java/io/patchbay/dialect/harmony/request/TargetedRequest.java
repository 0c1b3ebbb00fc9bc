package io.patchbay.dialect.harmony.request;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Subject;
import io.patchbay.reading.Cells;
import io.patchbay.reading.Names;

/**
 * A request whose target was found: what a decoder makes a canonical command of.
 *
 * @param entry    the agent, as the directory has it
 * @param replicas what the client was told so far
 */
public record TargetedRequest(AgentEntry entry, HarmonyTarget target, HarmonyData data, Replicas replicas, Directory directory,
        ContactPolicy terms) {

    Names names() {
        return new Names(directory);
    }

    AgentId me() {
        return entry.id();
    }

    Channel channel() {
        return target.channel().orElseThrow();
    }

    InteractionId interaction() {
        return target.interaction().orElseThrow();
    }

    /** The interaction is a telephone call's. */
    boolean isOfCall() {
        return replicas.interaction(interaction()).filter(contact -> contact.medium() == Medium.VOICE).isPresent();
    }

    CallId call() {
        return target.call().orElseThrow().id();
    }

    /** The cell that a command made of this order goes to. */
    public Subject subjectOf(Body body) {
        return Cells.of(body, me(), this::interaction);
    }
}
