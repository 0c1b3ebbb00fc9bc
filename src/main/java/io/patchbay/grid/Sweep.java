package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs once a second and after each change of members. Takes up the cells that this member came to own, finishes the work of a lost
 * member, settles and snapshots quiet cells (DESIGN 4.7, 4.8).
 */
final class Sweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int QUIET = 2;
    private static final int FORGOTTEN = 10;

    private final IMap<String, Cell> cells;
    private final KeyedExecutor executor;
    private final Backing backing;
    private final Publisher publisher;
    private final Owner owner;
    private final ReplicaStore replicas;
    private final Ownership ownership;
    private final Supplier<Set<String>> members;
    private final Function<Command, CompletionStage<Outcome>> dispatch;
    private final Clock clock;
    private final Forgetting forgetting;

    Sweep(IMap<String, Cell> cells, KeyedExecutor executor, Backing backing, Publisher publisher, Owner owner, ReplicaStore replicas,
          Ownership ownership, Supplier<Set<String>> members, Function<Command, CompletionStage<Outcome>> dispatch, Clock clock) {
        this.cells = cells;
        this.executor = executor;
        this.backing = backing;
        this.publisher = publisher;
        this.owner = owner;
        this.replicas = replicas;
        this.ownership = ownership;
        this.members = members;
        this.dispatch = dispatch;
        this.clock = clock;
        this.forgetting = new Forgetting(cells, executor);
    }

    @Override
    public void run() {
        backing.check();
        executor.each(thread -> new ArrayList<>(publisher.progressesOf(thread).entrySet()).forEach(e -> tend(e.getKey(), e.getValue())));
        Set<String> present = members.get();
        unattended(present).forEach(subject -> executor.of(subject).execute(() -> takeUp(subject, present)));
        replicas.refollow();
    }

    /** None on a member that has no majority or stops, and may not read its cells. */
    private List<Subject> unattended(Set<String> present) {
        try {
            return cells.localKeySet(new Unattended(present)).stream().map(Subject::parse).toList();
        } catch (SplitBrainProtectionException | HazelcastInstanceNotActiveException e) {
            LOG.atDebug().addKeyValue("reason", e.getMessage()).log("cells wait for a majority of the cluster, or this member stops");
            return List.of();
        }
    }

    private void tend(Subject subject, PublicationProgress progress) {
        if (!ownership.isHere(subject.toString())) {
            publisher.drop(subject);
            return;
        }
        publisher.drain(subject, progress);
        publisher.snapshot(subject, progress);
        forgetting.tend(subject, progress);
        progress.quietSweeps++;
        boolean unsafe = !progress.safe.isEmpty();
        if (!progress.synchronizing && progress.quietSweeps >= QUIET && (unsafe || progress.isAheadOfCell())) {
            owner.synchronize(subject);
        } else if (progress.quietSweeps > FORGOTTEN && progress.isIdle()) {
            publisher.drop(subject);
        }
    }

    private void takeUp(Subject subject, Set<String> present) {
        Cell known = publisher.progress(subject).map(o -> o.committed.reached()).orElse(null);
        if (publisher.progress(subject).filter(PublicationProgress::isPrimed).isEmpty()) {
            owner.synchronize(subject);
        } else if (known != null && known.state() instanceof Agent agent && Unattended.orphaned(agent, present)) {
            orphans(subject, known.number(), agent, present);
        }
    }

    /** A binding names its member. The departure of the member is the loss of the connection (DESIGN 4.16). */
    private void orphans(Subject subject, long number, Agent agent, Set<String> present) {
        agent.session().stream().flatMap(s -> s.bindings().stream())
                .filter(b -> !b.lost() && !present.contains(b.member()))
                .forEach(b -> dispatch.apply(Command.of(Ids.command("orphan", subject.toString(), b.id().value(), b.member(),
                        Long.toString(number)), clock.instant(), subject, new AgentCommand.LoseBinding(b.id()))));
    }
}
