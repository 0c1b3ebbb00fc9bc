package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.LogEntry;
import io.patchbay.model.Messaging;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogPagesTest {
    private final List<LogEntry> all = new ArrayList<>();
    private final List<List<LogEntry>> pages = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();
    private Messaging messaging = Messaging.NONE;

    /** A log from its beginning; every third index is that of somebody who types, which is not kept. */
    private void written(int indexes) {
        all.clear();
        pages.clear();
        messaging = Messaging.NONE;
        for (int index = 1; index <= indexes; index++) {
            Messaging before = messaging;
            if (index % 3 == 0) {
                messaging = messaging.upTo(index);
                continue;
            }
            LogEntry entry = new LogEntry(index, LogEntry.Kind.TEXT, new PartyId("0123456789ABCDEF"), Participant.Role.CUSTOMER, "Pat",
                    Visibility.ALL, "m" + index, Instant.EPOCH);
            messaging = messaging.with(entry);
            all.add(entry);
            List<LogEntry> filed = messaging.filedSince(before);
            if (!filed.isEmpty()) {
                pages.add(filed);
            }
        }
    }

    private List<LogEntry> log(long from, int count) {
        return new LogPages(messaging, number -> {
            read.add(number);
            return CompletableFuture.completedFuture(pages.get(number));
        }).read(from, count).toCompletableFuture().join();
    }

    @Property(tries = 300)
    void a_part_is_what_all_has_there(@ForAll @IntRange(max = 400) int indexes, @ForAll @IntRange(max = 420) int from,
                                      @ForAll @IntRange(max = 150) int count) {
        written(indexes);
        assertThat(log(from, count)).isEqualTo(all.stream().filter(entry -> entry.index() >= from).limit(count).toList());
    }

    @Test
    void only_the_pages_needed_are_read() {
        written(400);
        assertThat(pages).hasSizeGreaterThan(5);
        long third = pages.get(2).get(0).index();

        log(third + 1, 10);
        assertThat(read).containsExactly(2);
        read.clear();
        log(third - 1, Messaging.PAGE_ENTRIES);
        assertThat(read).containsExactly(1, 2);
        read.clear();
        log(messaging.log().get(0).index(), 1000);
        assertThat(read).isEmpty();
    }
}
