package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialog.AgentCall;
import io.patchbay.dialog.DialogAction;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.InteractionId;
import io.patchbay.reading.Calling;
import io.patchbay.reading.Names;
import io.patchbay.reading.Read;
import java.util.List;
import java.util.Optional;

/**
 * A request of an agent and what the agent has. Elements that the request does not need, and blank ones, are passed over.
 *
 * @param body   the root of the body
 * @param known  dialogs of the agent, also those that are over
 * @param policy travels with a call that is made
 */
public record Asked(AgentEntry entry, Replicas now, KnownDialogs known, Element body, Names names, ContactPolicy policy) {

    AgentId me() {
        return entry.id();
    }

    /** Without the blanks around it. */
    String text(String name) {
        return body.textOf(name).orElseThrow(() -> FinesseRefused.missing(name));
    }

    /** Checks that the parameter is an extension of the agent. */
    String own(String name) {
        String given = text(name);
        if (entry.extensions().stream().noneMatch(extension -> extension.value().equals(given))) {
            throw new FinesseRefused(ErrorType.INVALID_USER, name, "The parameter " + name + " must be an extension of the user.");
        }
        return given;
    }

    /** The telephone that a call begins at. */
    Channel telephone() {
        return now.agent().telephone(new Address(own("fromAddress"))).filter(channel -> now.agent().isSignedIn())
                .orElseThrow(() -> FinesseRefused.state("The user is not signed in at this extension."));
    }

    /** An agent with outbound skills must name one for an outside number. */
    Destination destination() {
        Destination to = names.destination(text("toAddress")).or(expected -> new FinesseRefused(ErrorType.INVALID_DESTINATION, "toAddress",
                "The parameter toAddress must be " + expected + "."));
        if (Calling.needsSkill(entry, to)) {
            read("skillId", Calling.skill(entry, text("skillId")));
        }
        return to;
    }

    /** A present dialog of the agent, after the check of targetMediaAddress. */
    AgentCall dialog(String id) {
        own("targetMediaAddress");
        return present(id).orElseThrow(FinesseRefused::noDialog);
    }

    Optional<AgentCall> present(String id) {
        return calls().stream().filter(call -> call.call().id().value().equals(id)).findFirst();
    }

    List<AgentCall> calls() {
        return AgentCall.of(now, me());
    }

    /** The interaction of a dialog that is over and waits for its wrap-up. */
    Optional<InteractionId> over(String id) {
        return known.interaction(id).filter(one -> now.interaction(one).isPresent()
                && now.agent().work(one).filter(work -> !work.isLive()).isPresent());
    }

    boolean lists(AgentCall call, DialogAction action) {
        return DialogAction.of(call.interaction(), me(), call.call().id()).contains(action);
    }

    <T> T read(String parameter, Read<T> read) {
        return read.or(expected -> FinesseRefused.wrong(parameter, expected));
    }
}
