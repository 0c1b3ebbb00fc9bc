package io.patchbay.door;

import io.patchbay.model.LogEntry;
import io.patchbay.model.Messaging;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The log of a messaging contact. The state has the last entries, pages have the older ones. Entries leave the state only after their page
 * is stored, so pages and state together have all entries.
 *
 * @param page reads the entries of a page by its number, from 0
 */
record LogPages(Messaging messaging, IntFunction<CompletionStage<List<LogEntry>>> page) {

    /** Entries from this index on. Reads the next page only while entries are missing and the state does not have them. */
    CompletionStage<List<LogEntry>> read(long from, int count) {
        long kept = messaging.log().isEmpty() ? Long.MAX_VALUE : messaging.log().get(0).index();
        int first = (int) messaging.pageStarts().stream().filter(start -> start <= from).count() - 1;
        return older(Math.max(first, 0), from, kept, count).thenApply(older -> Stream.concat(older.stream(),
                messaging.log().stream().filter(entry -> entry.index() >= from)).limit(count).toList());
    }

    private CompletionStage<List<LogEntry>> older(int number, long from, long kept, int count) {
        boolean needed = count > 0 && from < kept && number < messaging.pages() && messaging.pageStarts().get(number) < kept;
        return !needed ? CompletableFuture.completedFuture(List.of()) : page.apply(number).thenCompose(entries -> {
            List<LogEntry> found = entries.stream().filter(entry -> entry.index() >= from && entry.index() < kept).toList();
            return older(number + 1, from, kept, count - found.size())
                    .thenApply(next -> Stream.concat(found.stream(), next.stream()).toList());
        });
    }
}
