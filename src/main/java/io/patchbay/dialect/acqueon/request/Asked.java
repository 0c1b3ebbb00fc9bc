package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialog.AgentCall;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Channel;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.reading.Calling;
import io.patchbay.reading.Names;
import io.patchbay.reading.Read;
import java.util.List;
import java.util.Optional;

/**
 * A verb of an agent that is signed in, and what the agent has.
 *
 * @param extension the one of the sign-in
 * @param known     dialogs of the agent, also those that are over
 * @param policy    travels with a call that is made
 * @param tell      whether an agent is told of a supervisor who only listens
 */
public record Asked(AgentEntry entry, Address extension, Replicas now, KnownDialogs known, VerbRow row, VerbData data, Names names,
                    ContactPolicy policy, boolean tell) {

    AgentId me() {
        return entry.id();
    }

    Plan onMe(Body command) {
        return Plan.of(Subject.of(me()), command);
    }

    /** The channel of the extension. Another client may have removed it. */
    Channel channel() {
        return now.agent().telephone(extension)
                .orElseThrow(() -> AcqueonRefused.state("The agent has no telephone channel. Send SetUserInfo again."));
    }

    /** Checks the extension in this parameter, if there is one. It must be that of the sign-in. */
    void own(String parameter) {
        if (data.textIfAny(parameter).filter(given -> !given.equals(extension.value())).isPresent()) {
            throw new AcqueonRefused(ErrorType.INVALID_USER, parameter, "The " + parameter + " must be the extension of the sign-in.");
        }
    }

    /** The dialog that the verb means, after the check of MediaAddress. */
    AgentCall dialog() {
        Optional<String> named = data.textIfAny("CallID");
        own("MediaAddress");
        List<AgentCall> all = AgentCall.of(now, me());
        return named.map(id -> all.stream().filter(dialog -> dialog.call().id().value().equals(id)).findFirst())
                .or(() -> connection().map(id -> all.stream().filter(dialog -> dialog.has(id)).findFirst()))
                .orElseGet(() -> AgentCall.meant(all)).orElseThrow(Asked::noDialog);
    }

    /** The id of a connection or of a contact, on a channel that has such ids. */
    private Optional<String> connection() {
        return row.parameter().filter(VerbRow.CONNECTION::equals).flatMap(name -> data.textIfAny(name, "contactId"));
    }

    /** The calls of the agent. */
    List<AgentCall> dialogs() {
        return AgentCall.of(now, me());
    }

    /** The same, where a dialog that is over will do. */
    InteractionId dialogOrOver() {
        Optional<String> named = data.textIfAny("CallID");
        own("MediaAddress");
        return named.map(this::presentOrOver).orElseGet(() -> AgentCall.meant(AgentCall.of(now, me())).map(AgentCall::id)
                .or(() -> KnownDialogs.over(now))).filter(id -> now.interaction(id).isPresent()).orElseThrow(Asked::noDialog);
    }

    /** A call that ended while the agent talks in another is none. */
    private Optional<InteractionId> presentOrOver(String id) {
        return AgentCall.of(now, me()).stream().filter(dialog -> dialog.call().id().value().equals(id)).map(AgentCall::id).findFirst()
                .or(() -> known.interaction(id).filter(one -> now.agent().work(one).filter(work -> !work.isLive()).isPresent()));
    }

    /** An agent with outbound skills must name one for an outside number. */
    Destination destination() {
        String number = data.text("the number to call", "toAddress");
        Destination to = names.destination(number).or(expected -> new AcqueonRefused(ErrorType.INVALID_DESTINATION, "toAddress",
                "The parameter toAddress must be " + expected + "."));
        if (Calling.needsSkill(entry, to)) {
            data.value("skillId", Calling.skill(entry, data.text("an outbound skill of the agent", "skillId")));
        }
        return to;
    }

    /** The code of a reason. {@code -1} stands for none. */
    Optional<String> reasonCode() {
        return data.textIfAny("ReasonCodeId").filter(code -> !code.equals("-1"));
    }

    <T> T read(String parameter, Read<T> read) {
        return data.value(parameter, read);
    }

    private static AcqueonRefused noDialog() {
        return new AcqueonRefused(ErrorType.DIALOG_NOT_FOUND, "CallID", "The agent has no such call.");
    }
}
