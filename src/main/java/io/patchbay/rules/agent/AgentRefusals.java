package io.patchbay.rules.agent;

import io.patchbay.model.ChannelId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import java.util.Collection;
import java.util.stream.Collectors;

/** Refusals that several families share. */
final class AgentRefusals {

    private AgentRefusals() { }

    static String named(Collection<QueueName> queues) {
        return queues.stream().map(QueueName::value).collect(Collectors.joining(", "));
    }

    static <E> Decision<E> noChannel(ChannelId id) {
        return Decision.refuse(Reason.UNKNOWN, "The agent has no channel " + id + ".");
    }

    static <E> Decision<E> inactive(ChannelId id) {
        return Decision.refuse(Reason.WRONG_STATE, "Channel " + id + " is inactive. Activate it first.");
    }

    static <E> Decision<E> atWork(ChannelId id) {
        return Decision.refuse(Reason.WRONG_STATE, "Channel " + id + " has a contact. Finish the contact first.");
    }
}
