package io.patchbay.grid;

import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the world about the cells this member owns: in number order, each only once it is safe (DESIGN 4.5 to 4.9). Everything about one
 * subject runs in its lane; other threads only hand over.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long RETRY_MILLIS = 200;

    private final KeyedExecutor lanes;
    private final Backing backing;
    private final Records records;
    private final OutboxRelay courier;
    private final Followers followers;
    private final Deadlines deadlines;
    private final List<Map<Subject, PublicationProgress>> outlets = new ArrayList<>();

    Publisher(KeyedExecutor lanes, Backing backing, Records records, OutboxRelay courier, Followers followers, Deadlines deadlines) {
        this.lanes = lanes;
        this.backing = backing;
        this.records = records;
        this.courier = courier;
        this.followers = followers;
        this.deadlines = deadlines;
        for (int i = 0; i < lanes.count(); i++) {
            outlets.add(new HashMap<>());
        }
    }

    Map<Subject, PublicationProgress> outletsOf(int lane) {
        return outlets.get(lane);
    }

    /** The outlet, if this member has one. In the subject's lane. */
    Optional<PublicationProgress> outlet(Subject subject) {
        return Optional.ofNullable(outlets.get(lanes.indexOf(subject)).get(subject));
    }

    /** From a partition thread: hands over and returns. */
    void pending(Cell cell) {
        lanes.of(cell.subject()).execute(() ->
                outlets.get(lanes.indexOf(cell.subject())).computeIfAbsent(cell.subject(), s -> new PublicationProgress()).pending(cell));
    }

    /** Notes who wants to be told, and tells at once if it can; false when the cell must be touched first. In the subject's lane. */
    boolean follow(UUID member, Message.Follow follow, int era) {
        PublicationProgress outlet = outlets.get(lanes.indexOf(follow.subject())).computeIfAbsent(follow.subject(), s ->
                new PublicationProgress());
        outlet.followers.put(member, follow.era() == era ? follow.number() : -1L);
        if (outlet.solid.reached() != null) {
            followers.tell(follow.subject(), outlet);
        }
        return outlet.isPrimed();
    }

    void unfollow(UUID member, Subject subject) {
        outlet(subject).ifPresent(o -> o.followers.remove(member));
    }

    /** Tells those who wait that nothing has happened to the subject yet. In the subject's lane. */
    void nothingYet(Subject subject, int era, State initial) {
        outlet(subject).filter(o -> !o.isPrimed()).ifPresent(o -> followers.nothingYet(subject, o, era, initial));
    }

    void drop(Subject subject) {
        PublicationProgress outlet = outlets.get(lanes.indexOf(subject)).remove(subject);
        if (outlet != null) {
            outlet.close();
        }
        records.forget(subject);
    }

    /** A deadline has no known outcome: it passes again soon. */
    void again(Subject subject, String id) {
        outlet(subject).ifPresent(o -> deadlines.again(subject, o, id));
    }

    /** A completion says that all up to the number is on the backup. In the subject's lane. */
    void safe(Subject subject, long number) {
        outlet(subject).ifPresent(outlet -> {
            outlet.safeNumber = Math.max(outlet.safeNumber, number);
            if (outlet.safe.advance(outlet.safeNumber)) {
                outlet.solid.append(outlet.safe.reached());
                outlet.acknowledged.append(outlet.safe.reached());
            }
            drain(subject, outlet);
        });
    }

    /** Moves on whatever can move. In the subject's lane. */
    void drain(Subject subject, PublicationProgress outlet) {
        Cell safe = outlet.safe.reached();
        if (safe == null || !backing.mayTell()) {
            return;
        }
        send(subject, outlet, safe);
        outlet.acknowledged.advance(outlet.ackedNumber);
        if (outlet.solid.advance(backing.isLive() ? safe.number() : Math.min(safe.number(), outlet.ackedNumber))) {
            deadlines.follow(subject, outlet);
            followers.tell(subject, outlet);
        }
        deliver(subject, outlet);
        outlet.solidNow().forEach(Runnable::run);
    }

    private void send(Subject subject, PublicationProgress outlet, Cell safe) {
        if (!EventRecords.isPublished(subject)) {
            outlet.ackedNumber = safe.number();
        } else if (!outlet.sending && outlet.ackedNumber < safe.number()) {
            outlet.sending = true;
            records.events(safe, outlet.ackedNumber).whenCompleteAsync((done, error) -> {
                if (error == null) {
                    outlet.sending = false;
                    outlet.ackedNumber = safe.number();
                    drain(subject, outlet);
                } else {
                    LOG.atWarn().addKeyValue("subject", subject).log("Kafka did not acknowledge events; sending them again");
                    lanes.later(subject, RETRY_MILLIS, () -> {
                        outlet.sending = false;
                        drain(subject, outlet);
                    });
                }
            }, lanes.of(subject));
        }
    }

    private void deliver(Subject subject, PublicationProgress outlet) {
        Cell source = outlet.solid.reached();
        if (source == null || outlet.delivering) {
            return;
        }
        source.outbox().stream().filter(s -> s.sequence() > outlet.deliveredSequence).findFirst().ifPresent(next -> {
            outlet.delivering = true;
            courier.deliver(source, next).exceptionally(error -> false)
                    .thenAcceptAsync(known -> delivered(subject, outlet, next, known), lanes.of(subject));
        });
    }

    private void delivered(Subject subject, PublicationProgress outlet, Cell.Sending sending, boolean known) {
        if (known) {
            outlet.delivering = false;
            outlet.deliveredSequence = sending.sequence();
            deliver(subject, outlet);
        } else {
            LOG.atWarn().addKeyValue("subject", subject).log("a follow-up has no answer; asking again");
            lanes.later(subject, RETRY_MILLIS, () -> {
                outlet.delivering = false;
                deliver(subject, outlet);
            });
        }
    }

    /** At most one snapshot a second, of what Kafka has acknowledged. In the subject's lane. */
    void snapshot(Subject subject, PublicationProgress outlet) {
        Cell cell = outlet.acknowledged.reached();
        if (cell == null || outlet.sending || outlet.leaving || cell.number() <= outlet.snapshotNumber
                || cell.events().isEmpty() || !EventRecords.isPublished(subject) || !backing.mayTell()) {
            return;
        }
        outlet.sending = true;
        records.snapshot(cell).whenCompleteAsync((done, error) -> {
            outlet.sending = false;
            outlet.snapshotNumber = error == null ? cell.number() : outlet.snapshotNumber;
            drain(subject, outlet);
        }, lanes.of(subject));
    }
}
