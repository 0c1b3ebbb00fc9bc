package io.patchbay.rules.interaction;

import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueueCommand.QueueReserveRefused;
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
    private final Map<InteractionId, Boolean> offered = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Line(Consumer<FollowUp> post) {
        this.post = post;
    }

    void take(Body body) {
        if (body instanceof Enqueue e) {
            expect(offered.put(e.interaction(), false) == null, body);
        } else if (body instanceof GiveBack g) {
            expect(Boolean.TRUE.equals(offered.replace(g.interaction(), false)), body);
        } else if (body instanceof QueueReserveRefused r) {
            offered.replace(r.interaction(), false);
        } else {
            expect(offered.remove(((Leave) body).interaction()) != null, body);
        }
    }

    void offer(AgentId agent) {
        waiting().ifPresent(i -> {
            offered.put(i, true);
            post.accept(FollowUp.to(Subject.of(agent), new Reserve(agent, i, Medium.VOICE, Optional.of(Cast.SALES), true),
                    new QueueReserveRefused(i, agent)));
        });
    }

    boolean isEmpty() {
        return offered.isEmpty();
    }

    List<String> complaints() {
        return complaints;
    }

    private Optional<InteractionId> waiting() {
        return offered.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).findFirst();
    }

    private void expect(boolean expected, Body told) {
        if (!expected) {
            complaints.add("the queue was told " + told + " out of turn");
        }
    }
}
