package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue.Exit;
import java.util.stream.Stream;

/** Why a contact that waited in a queue before an event waits there no longer after it. */
final class QueueExits {

    private QueueExits() { }

    static Exit why(Interaction before, Interaction after) {
        return after.members().stream().anyMatch(member -> member.is(Member.Phase.ACTIVE) && !isActive(before, member)) ? Exit.TAKEN
                : hasGivenUp(before, after) ? Exit.ABANDONED : Exit.WITHDRAWN;
    }

    private static boolean isActive(Interaction state, Member member) {
        return state.member(member.agent()).filter(was -> was.is(Member.Phase.ACTIVE)).isPresent();
    }

    /** Whether nobody is left who waited: the customer, or the agent that called the queue. */
    private static boolean hasGivenUp(Interaction before, Interaction after) {
        return before.medium() != Medium.VOICE ? !after.isLive() || after.messaging().customer().isEmpty()
                : before.calls().stream().filter(Call::isQueued).flatMap(QueueExits::waiting)
                .noneMatch(party -> after.calls().stream().anyMatch(call -> call.connection(party).isPresent()));
    }

    private static Stream<PartyId> waiting(Call call) {
        return call.connections().stream().filter(leg -> leg.role() != Connection.Role.QUEUE && call.called().noneMatch(leg::equals))
                .map(Connection::id);
    }
}
