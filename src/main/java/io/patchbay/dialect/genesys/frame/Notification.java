package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.util.Optional;

/**
 * One message on a topic of CometD.
 *
 * @param data  its content, not to be changed after {@link #older} is read
 * @param older present where older messages of a log have to be read into the content before it is sent
 */
public record Notification(Topic topic, ObjectNode data, Optional<OlderMessages> older) {

    public Notification(Topic topic, ObjectNode data) {
        this(topic, data, Optional.empty());
    }

    /** The messages of a log before the first one that the state has. @param from the index of the first one that is told */
    public record OlderMessages(InteractionId contact, Interaction state, long from, long before) { }

    /** The topics by name (genesys.md 2.1). */
    public enum Topic {
        DEVICES("/v2/me/devices"), CHANNELS("/v2/me/channels"), CALLS("/v2/me/calls"), CHATS("/v2/me/chats"),
        SMS_SESSIONS("/v2/me/smssessions"), INTERACTIONS("/v2/me/interactions");

        private final String text;

        Topic(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
