package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Tells the members that follow a cell what became solid since they were last told; in the subject's lane. */
final class Followers {
    private final BiConsumer<UUID, Message> send;

    Followers(BiConsumer<UUID, Message> send) {
        this.send = send;
    }

    void tell(Subject subject, PublicationProgress outlet) {
        Cell cell = outlet.solid.reached();
        for (Map.Entry<UUID, Long> follower : outlet.followers.entrySet()) {
            if (follower.getValue() < cell.number()) {
                send.accept(follower.getKey(), news(subject, cell, follower.getValue()));
                follower.setValue(cell.number());
            }
        }
    }

    void nothingYet(Subject subject, PublicationProgress outlet, int era, State initial) {
        outlet.followers.replaceAll((member, told) -> {
            if (told < 0) {
                send.accept(member, new Message.News(subject, era, 0, Optional.of(initial), List.of()));
            }
            return Math.max(told, 0);
        });
    }

    private static Message news(Subject subject, Cell cell, long told) {
        Optional<List<Recorded>> missing = told < 0 ? Optional.empty() : cell.after(told);
        return missing.map(events -> new Message.News(subject, cell.era(), cell.number(), Optional.empty(), events))
                .orElseGet(() -> new Message.News(subject, cell.era(), cell.number(), Optional.of(cell.state()), cell.events()));
    }
}
