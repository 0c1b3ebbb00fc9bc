package io.patchbay.rules.agent;

import io.patchbay.model.ChannelId;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;

/** Refusals that several families share. */
final class AgentRefusals {

    private AgentRefusals() { }

    static <E> Decision<E> noChannel(ChannelId id) {
        return Decision.refuse(Reason.UNKNOWN, "the agent has no channel " + id);
    }

    static <E> Decision<E> inactive(ChannelId id) {
        return Decision.refuse(Reason.WRONG_STATE, "channel " + id + " is inactive; activate it first");
    }

    static <E> Decision<E> atWork(ChannelId id) {
        return Decision.refuse(Reason.WRONG_STATE, "a contact is at hand on channel " + id + "; finish it first");
    }
}
