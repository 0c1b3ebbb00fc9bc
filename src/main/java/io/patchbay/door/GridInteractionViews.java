package io.patchbay.door;

import io.patchbay.grid.Grid;
import io.patchbay.grid.SubjectListener;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Reads through the grid of this member. Follows only while it waits. */
public final class GridInteractionViews implements InteractionViews {
    private final Grid grid;
    private final Executor pool;

    /** @param pool runs the continuations, because the threads of the grid must not */
    public GridInteractionViews(Grid grid, Executor pool) {
        this.grid = grid;
        this.pool = pool;
    }

    @Override
    public <T> CompletionStage<Optional<T>> await(InteractionId interaction, Question<T> question, Duration patience) {
        Subject subject = Subject.of(interaction);
        Look<T> look = new Look<>(question);
        grid.follow(subject, look);
        return look.answer.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((answer, error) -> grid.unfollow(subject, look), pool);
    }

    private static final class Look<T> implements SubjectListener {
        private final Question<T> question;
        private final CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        private final List<Event> events = new ArrayList<>();

        Look(Question<T> question) {
            this.question = question;
        }

        @Override
        public void state(int era, long number, State state, List<Past> history) {
            events.clear();
            history.forEach(past -> events.add(past.event().event()));
            ask(state);
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            events.add(event.event());
            ask(after);
        }

        private void ask(State now) {
            try {
                Optional<T> found = question.of((Interaction) now, List.copyOf(events));
                if (found.isPresent()) {
                    answer.complete(found);
                }
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }
    }
}
