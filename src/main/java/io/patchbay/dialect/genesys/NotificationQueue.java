package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.wire.ClientConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sends notifications to one CometD session in their order. Those behind a notification whose older messages are still read wait for it.
 */
final class NotificationQueue implements Consumer<List<Notification>> {
    private final ClientConnection connection;
    private final GenesysLogs logs;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    NotificationQueue(ClientConnection connection, GenesysLogs logs) {
        this.connection = connection;
        this.logs = logs;
    }

    /** One thread at a time. */
    @Override
    public void accept(List<Notification> notifications) {
        notifications.forEach(this::add);
    }

    private void add(Notification notification) {
        last = last.isDone() && notification.older().isEmpty() ? sent(notification)
                : last.thenCompose(before -> logs.complete(notification))
                        .thenAccept(data -> connection.send(notification.topic().text(), data.toString()));
    }

    private CompletableFuture<Void> sent(Notification notification) {
        connection.send(notification.topic().text(), notification.data().toString());
        return last;
    }
}
