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
 * Publishes the cells of this member: in number order, each only when it is safe (DESIGN 4.5 to 4.9). All work of one subject runs on
 * its thread. Other threads only hand over.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long RETRY_MILLIS = 200;

    private final KeyedExecutor executor;
    private final Backing backing;
    private final Records records;
    private final OutboxRelay relay;
    private final Followers followers;
    private final Deadlines deadlines;
    private final Backlog backlog;
    private final List<Map<Subject, PublicationProgress>> progresses = new ArrayList<>();

    Publisher(KeyedExecutor executor, Backing backing, Records records, OutboxRelay relay, Followers followers, Deadlines deadlines,
              Backlog backlog) {
        this.executor = executor;
        this.backing = backing;
        this.records = records;
        this.relay = relay;
        this.followers = followers;
        this.deadlines = deadlines;
        this.backlog = backlog;
        for (int i = 0; i < executor.count(); i++) {
            progresses.add(new HashMap<>());
        }
    }

    Map<Subject, PublicationProgress> progressesOf(int thread) {
        return progresses.get(thread);
    }

    /** The progress, if this member has one. On the thread of the subject. */
    Optional<PublicationProgress> progress(Subject subject) {
        return Optional.ofNullable(progresses.get(executor.indexOf(subject)).get(subject));
    }

    /** Called on a partition thread. Hands over and returns. */
    void pending(Cell cell) {
        executor.of(cell.subject()).execute(() -> {
            progress(cell.subject()).filter(known -> known.isOfCellBefore(cell)).ifPresent(known -> drop(cell.subject()));
            progresses.get(executor.indexOf(cell.subject())).computeIfAbsent(cell.subject(), s -> new PublicationProgress()).pending(cell);
        });
    }

    /**
     * Adds a follower and sends it the events if possible. Returns false if the cell needs a {@link SyncBarrier} first. On the thread
     * of the subject.
     */
    boolean follow(UUID member, Message.Follow follow) {
        PublicationProgress progress = progresses.get(executor.indexOf(follow.subject())).computeIfAbsent(follow.subject(), s ->
                new PublicationProgress());
        progress.followers.put(member, follow.era() == progress.era() ? follow.number() : -1L);
        if (progress.committed.reached() != null) {
            followers.update(follow.subject(), progress);
        }
        return progress.isPrimed();
    }

    void unfollow(UUID member, Subject subject) {
        progress(subject).ifPresent(o -> o.followers.remove(member));
    }

    /** Informs followers that the subject has no events yet. On the thread of the subject. */
    void nothingYet(Subject subject, int era, State initial) {
        progress(subject).filter(o -> !o.isPrimed()).ifPresent(o -> {
            o.begins(era);
            followers.nothingYet(subject, o, era, initial);
        });
    }

    void drop(Subject subject) {
        PublicationProgress progress = progresses.get(executor.indexOf(subject)).remove(subject);
        if (progress != null) {
            progress.close();
        }
        backlog.forget(subject);
        records.forget(subject);
    }

    /** The outcome of a deadline is not known. Passes it again soon. */
    void again(Subject subject, String id) {
        progress(subject).ifPresent(o -> deadlines.again(subject, o, id));
    }

    /** A completion says that all events up to the number are on the backup. On the thread of the subject. */
    void safe(Subject subject, long number) {
        progress(subject).ifPresent(progress -> {
            progress.safeNumber = Math.max(progress.safeNumber, number);
            if (progress.safe.advance(progress.safeNumber)) {
                progress.committed.append(progress.safe.reached());
            }
            drain(subject, progress);
        });
    }

    /** Advances every stage as far as possible. On the thread of the subject. */
    void drain(Subject subject, PublicationProgress progress) {
        Cell safe = progress.safe.reached();
        if (safe == null) {
            return;
        }
        if (EventRecords.isPublished(subject)) {
            backlog.note(safe, progress.ackedNumber);
        }
        if (!backing.mayPublish()) {
            return;
        }
        send(subject, progress, safe);
        if (safe.number() <= progress.ackedNumber) {
            progress.acknowledged = safe;
        }
        if (progress.committed.advance(backing.isLive() || isRebuilt(subject) ? safe.number()
                : Math.min(safe.number(), progress.ackedNumber))) {
            deadlines.follow(subject, progress);
            followers.update(subject, progress);
        }
        deliver(subject, progress);
        progress.committedNow().forEach(Runnable::run);
    }

    /** A queue is made again from its contacts and agents, so Kafka is no backup of it, and its offers do not wait for Kafka. */
    private static boolean isRebuilt(Subject subject) {
        return subject.kind() == Subject.Kind.QUEUE;
    }

    private void send(Subject subject, PublicationProgress progress, Cell safe) {
        if (!EventRecords.isPublished(subject)) {
            progress.ackedNumber = safe.number();
        } else if (!progress.sending && progress.ackedNumber < safe.number()) {
            progress.sending = true;
            records.events(safe, progress.ackedNumber).whenCompleteAsync((done, error) -> {
                if (error == null) {
                    progress.sending = false;
                    progress.ackedNumber = safe.number();
                    progress.acknowledged = safe;
                    if (progress.snapshotWaits) {
                        snapshot(subject, progress);
                    }
                    drain(subject, progress);
                } else {
                    LOG.atWarn().addKeyValue("subject", subject).log("Kafka did not acknowledge events; sending them again");
                    executor.later(subject, RETRY_MILLIS, () -> {
                        progress.sending = false;
                        drain(subject, progress);
                    });
                }
            }, executor.of(subject));
        }
    }

    private void deliver(Subject subject, PublicationProgress progress) {
        Cell source = progress.committed.reached();
        if (source == null || progress.delivering) {
            return;
        }
        source.outbox().stream().filter(s -> s.sequence() > progress.deliveredSequence).findFirst().ifPresent(next -> {
            progress.delivering = true;
            relay.deliver(source, next).exceptionally(error -> false)
                    .thenAcceptAsync(known -> delivered(subject, progress, next, known), executor.of(subject));
        });
    }

    private void delivered(Subject subject, PublicationProgress progress, Cell.Sending sending, boolean known) {
        if (known) {
            progress.delivering = false;
            progress.deliveredSequence = sending.sequence();
            deliver(subject, progress);
        } else {
            LOG.atWarn().addKeyValue("subject", subject).log("a follow-up has no answer; asking again");
            executor.later(subject, RETRY_MILLIS, () -> {
                progress.delivering = false;
                deliver(subject, progress);
            });
        }
    }

    /**
     * At most one snapshot a second, of a state that Kafka has acknowledged. Of a busy cell it goes between two batches. On the thread of
     * the subject.
     */
    void snapshot(Subject subject, PublicationProgress progress) {
        Cell cell = progress.acknowledged;
        long now = System.nanoTime();
        if (cell == null || progress.leaving || !progress.isSnapshotDue(cell.number(), now)
                || cell.events().isEmpty() || !EventRecords.isPublished(subject) || !backing.mayPublish()) {
            return;
        }
        if (progress.sending) {
            progress.snapshotWaits = true;
            return;
        }
        progress.snapshotBegins(now);
        progress.sending = true;
        records.snapshot(cell).whenCompleteAsync((done, error) -> {
            progress.sending = false;
            if (error == null) {
                progress.snapshotDone(cell.number());
            }
            drain(subject, progress);
        }, executor.of(subject));
    }
}
