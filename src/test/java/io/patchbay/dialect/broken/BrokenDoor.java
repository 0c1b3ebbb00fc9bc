package io.patchbay.dialect.broken;

import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.wire.ConnectionEvent;
import java.util.List;

/** Accepts each text without reading it, repeats it in the answer, and gives no command. */
public final class BrokenDoor {

    public PendingCommand<Runnable> decode(ConnectionEvent event) {
        return new PendingCommand<>(event instanceof ConnectionEvent.Frame frame
                ? () -> frame.connection().send("ok " + frame.text()) : () -> { }, List.of());
    }

    public void reply(CompletedCommand<Runnable> completed) {
        completed.context().run();
    }
}
