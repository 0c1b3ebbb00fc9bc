package io.patchbay.grid;

import java.util.UUID;
import java.util.function.BiConsumer;

/** Hands each message of another member to its receiver. Never blocks. */
final class MessageDispatcher {
    private final KeyedExecutor owning;
    private final Owner owner;
    private final Publisher publisher;
    private final Router router;
    private final ReplicaStore replicas;
    private final BiConsumer<UUID, Message> send;

    MessageDispatcher(KeyedExecutor owning, Owner owner, Publisher publisher, Router router, ReplicaStore replicas, BiConsumer<UUID,
            Message> send) {
        this.owning = owning;
        this.owner = owner;
        this.publisher = publisher;
        this.router = router;
        this.replicas = replicas;
        this.send = send;
    }

    void take(UUID from, Message message) {
        message.match(new From(from));
    }

    private final class From implements Message.Cases<Void> {
        private final UUID member;

        From(UUID member) {
            this.member = member;
        }

        @Override
        public Void submit(Message.Submit m) {
            owner.take(m.command()).thenAccept(outcome -> send.accept(member, new Message.Reply(m.request(), outcome)));
            return null;
        }

        @Override
        public Void reply(Message.Reply m) {
            router.answered(m);
            return null;
        }

        @Override
        public Void follow(Message.Follow m) {
            owning.of(m.subject()).execute(() -> owner.follow(member, m));
            return null;
        }

        @Override
        public Void unfollow(Message.Unfollow m) {
            owning.of(m.subject()).execute(() -> publisher.unfollow(member, m.subject()));
            return null;
        }

        @Override
        public Void news(Message.News m) {
            replicas.news(m);
            return null;
        }
    }
}
