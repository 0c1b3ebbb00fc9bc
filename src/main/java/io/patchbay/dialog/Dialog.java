package io.patchbay.dialog;

import io.patchbay.model.Address;
import io.patchbay.model.CallId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call as an agent sees it.
 *
 * @param contact   the interaction
 * @param outbound  the agent called
 * @param parties   the participants, first the agent
 * @param secondary the call that ended in this one by a transfer or conference
 * @param alternates whether the agent may change between this call and its other one
 */
public record Dialog(CallId id, InteractionId contact, CallType type, boolean outbound, List<Party> parties, Media media,
                     Optional<CallId> secondary, Optional<Instant> startedAt, boolean alternates) {

    /**
     * A participant.
     *
     * @param agent whether it is an agent of the gateway
     * @param cause why it failed; empty in any other state
     * @param since when it came into its state
     */
    public record Party(PartyId id, Address address, boolean agent, DialogState state, String cause, Optional<Instant> startedAt,
                        Optional<Instant> since, Set<DialogAction> actions) {
        private Party in(DialogState next, String why, Instant at) {
            return new Party(id, address, agent, next, why, startedAt, Optional.of(at),
                    next == DialogState.WRAP_UP ? DialogAction.documented(next) : Set.of());
        }
    }

    /**
     * @param queueName, queueNumber, queuedAt empty where the call came through no queue
     * @param wrapUpReason empty where none is set
     */
    public record Media(Address from, Address to, String queueName, String queueNumber, Optional<Instant> queuedAt, String wrapUpReason,
                        Map<String, String> data) {
        Media with(Map<String, String> next, String reason) {
            return new Media(from, to, queueName, queueNumber, queuedAt, reason, next);
        }
    }

    public Party own() {
        return parties.get(0);
    }

    /** The state of the agent. */
    public DialogState state() {
        return own().state();
    }

    /** While the agent dials and nobody is reached. */
    Dialog dialling(DialogState state) {
        Party own = own();
        Party dials = new Party(own.id(), own.address(), own.agent(), state, "", own.startedAt(), own.since(), own.actions());
        return new Dialog(id, contact, type, outbound, List.of(dials), media, secondary, startedAt, alternates);
    }

    /**
     * After the agent has left.
     *
     * @param last     the last state of the agent
     * @param cause    why it failed, else empty
     * @param continues the other parties are still in the call
     */
    Dialog left(DialogState last, String cause, boolean continues, Instant at) {
        List<Party> all = new ArrayList<>(List.of(own().in(last, cause, at)));
        parties.stream().skip(1).forEach(other -> all.add(continues ? other : other.in(DialogState.DROPPED, "", at)));
        return new Dialog(id, contact, type, outbound, all, media, secondary, startedAt, false);
    }

    Dialog with(Media next) {
        return new Dialog(id, contact, type, outbound, parties, next, secondary, startedAt, alternates);
    }
}
