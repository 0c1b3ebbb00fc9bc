package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Sends newly committed events of a cell to the members that follow it. On the thread of the subject. */
final class Followers {
    private final BiConsumer<UUID, Message> send;

    Followers(BiConsumer<UUID, Message> send) {
        this.send = send;
    }

    void update(Subject subject, PublicationProgress progress) {
        Cell cell = progress.committed.reached();
        for (Map.Entry<UUID, Long> follower : progress.followers.entrySet()) {
            if (follower.getValue() < cell.number()) {
                send.accept(follower.getKey(), news(subject, cell, follower.getValue()));
                follower.setValue(cell.number());
            }
        }
    }

    void nothingYet(Subject subject, PublicationProgress progress, int era, State initial) {
        progress.followers.replaceAll((member, known) -> {
            if (known < 0) {
                send.accept(member, new Message.News(subject, era, 0, Optional.of(initial), List.of()));
            }
            return Math.max(known, 0);
        });
    }

    private static Message news(Subject subject, Cell cell, long known) {
        Optional<List<Recorded>> missing = known < 0 ? Optional.empty() : cell.after(known);
        return missing.map(events -> new Message.News(subject, cell.era(), cell.number(), Optional.empty(), events))
                .orElseGet(() -> new Message.News(subject, cell.era(), cell.number(), Optional.of(cell.state()), cell.events()));
    }
}
