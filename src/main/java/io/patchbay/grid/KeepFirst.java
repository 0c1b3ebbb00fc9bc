package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import io.patchbay.grid.NamedRequests.Named;
import java.util.Map;

/** Keeps this request unless another one has its name. Returns the other one, or null. */
record KeepFirst(Named request) implements EntryProcessor<String, Named, Named> {

    @Override
    public Named process(Map.Entry<String, Named> entry) {
        Named other = entry.getValue();
        if (other == null) {
            entry.setValue(request);
        }
        return other;
    }

    @Override
    public EntryProcessor<String, Named, Named> getBackupProcessor() {
        return this;
    }
}
