package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One message on a topic of CometD. @param data its content, not to be changed */
public record Notification(Topic topic, ObjectNode data) {

    /** The topics by name (genesys.md 2.1). */
    public enum Topic {
        DEVICES("/v2/me/devices"), CHANNELS("/v2/me/channels"), CALLS("/v2/me/calls");

        private final String text;

        Topic(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
