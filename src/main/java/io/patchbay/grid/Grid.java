package io.patchbay.grid;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.Outbound;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One member of the grid. Takes commands, returns outcomes, and delivers the events of followed subjects. Thread-safe. */
public final class Grid implements AutoCloseable {
    private static final int THREADS = Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
    private static final List<Integer> SOON_MILLIS = List.of(0, 50, 150, 400);
    private final KeyedExecutor owning = new KeyedExecutor("cell", THREADS);
    private final KeyedExecutor following = new KeyedExecutor("door", THREADS);
    private final ScheduledExecutorService timer = Threads.single("timer");
    /** A separate thread, because a sweep waits for members that do not answer, but a retry must not wait. */
    private final ScheduledExecutorService sweeping = Threads.single("sweep");
    private final LongAdder steps = new LongAdder();
    private final CellTypes cellTypes;
    private final HazelcastInstance hazelcast;
    private final IMap<String, Cell> cells;
    private final PartitionEras eras;
    private final PeerChannel peers;
    private final Backing backing;
    private final Router router;
    private final Owner owner;
    private final Publisher publisher;
    private final ReplicaStore replicas;
    private final MessageDispatcher dispatcher;
    private final Sweep sweep;
    private final GridStatus status;
    private volatile Predicate<Message> losing = message -> false;

    /**
     * Joins or founds the cluster. A cluster of three or more needs a majority of its members.
     *
     * @param lastEra the highest era on the topics, read by the first member only; a new grid begins the next era
     * @throws GridUnavailable if this member cannot take part
     */
    public Grid(GridSettings settings, CellTypes cellTypes, EventRecords events, Outbound outbound, IntSupplier lastEra, Clock clock) {
        this.cellTypes = cellTypes;
        Inbox inbox = new Inbox();
        this.hazelcast = HazelcastConfig.member(settings, inbox);
        this.cells = hazelcast.getMap(HazelcastConfig.CELLS);
        this.eras = new PartitionEras(hazelcast, lastEra);
        this.peers = new PeerChannel(hazelcast);
        Ownership ownership = new Ownership(hazelcast);
        Backlog backlog = new Backlog();
        this.backing = new Backing(hazelcast, settings.size());
        Records records = new Records(events, outbound);
        this.router = new Router(ownership, peers, timer, this::own, settings.patienceMillis());
        this.replicas = new ReplicaStore(following, cellTypes, this::toOwner);
        Deadlines deadlines = new Deadlines(owning, cellTypes, this::deadlinePassed);
        this.publisher = new Publisher(owning, backing, records, new OutboxRelay(router::dispatch), new Followers(this::send), deadlines,
                backlog);
        this.owner = new Owner(cells, owning, publisher, records, cellTypes, clock);
        this.dispatcher = new MessageDispatcher(owning, owner, publisher, router, replicas, this::send);
        this.sweep = new Sweep(cells, owning, backing, publisher, owner, replicas, ownership, this::members, router::dispatch, clock);
        StepProbe probe = new StepProbe(owning, hazelcast.getMap(HazelcastConfig.META), ownership);
        this.status = new GridStatus(hazelcast, settings.size(), backing, backlog, probe, new CensusTaker(cells), clock);
        beginEra(settings);
        inbox.open();
        eras.watch();
        hazelcast.getCluster().addMembershipListener(new Members());
        MemberLog.started(hazelcast.getCluster().getLocalMember(), hazelcast.getCluster().getMembers());
        sweeping.scheduleWithFixedDelay(Guard.of(sweep), 0, 1, TimeUnit.SECONDS);
    }

    private void beginEra(GridSettings settings) {
        try {
            Era.begin(hazelcast, settings, eras);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Blocks until the loss of a member, this one or another, would lose no cell. A member is ready then. */
    public void awaitCopies() {
        backing.await();
    }

    /** Never completes exceptionally. UNAVAILABLE means that the outcome is not known. */
    public CompletionStage<Outcome> dispatch(Command command) {
        return router.dispatch(command);
    }

    public void follow(Subject subject, SubjectListener listener) {
        replicas.follow(subject, listener);
    }

    public void unfollow(Subject subject, SubjectListener listener) {
        replicas.unfollow(subject, listener);
    }

    /** The names of the present members. */
    public Set<String> members() {
        return hazelcast.getCluster().getMembers().stream().map(m -> m.getAttribute(HazelcastConfig.NODE)).collect(Collectors.toSet());
    }

    public GridStatus status() {
        return status;
    }

    /** For tests: the present cell on this member, safe or not. Null if there is none. */
    public Cell cell(Subject subject) {
        return cells.get(subject.toString());
    }

    /** The number of steps on cells of this member, each with its backup. */
    public long steps() {
        return steps.sum();
    }

    /** The present content of cells, for doors that do not follow them. */
    public Lookup lookup() {
        return new Lookup(cells, hazelcast.getMap(HazelcastConfig.HOMES));
    }

    HazelcastInstance hazelcast() {
        return hazelcast;
    }

    private CompletionStage<Outcome> own(Command command) {
        return owner.take(command);
    }

    private void deadlinePassed(Subject subject, String id) {
        owner.deadline(subject, id);
    }

    private void toOwner(Subject subject, Message message) {
        new Ownership(hazelcast).owner(subject.toString()).ifPresent(member -> send(member.getUuid(), message));
    }

    private void send(UUID to, Message message) {
        if (to.equals(peers.self())) {
            dispatcher.take(to, message);
        } else {
            peers.send(to, message);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sweeping.shutdownNow();
        backing.close();
        eras.close();
        hazelcast.shutdown();
        owning.close();
        following.close();
    }

    /** Stops at once without a handover, like a killed process. For tests. */
    void terminate() {
        timer.shutdownNow();
        sweeping.shutdownNow();
        backing.close();
        eras.close();
        owning.close();
        following.close();
        hazelcast.getLifecycleService().terminate();
    }

    /** Drops matching messages of other members. For tests. */
    void lose(Predicate<Message> lost) {
        losing = lost;
    }

    /** This member for steps and message batches. Steps may run before the constructor has ended; the sweep finds their results. */
    private final class Inbox implements Host {
        private volatile boolean open;

        void open() {
            open = true;
        }

        @Override
        public CellType<?, ?, ?> cellType(Subject subject) {
            return cellTypes.of(subject);
        }

        @Override
        public int era(Subject subject) {
            if (!open) {
                throw new RetryableHazelcastException("this member does not know its era yet");
            }
            return eras.of(subject.toString());
        }

        @Override
        public void stepped() {
            steps.increment();
        }

        @Override
        public void pending(Cell cell) {
            if (open) {
                publisher.pending(cell);
            }
        }

        @Override
        public void receive(UUID from, List<Message> messages) {
            if (open) {
                messages.stream().filter(losing.negate()).forEach(m -> dispatcher.take(from, m));
            }
        }
    }

    private final class Members implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            MemberLog.joined(event);
            sweepSoon();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            MemberLog.left(event);
            peers.forget(event.getMember().getUuid());
            router.memberLost();
            sweepSoon();
        }

        /** The table of owners follows the list of members with a delay. */
        private void sweepSoon() {
            if (!sweeping.isShutdown()) {
                SOON_MILLIS.forEach(millis -> sweeping.schedule(Guard.of(sweep), millis, TimeUnit.MILLISECONDS));
            }
        }
    }
}
