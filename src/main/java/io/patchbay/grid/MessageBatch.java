package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import java.util.List;
import java.util.UUID;

/** Messages of one member to another, in order. */
final class MessageBatch implements Runnable, HazelcastInstanceAware {
    private final UUID from;
    private final List<Message> messages;
    private Host host;

    MessageBatch(UUID from, List<Message> messages) {
        this.from = from;
        this.messages = messages;
    }

    /** The serialized form. */
    record Load(UUID from, List<Message> messages) { }

    Load load() {
        return new Load(from, messages);
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance instance) {
        host = (Host) instance.getUserContext().get(Host.KEY);
    }

    @Override
    public void run() {
        host.receive(from, messages);
    }
}
