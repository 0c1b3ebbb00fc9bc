package io.patchbay.door.session;

import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The events that a returned client has, and the events since then. The deliveries begin before the last known ones, so the encoder
 * learns the knowledge of the client. Used between two deliveries of the feed only.
 */
final class CatchUp {
    private static final long PAUSE_MILLIS = 50;
    private static final int PATIENCE = 100;

    private final AgentId me;
    private final Map<Subject, Long> after;
    private final List<Delivery> steps = new ArrayList<>();
    private boolean forgotten;
    private boolean begun;
    private int told;
    private int inVain;

    /** @param after for each subject the number up to which the client has all events */
    CatchUp(AgentId me, Map<Subject, Long> after) {
        this.me = me;
        this.after = Map.copyOf(after);
    }

    /** The number of the last event of the agent at the client. Empty if the client sent none. */
    Optional<Long> ofAgent() {
        return Optional.ofNullable(after.get(Subject.of(me)));
    }

    /** Drops deliveries from before this session. */
    void add(Delivery step) {
        if (step.recorded().event() instanceof AgentEvent.SessionStarted) {
            clear();
            forgotten |= after.getOrDefault(step.subject(), 0L) < step.recorded().number();
        }
        steps.add(step);
    }

    void forget() {
        forgotten = true;
        clear();
    }

    /** Continues with new events until the client has enough to read. @return true if all are sent or the client does not read */
    boolean tell(Snapshot now, Telling telling) {
        if (!begun) {
            begun = true;
            telling.know(new Snapshot(base(now), now.positions()));
        }
        int before = told;
        while (told < steps.size() && !telling.isBusy()) {
            Delivery step = steps.get(told++);
            if (isNews(step)) {
                telling.tell(step);
            } else {
                telling.know(step);
            }
        }
        inVain = told > before ? 0 : inVain + 1;
        if (inVain > PATIENCE) {
            telling.client().end(SessionEnd.TOO_SLOW);
        }
        return told == steps.size() || inVain > PATIENCE;
    }

    /** The missed events may exceed the send queue. This is the pause for the client to read some of them. */
    static CompletionStage<Void> pause() {
        return CompletableFuture.runAsync(() -> { }, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    boolean isForgotten() {
        return forgotten;
    }

    private void clear() {
        steps.clear();
        told = 0;
    }

    private boolean isNews(Delivery step) {
        return step.recorded().number() > after.getOrDefault(step.subject(), 0L);
    }

    /**
     * Whether an event between the client and now is no longer kept, or the client has an unknown event. The client then begins again.
     */
    boolean isTooOld(Snapshot now) {
        forgotten |= !after.containsKey(Subject.of(me))
                || now.positions().entrySet().stream().anyMatch(e -> after.getOrDefault(e.getKey(), 0L) > e.getValue().number())
                || base(now).interactions().entrySet().stream().anyMatch(e -> misses(e.getKey(), e.getValue(), now))
                || leftSince().anyMatch(id -> first(id).isEmpty() && !now.replicas().interactions().containsKey(id));
        return forgotten;
    }

    /** The interactions that the agent has had since then. The end of some may be missing. */
    private Stream<InteractionId> leftSince() {
        return steps.stream().filter(step -> step.subject().equals(Subject.of(me)) && isNews(step))
                .flatMap(step -> step.before().agent().work().stream()).map(Agent.Work::interaction).distinct();
    }

    private boolean misses(InteractionId id, Interaction first, Snapshot now) {
        long known = first(id).map(step -> step.recorded().number() - 1)
                .orElseGet(() -> Optional.ofNullable(now.positions().get(Subject.of(id))).map(Position::number).orElse(0L));
        return first.member(me).isPresent() && known > after.getOrDefault(Subject.of(id), 0L);
    }

    /** The replicas before the first delivery. */
    private Replicas base(Snapshot now) {
        Map<InteractionId, Interaction> interactions = new LinkedHashMap<>(now.replicas().interactions());
        steps.stream().filter(step -> step.subject().kind() == Subject.Kind.INTERACTION).map(step -> step.subject().interaction())
                .distinct().forEach(id -> interactions.put(id, first(id).orElseThrow().before().interaction(id).orElse(Interaction.NEW)));
        return new Replicas(steps.stream().filter(step -> step.subject().kind() == Subject.Kind.AGENT).findFirst()
                .map(step -> step.before().agent()).orElse(now.replicas().agent()), interactions);
    }

    private Optional<Delivery> first(InteractionId id) {
        return steps.stream().filter(step -> step.subject().equals(Subject.of(id))).findFirst();
    }
}
