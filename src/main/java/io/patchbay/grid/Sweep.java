package io.patchbay.grid;

import com.hazelcast.map.IMap;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Once a second, and at once when members come or go: takes up the cells this member came to own, finishes what a lost member left,
 * settles and snapshots what is quiet (DESIGN 4.7, 4.8).
 */
final class Sweep implements Runnable {
    private static final int QUIET = 2;
    private static final int FORGOTTEN = 10;

    private final IMap<String, Cell> cells;
    private final KeyedExecutor lanes;
    private final Backing backing;
    private final Publisher publisher;
    private final Owner owner;
    private final ReplicaStore mirrors;
    private final Predicate<Subject> owned;
    private final Supplier<Set<String>> members;
    private final Function<Command, CompletionStage<Outcome>> dispatch;
    private final Clock clock;

    Sweep(IMap<String, Cell> cells, KeyedExecutor lanes, Backing backing, Publisher publisher, Owner owner, ReplicaStore mirrors,
          Predicate<Subject> owned, Supplier<Set<String>> members, Function<Command, CompletionStage<Outcome>> dispatch, Clock clock) {
        this.cells = cells;
        this.lanes = lanes;
        this.backing = backing;
        this.publisher = publisher;
        this.owner = owner;
        this.mirrors = mirrors;
        this.owned = owned;
        this.members = members;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public void run() {
        backing.check();
        lanes.each(lane -> new ArrayList<>(publisher.outletsOf(lane).entrySet()).forEach(e -> tend(e.getKey(), e.getValue())));
        Set<String> present = members.get();
        for (String key : cells.localKeySet(new Unattended(present))) {
            Subject subject = Subject.parse(key);
            lanes.of(subject).execute(() -> takeUp(subject, present));
        }
        mirrors.refollow();
    }

    private void tend(Subject subject, PublicationProgress outlet) {
        if (!owned.test(subject)) {
            publisher.drop(subject);
            return;
        }
        publisher.drain(subject, outlet);
        publisher.snapshot(subject, outlet);
        outlet.quietSweeps++;
        boolean unsafe = !outlet.safe.isEmpty();
        if (!outlet.touching && outlet.quietSweeps >= QUIET && (unsafe || outlet.isAheadOfCell())) {
            owner.touch(subject);
        } else if (outlet.quietSweeps > FORGOTTEN && outlet.isIdle()) {
            publisher.drop(subject);
        }
    }

    private void takeUp(Subject subject, Set<String> present) {
        Cell known = publisher.outlet(subject).map(o -> o.solid.reached()).orElse(null);
        if (publisher.outlet(subject).filter(PublicationProgress::isPrimed).isEmpty()) {
            owner.touch(subject);
        } else if (known != null && known.state() instanceof Agent agent && Unattended.orphaned(agent, present)) {
            orphans(subject, known.number(), agent, present);
        }
    }

    /** A binding names its member; the member's departure is a lost connection (DESIGN 4.16). */
    private void orphans(Subject subject, long number, Agent agent, Set<String> present) {
        agent.session().stream().flatMap(s -> s.bindings().stream())
                .filter(b -> !b.lost() && !present.contains(b.member()))
                .forEach(b -> dispatch.apply(Command.of(Ids.command("orphan", subject.toString(), b.id().value(), b.member(),
                        Long.toString(number)), clock.instant(), subject, new AgentCommand.LoseBinding(b.id()))));
    }
}
