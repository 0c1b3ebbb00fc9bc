package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import io.patchbay.grid.Lookup.Home;
import io.patchbay.model.InteractionId;
import java.util.Map;
import java.util.Optional;

/**
 * Assigns a thread of messages to an interaction unless another one has it. Returns the present interaction.
 *
 * @param over the interaction that is known to have ended
 */
record Claim(Home wanted, Optional<InteractionId> over) implements EntryProcessor<String, Home, Home> {

    @Override
    public Home process(Map.Entry<String, Home> entry) {
        Home now = entry.getValue();
        if (now != null && over.filter(now.interaction()::equals).isEmpty()) {
            return now;
        }
        entry.setValue(wanted);
        return wanted;
    }

    @Override
    public EntryProcessor<String, Home, Home> getBackupProcessor() {
        return this;
    }
}
