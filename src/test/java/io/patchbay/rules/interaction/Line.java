package io.patchbay.rules.interaction;

import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueueCommand.QueueReserveRefused;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The little of a queue that an interaction sees: each contact waits or is offered to one agent. */
final class Line {

    private final Consumer<FollowUp> post;
    private record Wait(PartyId place, boolean offered) { }

    private final Map<InteractionId, Wait> waits = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Line(Consumer<FollowUp> post) {
        this.post = post;
    }

    void take(Body body) {
        if (body instanceof Enqueue e) {
            expect(waits.put(e.interaction(), new Wait(e.place(), false)) == null, body);
        } else if (body instanceof GiveBack g) {
            expect(waits.replace(g.interaction(), new Wait(g.place(), true), new Wait(g.place(), false)), body);
        } else if (body instanceof QueueReserveRefused r) {
            waits.replace(r.interaction(), new Wait(r.place(), true), new Wait(r.place(), false));
        } else {
            expect(waits.remove(((Leave) body).interaction()) != null, body);
        }
    }

    void offer(AgentId agent) {
        waiting().ifPresent(i -> {
            PartyId place = waits.get(i).place();
            waits.put(i, new Wait(place, true));
            post.accept(FollowUp.to(Subject.of(agent),
                    new Reserve(agent, i, Medium.VOICE, Optional.of(new QueuePlace(Cast.SALES, place)), true),
                    new QueueReserveRefused(i, agent, place)));
        });
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    List<String> complaints() {
        return complaints;
    }

    private Optional<InteractionId> waiting() {
        return waits.entrySet().stream().filter(e -> !e.getValue().offered()).map(Map.Entry::getKey).findFirst();
    }

    private void expect(boolean expected, Body told) {
        if (!expected) {
            complaints.add("the queue was told " + told + " out of turn");
        }
    }
}
