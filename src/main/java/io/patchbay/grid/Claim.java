package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import io.patchbay.grid.Lookup.Home;
import io.patchbay.model.InteractionId;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a thread for an interaction unless another has it; answers who has it then.
 *
 * @param over the interaction that is known to have it no more
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
