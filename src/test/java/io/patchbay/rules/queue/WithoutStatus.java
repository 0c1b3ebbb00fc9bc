package io.patchbay.rules.queue;

import io.patchbay.model.FollowUp;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules with events that leave out the figures, for stories about offers. The figures have tests of their own. */
record WithoutStatus(QueueRules rules) implements Rules<Queue, QueueCommand, QueueEvent> {

    @Override
    public Queue initial() {
        return rules.initial();
    }

    @Override
    public Decision<QueueEvent> decide(Queue queue, QueueCommand command, Stamp stamp) {
        Decision<QueueEvent> decision = rules.decide(queue, command, stamp);
        return new Decision<>(decision.outcome(), decision.events().stream().map(event -> event.with(QueueStatus.NONE)).toList());
    }

    @Override
    public Queue evolve(Queue queue, QueueEvent event, Instant at) {
        return rules.evolve(queue, event, at);
    }

    @Override
    public List<FollowUp> react(Queue before, QueueEvent event, Queue after, Subject self) {
        return rules.react(before, event, after, self);
    }

    @Override
    public Map<String, Duration> deadlines(Queue queue) {
        return rules.deadlines(queue);
    }
}
