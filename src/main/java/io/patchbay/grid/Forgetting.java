package io.patchbay.grid;

import com.hazelcast.map.IMap;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Finds the marks that a cell no longer needs: those of sources that are gone or have no follow-up to it in their outbox. It asks the
 * sources, at most once a second and only where a cell has many marks, and the next step of the cell drops what it found. A source
 * without an answer keeps its mark.
 */
final class Forgetting {
    private static final long ANSWER_SECONDS = 5;

    private final IMap<String, Cell> cells;
    private final KeyedExecutor executor;

    Forgetting(IMap<String, Cell> cells, KeyedExecutor executor) {
        this.cells = cells;
        this.executor = executor;
    }

    /** On the thread of the subject. Returns at once. */
    void tend(Subject subject, PublicationProgress progress) {
        Cell cell = progress.safe.reached();
        if (cell == null || progress.asking || cell.surplusMarks().isEmpty()) {
            return;
        }
        progress.asking = true;
        List<Cell.Mark> asked = List.copyOf(cell.surplusMarks());
        List<CompletableFuture<Boolean>> answers = asked.stream().map(mark -> mayRepeat(mark.source(), subject)).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).whenCompleteAsync((done, error) -> {
            progress.asking = false;
            progress.forget(IntStream.range(0, asked.size()).filter(i -> !answers.get(i).join()).mapToObj(asked::get).toList());
        }, executor.of(subject));
    }

    private CompletableFuture<Boolean> mayRepeat(Subject source, Subject target) {
        try {
            return cells.submitToKey(source.toString(), new MayRepeat(target)).toCompletableFuture().copy()
                    .completeOnTimeout(true, ANSWER_SECONDS, TimeUnit.SECONDS).exceptionally(error -> true);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(true);
        }
    }
}
