package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.Messaging;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Since when all is as it is: what an event left as it was keeps its times, what it made or changed has that of the event.
 *
 * @param before the interaction before the event
 * @param at     the time of the event; kept to the millisecond, as the event is told with
 */
record Times(Interaction before, Instant at) {

    Times {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    Interaction of(Interaction after) {
        Map<PartyId, Connection> legs = before.calls().stream().flatMap(call -> call.connections().stream())
                .collect(Collectors.toMap(Connection::id, Function.identity(), (one, other) -> other));
        List<Call> calls = after.calls().stream().map(call -> of(call, legs)).toList();
        Interaction timed = after.at(before.startedAt().orElse(at), kept(before.phase() == after.phase(), before.since()), calls,
                of(after.messaging()));
        return timed.queue().map(queue -> timed.in(of(queue))).orElse(timed).asking(timed.asking().map(this::of));
    }

    /** A contact that is taken and comes back waits anew, even if no event was between. */
    private Queueing of(Queueing queue) {
        Optional<Queueing> same = Stream.concat(before.queue().stream(), before.asking().stream())
                .filter(was -> was.place().equals(queue.place()) && was.waiting() == queue.waiting()).findFirst();
        return queue.at(kept(same.isPresent(), same.flatMap(Queueing::since)));
    }

    private Call of(Call call, Map<PartyId, Connection> legs) {
        Optional<Call> was = before.call(call.id());
        List<Connection> timed = call.connections().stream().map(leg -> of(leg, Optional.ofNullable(legs.get(leg.id())))).toList();
        boolean same = was.filter(old -> states(old).equals(states(call))).isPresent();
        return call.at(was.flatMap(Call::startedAt).orElse(at), kept(same, was.flatMap(Call::since)), timed);
    }

    private static Map<PartyId, Connection.State> states(Call call) {
        return call.connections().stream().collect(Collectors.toMap(Connection::id, Connection::state));
    }

    private Connection of(Connection leg, Optional<Connection> was) {
        boolean same = was.filter(old -> old.is(leg.state())).isPresent();
        return leg.at(was.flatMap(Connection::startedAt).orElse(at), kept(same, was.flatMap(Connection::since)));
    }

    private Messaging of(Messaging messaging) {
        Map<PartyId, Participant> people = before.messaging().participants().stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        return messaging.having(messaging.participants().stream().map(one -> of(one, Optional.ofNullable(people.get(one.id())))).toList());
    }

    private Participant of(Participant one, Optional<Participant> was) {
        boolean same = was.filter(old -> old.visibility() == one.visibility()).isPresent();
        return one.at(was.flatMap(Participant::startedAt).orElse(at), kept(same, was.flatMap(Participant::since)));
    }

    private Instant kept(boolean same, Optional<Instant> since) {
        return since.filter(time -> same).orElse(at);
    }
}
