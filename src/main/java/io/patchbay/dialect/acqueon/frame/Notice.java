package io.patchbay.dialect.acqueon.frame;

import io.patchbay.model.CommandId;
import java.util.List;
import java.util.Optional;

/** What the clients of an agent are told, in the words of no channel yet. @param cause the command that caused it, if an event did */
public record Notice(Words words, Optional<CommandId> cause) {

    /** Finds the events of a channel. */
    interface Words {
        List<AcqueonEvent> in(ChannelEncoder channel);
    }

    static Notice of(Words words) {
        return new Notice(words, Optional.empty());
    }

    public Notice causedBy(CommandId command) {
        return new Notice(words, Optional.of(command));
    }
}
