package io.patchbay.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Connects the one reader of this member with its subscribers. A subscriber is live when it has got all notices in the ring. That
 * moment and each new notice exclude each other, so none is lost. Sending never blocks, so one subscriber does not delay another. A
 * subscriber with too much unsent data has to resume.
 */
final class Hub {
    static final int SERVICE_RESTART = 1012;
    private static final int MOST_AT_ONCE = 64;
    private static final int LITTLE_CHARACTERS = 32 * 1024;

    private final Set<Subscriber> live = ConcurrentHashMap.newKeySet();
    private final Consumer<Subscriber> behind;
    private Optional<Now> now = Optional.empty();

    /** The topics that are read now, and their latest notices. */
    private record Now(PartitionMap map, Ring ring) { }

    /** @param behind gets a subscriber that is no longer live because it reads too slowly; must not block */
    Hub(Consumer<Subscriber> behind) {
        this.behind = behind;
    }

    synchronized void open(PartitionMap map, long[] from) {
        now = Optional.of(new Now(map, new Ring(from)));
    }

    /** Disconnects live subscribers, because they would miss events. They return with their cursors. */
    synchronized void shut() {
        now = Optional.empty();
        live.forEach(subscriber -> subscriber.connection().close(SERVICE_RESTART, "The event topics were replaced"));
        live.clear();
    }

    /** @param from the places of the first notices of partitions that were added */
    synchronized void grow(PartitionMap map, long[] from) {
        now.ifPresent(open -> {
            open.ring().grow(from);
            now = Optional.of(new Now(map, open.ring()));
            live.forEach(subscriber -> subscriber.use(map));
        });
    }

    synchronized void add(Notice notice) {
        now.ifPresent(open -> {
            open.ring().add(notice);
            live.forEach(subscriber -> deliver(subscriber, notice));
        });
    }

    private void deliver(Subscriber subscriber, Notice notice) {
        if (subscriber.connection().isBusy()) {
            live.remove(subscriber);
            behind.accept(subscriber);
        } else {
            subscriber.take(notice);
        }
    }

    /** Empty while no topic is read. */
    synchronized Optional<PartitionMap> map() {
        return now.map(Now::map);
    }

    /** Begins at the present end, or after this cursor if the ring reaches back to it. Returns false if neither is possible. */
    synchronized boolean begin(Subscriber subscriber, Optional<Cursor> after) {
        if (now.isEmpty()) {
            return false;
        }
        PartitionMap map = now.get().map();
        Ring ring = now.get().ring();
        if (after.isPresent() && !map.has(after.get())) {
            return false;
        }
        long[] from = after.map(map::offsets).orElseGet(ring::end);
        boolean known = after.isEmpty() || ring.reachesBackTo(from) && ring.hasRead(from);
        if (known) {
            subscriber.begin(map, from);
        }
        return known;
    }

    /** Makes the subscriber live if only a few notices are left, and sends them. */
    synchronized boolean join(Subscriber subscriber) {
        if (now.isEmpty() || !isNear(subscriber)) {
            return false;
        }
        List<Notice> left = now.get().ring().after(subscriber.next(), MOST_AT_ONCE + 1);
        if (left.size() > MOST_AT_ONCE || left.stream().mapToInt(notice -> notice.json().length()).sum() > LITTLE_CHARACTERS) {
            return false;
        }
        left.forEach(subscriber::take);
        return live.add(subscriber);
    }

    /** The next notices of the ring for the subscriber. Empty if the ring does not reach back so far. */
    synchronized Optional<List<Notice>> next(Subscriber subscriber) {
        return now.filter(open -> isNear(subscriber)).map(open -> open.ring().after(subscriber.next(), MOST_AT_ONCE));
    }

    /** Whether the ring reaches back to the place of a subscriber, which may not know of partitions that were added. */
    private boolean isNear(Subscriber subscriber) {
        subscriber.use(now.orElseThrow().map());
        return now.orElseThrow().ring().reachesBackTo(subscriber.next());
    }

    void leave(Subscriber subscriber) {
        live.remove(subscriber);
    }
}
