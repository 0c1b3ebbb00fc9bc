package io.patchbay.door.session;

import io.patchbay.door.Feed;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.CommandId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A real feed that is never said to be ready. */
record SilentFeed(Feed real, CompletableFuture<Void> ready) implements Feed {
    @Override
    public Replicas now() {
        return real.now();
    }

    @Override
    public CompletionStage<Void> between(Consumer<Snapshot> action) {
        return real.between(action);
    }

    @Override
    public void expect(CommandId command) {
        real.expect(command);
    }

    @Override
    public void answered(CommandId command) {
        real.answered(command);
    }

    @Override
    public void stop() {
        real.stop();
    }
}
