package io.patchbay.grid;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/**
 * Messages to other members: ordered, best effort, several in one batch while another batch is on its way. Receivers repeat lost
 * requests.
 */
final class PeerChannel {
    static final String EXECUTOR = "peers";
    private static final int BATCH = 512;
    private static final int WAITING = 100_000;

    private final Cluster cluster;
    private final IExecutorService executor;
    private final Map<UUID, Outgoing> outgoing = new HashMap<>();

    /** The messages for one member. */
    private static final class Outgoing {
        private final Queue<Message> waiting = new ArrayDeque<>();
        private boolean busy;
    }

    PeerChannel(HazelcastInstance hazelcast) {
        this.cluster = hazelcast.getCluster();
        this.executor = hazelcast.getExecutorService(EXECUTOR);
    }

    /** The present id of this member. Hazelcast changes it when its cluster merges into a larger one. */
    UUID self() {
        return cluster.getLocalMember().getUuid();
    }

    /** Never blocks. Does not send to the own member or to a member that has left; the caller handles its own messages. */
    void send(UUID to, Message message) {
        synchronized (outgoing) {
            Outgoing target = outgoing.computeIfAbsent(to, m -> new Outgoing());
            if (target.waiting.size() < WAITING) {
                target.waiting.add(message);
            }
            if (target.busy) {
                return;
            }
            target.busy = true;
        }
        next(to);
    }

    private void next(UUID to) {
        List<Message> messages = new ArrayList<>();
        synchronized (outgoing) {
            Outgoing target = outgoing.get(to);
            if (target == null) {
                return;
            }
            while (messages.size() < BATCH && !target.waiting.isEmpty()) {
                messages.add(target.waiting.poll());
            }
            if (messages.isEmpty()) {
                target.busy = false;
                return;
            }
        }
        Member member = cluster.getMembers().stream().filter(m -> m.getUuid().equals(to)).findFirst().orElse(null);
        if (member == null) {
            forget(to);
            return;
        }
        executor.submitToMember(new MessageBatch(self(), messages), member, new ExecutionCallback<>() {
            @Override
            public void onResponse(Object response) {
                next(to);
            }

            @Override
            public void onFailure(Throwable error) {
                next(to);
            }
        });
    }

    void forget(UUID member) {
        synchronized (outgoing) {
            outgoing.remove(member);
        }
    }
}
