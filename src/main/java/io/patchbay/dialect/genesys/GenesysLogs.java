package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.LogMessages;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the messages of contacts, also those that have left the state (genesys.md 4.1). No method blocks. */
public final class GenesysLogs {
    private static final Logger LOG = LoggerFactory.getLogger(GenesysLogs.class);
    private static final int MOST = 1000;

    private final ContactLookup contacts;

    public GenesysLogs(ContactLookup contacts) {
        this.contacts = contacts;
    }

    /** @param query {@code startIndex} and {@code count}, both optional */
    CompletionStage<GenesysReply> read(AgentId agent, Replicas now, GenesysPath path, Map<String, String> query) {
        ContactKind kind = path.contacts().orElseThrow();
        Map.Entry<InteractionId, Interaction> found = kind.find(now, agent, path.id())
                .orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "There is no such resource."));
        long from = number(query, "startIndex", 1);
        int count = (int) Math.min(number(query, "count", MOST), MOST);
        return known(contacts.log(found.getKey(), found.getValue(), from, count)).thenApply(entries -> reply(entries.stream()));
    }

    /** The messages that the customer may see. @param query as above */
    CompletionStage<GenesysReply> readByCustomer(InteractionId id, Interaction contact, Map<String, String> query) {
        long from = number(query, "startIndex", 1);
        long count = Math.min(number(query, "count", MOST), MOST);
        return known(contacts.log(id, contact, from, Integer.MAX_VALUE)).thenApply(entries ->
                reply(entries.stream().filter(entry -> entry.visibility() == Visibility.ALL).limit(count)));
    }

    /** The content of a notification with all its messages. If the older ones cannot be read, it has the others. */
    CompletionStage<ObjectNode> complete(Notification notification) {
        if (notification.older().isEmpty()) {
            return CompletableFuture.completedFuture(notification.data());
        }
        Notification.OlderMessages older = notification.older().get();
        int count = (int) (older.before() - older.from());
        return contacts.log(older.contact(), older.state(), older.from(), count).handle((entries, error) -> {
            if (error != null) {
                LOG.atWarn().addKeyValue("interaction", older.contact()).addKeyValue("reason", error.toString())
                        .log("the older messages of a contact could not be read");
                return notification.data();
            }
            ObjectNode data = notification.data().deepCopy();
            ((ArrayNode) data.get("messages")).removeAll()
                    .addAll(messages(entries.stream().filter(entry -> entry.index() < older.before())));
            notification.data().get("messages").forEach(((ArrayNode) data.get("messages"))::add);
            return data;
        });
    }

    private static <T> CompletionStage<T> known(CompletionStage<T> log) {
        return GenesysAnswers.orUnavailable(log, "the messages");
    }

    private static GenesysReply reply(Stream<LogEntry> entries) {
        GenesysReply reply = GenesysReply.ok();
        reply.body().putArray("messages").addAll(messages(entries));
        return reply;
    }

    private static List<ObjectNode> messages(Stream<LogEntry> entries) {
        return entries.map(LogMessages::message).toList();
    }

    private static long number(Map<String, String> query, String name, long fallback) {
        String text = query.get(name);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new OperationRefused(GenesysStatus.INVALID, "The parameter " + name + " must be a whole number.");
        }
        return Long.parseLong(text);
    }
}
