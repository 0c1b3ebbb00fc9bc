package io.patchbay.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where the one reader of this member and its subscribers meet. A subscriber is live once it has had all that is in the ring; that moment
 * and each new notice exclude each other, so nothing falls in between. Sending never blocks, so one subscriber does not delay another;
 * who has too much waiting to be sent goes back to those that resume.
 */
final class Hub {
    static final int SERVICE_RESTART = 1012;
    private static final int MOST_AT_ONCE = 64;
    private static final int LITTLE_CHARACTERS = 32 * 1024;

    private final Set<Subscriber> live = ConcurrentHashMap.newKeySet();
    private final Consumer<Subscriber> behind;
    private Optional<Now> now = Optional.empty();

    /** What is read at the moment: which topics, and the latest of them. */
    private record Now(PartitionMap map, Ring ring) { }

    /** @param behind gets who is no longer live, because it reads more slowly than things happen; must not block */
    Hub(Consumer<Subscriber> behind) {
        this.behind = behind;
    }

    synchronized void open(PartitionMap map, long[] from) {
        now = Optional.of(new Now(map, new Ring(from)));
    }

    /** Who is live is cut: it would miss something. It comes back with its cursor. */
    synchronized void shut() {
        now = Optional.empty();
        live.forEach(subscriber -> subscriber.connection().close(SERVICE_RESTART, "The event topics were replaced"));
        live.clear();
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

    /** Empty while nothing is read. */
    synchronized Optional<PartitionMap> map() {
        return now.map(Now::map);
    }

    /** Begins at the present end; or after these places, if the ring reaches back to them. False when neither is so. */
    synchronized boolean begin(Subscriber subscriber, Optional<Cursor> after) {
        if (now.isEmpty()) {
            return false;
        }
        PartitionMap map = now.get().map();
        Ring ring = now.get().ring();
        long[] from = after.map(Cursor::offsets).orElseGet(ring::end);
        boolean known = after.isEmpty() || fits(after.get(), map) && ring.reachesBackTo(from) && ring.hasRead(from);
        if (known) {
            subscriber.begin(map, from);
        }
        return known;
    }

    static boolean fits(Cursor cursor, PartitionMap map) {
        return cursor.incarnation() == map.incarnation() && cursor.next().size() == map.partitions().size();
    }

    /** Makes it live if only a little is left to tell it, and tells it that. */
    synchronized boolean join(Subscriber subscriber) {
        if (now.isEmpty() || !now.get().ring().reachesBackTo(subscriber.next())) {
            return false;
        }
        List<Notice> left = now.get().ring().after(subscriber.next(), MOST_AT_ONCE + 1);
        if (left.size() > MOST_AT_ONCE || left.stream().mapToInt(notice -> notice.json().length()).sum() > LITTLE_CHARACTERS) {
            return false;
        }
        left.forEach(subscriber::take);
        return live.add(subscriber);
    }

    /** The next of what the ring has for it; empty when the ring does not reach back so far. */
    synchronized Optional<List<Notice>> next(Subscriber subscriber) {
        return now.map(Now::ring).filter(ring -> ring.reachesBackTo(subscriber.next()))
                .map(ring -> ring.after(subscriber.next(), MOST_AT_ONCE));
    }

    void leave(Subscriber subscriber) {
        live.remove(subscriber);
    }
}
